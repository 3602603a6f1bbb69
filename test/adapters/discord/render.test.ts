import { MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { CHOICE_LIMIT, type Choice, type Reply } from '#core';
import { buttonsUnder } from '../../../adapters/discord/answer.ts';
import { escapeMarkdown, toWords } from '../../../adapters/discord/markdown.ts';
import { type Payload, render } from '../../../adapters/discord/render.ts';
import { misfits, missing } from '../../conformance/complete.ts';
import { HOSTILE, MARKED } from '../../conformance/hostile.ts';
import { everyReply, oneLine, replyTo } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';
import { breaches, type Json } from './fake/limits.ts';
import { readMarkdown } from './fake/markdown.ts';
import { together } from './open-bot.ts';

const FLAGS = [MessageFlags.IsComponentsV2];
const posted = (payloads: readonly Payload[]) =>
  payloads.map((body) => ({ id: '1', channel: '1', hidden: true, body: body as unknown as Json }));
const faultsOf = (payloads: readonly Payload[]) =>
  payloads.flatMap((payload) => breaches(payload as unknown as Json, FLAGS));
const lineOf = (text: string): Reply['blocks'] => [{ kind: 'line', text }];

describe('a reply on Discord', () => {
  it('keeps every limit and loses nothing, for every reply of the knowledge, with all its buttons', async () => {
    const assistant = await shippedAssistant();
    for (const reply of everyReply(assistant, 'patient')) {
      const buttons = buttonsUnder({ reply, about: 'recovery/longest-question-there-is' }, 't'.repeat(80));
      const payloads = render(reply, buttons);
      const { text, choices, live, raw } = together(posted(payloads));
      const seen = { text, live, choices: choices.map(({ label }) => label), messages: raw, private: true };
      const can = {
        audience: 'patient' as const,
        choiceIds: true,
        duplicates: true,
        sharedPlaces: true,
        messageLimit: 4000,
        labelLimit: 80,
      };
      expect(faultsOf(payloads)).toEqual([]);
      expect([...missing(reply, seen, assistant.knowledge), ...misfits(reply, seen, can), ...live]).toEqual([]);
      expect(choices.map(({ id, value }) => value ?? id)).toEqual(reply.choices.map(({ id }) => id));
    }
  });

  it('says that it is general education under every reply but an alarm, which is plain content with nothing else', async () => {
    for (const reply of everyReply(await shippedAssistant(), 'patient')) {
      const payloads = render(reply, buttonsUnder({ reply, about: null }, 'ticket'));
      const { text, buttons } = together(posted(payloads));
      if (reply.kind !== 'escalate') expect(text).toContain('General education, not advice about you');
      else {
        expect(payloads.every(({ content, flags }) => content !== undefined && flags === undefined)).toBe(true);
        expect(text).not.toContain('General education');
        expect(buttons).toEqual([]);
      }
    }
  });

  it('pings nobody, in whatever it sends', async () => {
    for (const text of [...HOSTILE, MARKED])
      for (const { allowed_mentions } of render({
        ...replyTo(await shippedAssistant(), { text: '' }, 'patient'),
        blocks: lineOf(text),
      }))
        expect(allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('takes any number and length of choices and of text', async () => {
    const reply = replyTo(await shippedAssistant(), { text: 'hello' }, 'patient');
    const choice = (index: number): Choice => ({
      id: `${index}|`.padEnd(CHOICE_LIMIT, 'x'),
      label: `${index} a long label that goes on `.repeat(8),
      facts: [],
    });
    for (const count of [1, 5, 6, 25, 26, 60]) {
      const choices = Array.from({ length: count }, (_, index) => choice(index));
      const payloads = render({ ...reply, choices, blocks: lineOf('word '.repeat(5000)) });
      expect(faultsOf(payloads)).toEqual([]);
      expect(together(posted(payloads)).choices.map(({ value }) => value)).toEqual(choices.map(({ id }) => id));
      expect(together(posted(payloads)).text.match(/word/gu)).toHaveLength(5000);
    }
    const alarm = replyTo(await shippedAssistant(), { text: 'my legs are numb and i cant pee' }, 'patient');
    const long = render({ ...alarm, blocks: [...alarm.blocks, ...lineOf('word '.repeat(1000))] });
    expect(long.length).toBeGreaterThan(1);
    expect(faultsOf(long)).toEqual([]);
    expect(long[0]?.content).toMatch(/^\*\*Call 911 now\.\*\*/u);
  });
});

describe('words on Discord', () => {
  it.for([
    ...HOSTILE,
    MARKED,
    '# big\n## less\n-# small\n> quote\n>>> quotes\n- item\n* item\n+ item\n1. one\n12. twelve',
    'discord.gg/abc https://discord.com/invite/abc <https://discord.gg/abc> www.evil.example mail@evil.example',
    '</faq:123> <t:1618953630:R> <:pain:123> <a:pain:123> :smile: <id:customize> <#123> <@&123>',
    'steam://run discord://x [x](<https://evil.example>) ![x](https://evil.example)',
    '\\*already escaped\\* \\\\',
    '***all*** __*of*__ ~~**it**~~ ||`now`|| ```js\ncode\n```',
    'a_b_c snake_case 2*3*4 (555) 555-0142, 8:30, 100.4 e.g. this.',
  ])('shows %j as it is, and nothing of it lives', (text) => {
    const { text: shown, live, bold } = readMarkdown(escapeMarkdown(text));
    expect(live).toEqual([]);
    expect(bold).toEqual([]);
    expect(shown.replace(/\s+/gu, ' ')).toBe(
      text
        .toWellFormed()
        .replace(/(?![\t\n])[\p{Cc}\p{Cf}]/gu, '')
        .replace(/\s+/gu, ' '),
    );
  });

  it('would notice what lives', () => {
    const found = [
      '**b**',
      '@here',
      '<@1>',
      '[x](https://evil.example)',
      'https://evil.example',
      'discord.gg/a',
      '# x',
      ':smile:',
      '> q',
      '`c`',
      '||s||',
    ];
    for (const text of found)
      expect(readMarkdown(text).live.length + readMarkdown(text).bold.length, text).toBeGreaterThan(0);
  });

  it('leaves telephone numbers as they are, also for notifications, which show the source', () => {
    expect(escapeMarkdown('Call (555) 555-0142 now.')).toBe('Call (555) 555-0142 now.');
  });

  it('reads what a person wrote without tags of Discord', () => {
    expect(oneLine(toWords('<@123> can i <:pain:1> eat <#4> </faq:5> <t:6:R> now <@&7>'))).toBe('can i eat now');
    expect(toWords('<b>my legs</b> < 3')).toBe('<b>my legs</b> < 3');
  });
});
