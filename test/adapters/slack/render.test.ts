import { describe, expect, it } from 'vitest';
import { type Audience, type Block, type Reply, toPlainText } from '#core';
import { homeBlocks } from '../../../adapters/slack/home.ts';
import { render, renderText } from '../../../adapters/slack/render.ts';
import { english } from '../../../adapters/slack/strings.ts';
import { fromValue } from '../../../adapters/slack/values.ts';
import { missing } from '../../conformance/complete.ts';
import { HOSTILE, MARKED } from '../../conformance/hostile.ts';
import { everyReply, oneLine, replyTo } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';
import { refuseMessage, refuseView } from './fake/payloads.ts';
import { buttonsOf, liveOf, unescaped, wordsOf } from './fake/reading.ts';

/** The most that a reply can carry besides its words. */
const OFFER = {
  root: '1768000000.000100',
  again: { choice: 'v'.repeat(100) },
  why: crypto.randomUUID(),
  about: `${'topic'.repeat(10)}/${'question'.repeat(5)}`,
  note: english.usage('/faq', '12345', 'recovery'),
};

const seenOf = (text: string) => ({ text, choices: [], messages: [], live: [], private: true });

async function replyWith(blocks: readonly Block[], more: Partial<Reply> = {}): Promise<Reply> {
  return {
    ...replyTo(await shippedAssistant(), { text: 'can i ice it' }, 'staff'),
    points: [],
    blocks,
    ...more,
  } as Reply;
}

describe('a reply in Slack', () => {
  it.for(['staff', 'patient'] satisfies Audience[])('is whole in blocks and in text, for %s', async (audience) => {
    const assistant = await shippedAssistant();
    for (const reply of everyReply(assistant, audience)) {
      const messages = render(reply, OFFER, english);
      expect(messages.map(refuseMessage).filter(Boolean), toPlainText(reply)).toEqual([]);
      const shown = messages.map(({ blocks }) => wordsOf(blocks)).join('\n');
      const said = messages.map(({ text }) => unescaped(text)).join('\n');
      for (const words of [shown, said]) expect(missing(reply, seenOf(words), assistant.knowledge)).toEqual([]);
      for (const { label } of reply.choices) expect(said).toContain(label);
    }
  });

  it('is one message, save for the longest of all', async () => {
    const all = everyReply(await shippedAssistant(), 'staff').map((reply) => render(reply, OFFER, english).length);
    expect(all.filter((count) => count > 1)).toEqual([3]);
  });

  it('is split at sentences where one block would be too long, numbers whole', async () => {
    const sentence = 'Call (555) 555-0142 within 48 hours of the injection. ';
    const messages = render(
      await replyWith([{ kind: 'caution', id: 'x', facts: [], text: sentence.repeat(400) }]),
      {},
      english,
    );
    expect(messages.map(refuseMessage).filter(Boolean)).toEqual([]);
    const parts = messages.flatMap(({ blocks }) => blocks.map((block) => wordsOf([block])));
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((part) => !part.startsWith('Call (555) 555-0142') || !part.endsWith('.'))).toEqual([]);
    expect(oneLine(parts.join(' '))).toBe(sentence.repeat(400).trim());
  });

  it('names the guide on every part of a guide that is too long', async () => {
    const statements = Array.from({ length: 500 }, (_, index) => ({
      fact: `f${index}`,
      text: `Rest for ${index} hours. `.repeat(9),
    }));
    const messages = render(
      await replyWith([{ kind: 'guide', procedure: null, name: 'Both guides', statements }]),
      {},
      english,
    );
    expect(messages.map(refuseMessage).filter(Boolean)).toEqual([]);
    for (const { blocks } of messages)
      for (const block of blocks.filter(({ type }) => type === 'rich_text'))
        expect(wordsOf([block])).toMatch(/^Both guides:/u);
    const said = messages.map(({ text }) => text).join(' ');
    for (const { text } of statements) expect(oneLine(said)).toContain(oneLine(text));
  });

  it('fits with many choices and with labels too long for a button', async () => {
    const choices = Array.from({ length: 60 }, (_, index) => ({
      id: `${index}|`.padEnd(100, 'x'),
      label: `${index} ${'😀 long '.repeat(30)}`,
      facts: [],
    }));
    const messages = render(await replyWith([{ kind: 'line', text: 'Which?' }], { choices }), OFFER, english);
    expect(messages.map(refuseMessage).filter(Boolean)).toEqual([]);
    const buttons = messages
      .flatMap(({ blocks }) => buttonsOf(blocks))
      .filter(({ action_id }) => action_id.startsWith('choice'));
    expect(buttons.map(({ value }) => fromValue('choice', value)?.id)).toEqual(choices.map(({ id }) => id));
    expect(buttons.every(({ text }) => text.text.endsWith('…'))).toBe(true);
  });

  it('shows marks as plain words, and nothing that could ping, link, format or hide', async () => {
    const blocks = [...HOSTILE, MARKED].flatMap((text): Block[] => [
      { kind: 'line', text },
      { kind: 'source', text },
      { kind: 'action', text },
      {
        kind: 'guide',
        procedure: null,
        name: text,
        statements: [
          { fact: 'x', text },
          { fact: 'y', text },
        ],
      },
    ]);
    const choices = [...HOSTILE, MARKED].map((label, index) => ({ id: `${index}`, label, facts: [] }));
    for (const message of render(await replyWith(blocks, { choices }), OFFER, english)) {
      expect(refuseMessage(message)).toBeNull();
      expect(liveOf(message)).toEqual([]);
    }
    const [plain] = renderText(MARKED, english);
    expect(wordsOf(plain?.blocks ?? [])).toBe(MARKED);
    expect(unescaped(plain?.text ?? '')).toBe(MARKED);
  });

  it('puts an alarm first, as a heading, with no button that could distract', async () => {
    const assistant = await shippedAssistant();
    const reply = replyTo(assistant, { text: 'i have no feeling down there since the shot' }, 'staff');
    const [message, ...more] = render(reply, { root: '1.1' }, english);
    expect(more).toEqual([]);
    expect(message?.blocks[0]).toMatchObject({ type: 'header', text: { text: 'Tell the patient now: call 911.' } });
    expect(message?.text).toMatch(/^Tell the patient now: call 911\./u);
    expect(buttonsOf(message?.blocks ?? [])).toEqual([]);
  });

  it('says in the home tab what it is, whom to call, and what is reviewed', async () => {
    const { knowledge } = await shippedAssistant();
    const blocks = homeBlocks(knowledge, english.usage('/faq', '12345', 'recovery'), english);
    expect(refuseView({ type: 'home', blocks })).toBeNull();
    for (const words of [
      'automated program',
      'In an emergency, call 911.',
      '0 of 118 facts',
      'disputed: 4',
      knowledge.version,
      'Demo:',
    ])
      expect(wordsOf(blocks)).toContain(words);
    expect(buttonsOf(blocks).map(({ text }) => text.text)).toEqual(
      [...knowledge.topics.values()].map(({ title }) => title),
    );
  });
});
