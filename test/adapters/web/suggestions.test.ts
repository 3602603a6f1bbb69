import { describe, expect, it } from 'vitest';
import { suggestionsOf } from '../../../adapters/web/suggestions.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';
import { describeInBrowser } from './browser.ts';
import { web } from './open-web.ts';

describe('suggestions', async () => {
  const assistant = await shippedAssistant();
  const groups = await suggestionsOf(assistant);
  const all = groups.flat();

  it('speak for every question and gap', () => {
    const { questions, gaps } = assistant.knowledge;
    const whole = [...questions.values()].filter((question) => question.whole).length;
    expect(groups.length).toBeGreaterThanOrEqual(questions.size + gaps.size - whole);
    expect(Math.max(...groups.map((group) => group.length))).toBeLessThanOrEqual(3);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are whole sentences', () => {
    expect(all.filter((text) => !/^\p{Lu}[\p{L}\p{N}'’ -]{6,60}\?$/u.test(text))).toEqual([]);
    expect(all.filter((text) => /\b(?:i|im|mri|si|cant|dont)\b/u.test(text))).toEqual([]);
  });

  it('lead to a reply that knows what was asked, and never to an alarm', () => {
    const kinds = all.map((text) => {
      const request = { input: { text }, conversation: null, now: NOW, audience: 'patient', procedure: null } as const;
      return `${assistant.reply(request).reply.kind}: ${text}`;
    });
    expect(kinds.filter((kind) => !/^(?:answer|abstain):/u.test(kind))).toEqual([]);
  });
});

describeInBrowser('suggestions while typing', (open) => {
  it('bring first what a person would want', async () => {
    const { page } = await open((await web()).url);
    for (const [typed, first] of [
      ['cost', 'How much does it cost?'],
      ['shower', 'Can I shower after?'],
      ['when can i ex', 'When can I exercise again?'],
      ['blood thin', 'What about blood thinners?'],
      ['do i need an mri', 'Is an MRI needed?'],
      ['park', 'Is there disabled parking?'],
    ] as const) {
      await page.fill('#question', typed);
      await page.getByRole('option', { name: first, exact: true }).waitFor();
      const found = await page.locator('[role=option]').allInnerTexts();
      expect(found[0]).toBe(first);
      expect(found.length).toBeLessThanOrEqual(4);
    }
  });

  it('come with the third letter, fit word by word, and go with Escape and on leaving', async () => {
    const { page } = await open((await web()).url);
    const options = page.locator('[role=option]');
    const type = (text: string) => page.locator('#question').pressSequentially(text);
    const arrived = page.waitForResponse('**/api/suggestions');
    await type('sh');
    await arrived;
    expect(await options.count()).toBe(0);
    await type('o');
    await options.first().waitFor();
    const words = await options.allInnerTexts();
    expect(words.filter((text) => !/\bsho/iu.test(text))).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await options.count()).toBe(0);
    await type('w');
    await options.first().waitFor();
    await page.keyboard.press('Tab');
    expect(await options.count()).toBe(0);
  });
});
