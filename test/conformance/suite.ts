import { describe, expect, it, onTestFinished } from 'vitest';
import { type Assistant, type Reply, type Request, toPlainText } from '#core';
import { createLog } from '../../adapters/shared/index.ts';
import { shippedAssistant } from '../support.ts';
import { misfits, missing } from './complete.ts';
import type { Capabilities, CreateHarness } from './harness.ts';
import { HOSTILE, MARKED, NEVER_ECHOED, PERSONAL, PERSONAL_MARKS } from './hostile.ts';
import { everyReply, NOW, oneLine, replyTo } from './replies.ts';

/** Bound of one reply to 200,000 characters, in milliseconds; the core needs some 200. */
const LONG_TEXT_MS = 5_000;
const LONG = 200_000;
const ALARM = 'can i ice it, and i have no feeling down there since the shot';

/** What every channel must do, whatever it looks like. */
export function describeConformance(name: string, create: CreateHarness, can: Capabilities): void {
  /** The channel with the shipped knowledge; `speak` puts another reply, or a failure, into the core's mouth. */
  const open = async (speak?: (request: Request, assistant: Assistant) => Reply) => {
    const assistant = await shippedAssistant();
    const lines: string[] = [];
    const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
    const reply: Assistant['reply'] = (request) =>
      speak === undefined
        ? assistant.reply(request)
        : { ...assistant.reply({ ...request, input: { text: '' } }), reply: speak(request, assistant) };
    const harness = await create({ desk: { current: () => ({ ...assistant, reply }) }, log, now: () => NOW });
    onTestFinished(() => harness.close());
    const logged = async () => log.flush().then(() => lines.join(''));
    return { assistant, harness, clinic: assistant.knowledge.clinic, logged };
  };
  const broken = (): never => {
    throw new Error(`broken on purpose, near "${PERSONAL}"`);
  };

  describe(`${name} conforms`, () => {
    it('answers with the fact, its caution and its source', async () => {
      const { assistant, harness } = await open();
      const expected = replyTo(assistant, { text: 'can i eat before the injection' }, can.audience);
      const seen = await harness.says('can i eat before the injection');
      expect(missing(expected, seen, assistant.knowledge)).toEqual([]);
      expect(oneLine(seen.text)).toContain(oneLine(assistant.knowledge.cautions.get('food')?.text ?? '?'));
      expect(expected.blocks.some(({ kind }) => kind === 'source')).toBe(true);
    });

    it('shows guides side by side where they differ, each named, and one press settles it', async () => {
      const { assistant, harness } = await open();
      const { text, choices } = await harness.says('when can i exercise again');
      for (const guide of assistant.knowledge.guides.values()) expect(oneLine(text)).toContain(guide.name);
      for (const time of ['24 hours', '48 hours']) expect(oneLine(text)).toContain(time);
      expect(choices.length).toBeGreaterThan(1);
      const pressed = oneLine((await harness.presses(choices[0] ?? '')).text);
      expect(pressed.includes('24 hours')).not.toBe(pressed.includes('48 hours'));
    });

    it('remembers the guide in a conversation', async () => {
      const { harness } = await open();
      const { choices } = await harness.says('when can i exercise again');
      await harness.presses(choices[0] ?? '');
      expect(oneLine((await harness.says('and how long does it take')).text)).toContain('as before');
    });

    it.skipIf(!can.choiceIds)('gives a stale, foreign or garbled choice a reply', async () => {
      const { harness } = await open();
      const ids = ['nonsense', '000000000000|q||no/such-question', '|'.repeat(90), '000000000000|h||no-such-alarm'];
      for (const id of ids) expect((await harness.pressesId(id)).text.trim(), id).not.toBe('');
    });

    it('puts an alarm first, whole, and nothing else with it, also in the middle of a dialogue', async () => {
      const { assistant, harness, clinic } = await open();
      await harness.says('when can i exercise again');
      const seen = await harness.says(ALARM);
      const expected = replyTo(assistant, { text: ALARM }, can.audience);
      expect(expected).toMatchObject({ kind: 'escalate', level: 'emergency' });
      expect(missing(expected, seen, assistant.knowledge)).toEqual([]);
      expect(seen.choices).toEqual([]);
      const words = oneLine(seen.text);
      if (can.audience === 'patient') expect(words.search(/\d{3}/u)).toBe(words.indexOf(clinic.emergency_number));
      const { facts, cautions, topics } = assistant.knowledge;
      const others = [...facts.values(), ...cautions.values()].map(({ text }) => text);
      expect([...others, 'Source:'].filter((text) => words.includes(oneLine(text)))).toEqual([]);
      expect([...topics.values()].filter(({ title }) => words.includes(title))).toEqual([]);
    });

    it('says honestly what it does not know, and who does', async () => {
      const { assistant, harness, clinic } = await open();
      const seen = await harness.says('how long will the relief last');
      expect(replyTo(assistant, { text: 'how long will the relief last' }, can.audience).kind).toBe('abstain');
      expect(oneLine(seen.text)).toContain(clinic.phone);
    });

    it('takes very long text, and answers in time and within its limit', async () => {
      const { harness } = await open();
      for (const text of ['x'.repeat(LONG), 'can i ice it '.repeat(LONG / 13), '😀'.repeat(LONG / 2)]) {
        const started = performance.now();
        const seen = await harness.says(text);
        expect(performance.now() - started).toBeLessThan(LONG_TEXT_MS);
        expect(seen.text.trim()).not.toBe('');
        for (const message of seen.messages) expect(message.length).toBeLessThanOrEqual(can.messageLimit ?? Infinity);
      }
    });

    it('takes hostile text, and lets none of it out again', async () => {
      const { harness } = await open();
      for (const text of [...HOSTILE, HOSTILE.join(' can i ice it '), HOSTILE.join(' ').repeat(100)]) {
        const seen = await harness.says(text);
        expect(seen.text.trim(), text).not.toBe('');
        expect(seen.messages.join('\n')).not.toMatch(NEVER_ECHOED);
        expect(seen.live, text).toEqual([]);
      }
    });

    it('shows marks in the knowledge as plain words', async () => {
      const { harness } = await open((_, assistant) => ({
        ...replyTo(assistant, { text: '' }, can.audience),
        blocks: [...HOSTILE, MARKED].map((text) => ({ kind: 'line', text })),
      }));
      const seen = await harness.says('hello');
      expect(oneLine(seen.text)).toContain(MARKED);
      expect(seen.live).toEqual([]);
    });

    it('answers a failure of the core with one safe text and the numbers, and logs no words', async () => {
      let breaks = false;
      const { harness, clinic, logged } = await open((request, assistant) =>
        breaks ? broken() : assistant.reply(request).reply,
      );
      const { choices } = await harness.says('when can i exercise again');
      breaks = true;
      const seenAll = [await harness.presses(choices[0] ?? '')];
      for (const text of [PERSONAL, 'can i ice it']) seenAll.push(await harness.says(text));
      for (const seen of seenAll) {
        expect(oneLine(seen.text)).toContain(clinic.phone);
        expect(oneLine(seen.text)).toContain(clinic.emergency_number);
        expect(seen.text).not.toMatch(PERSONAL_MARKS);
        expect(seen.text).not.toContain('broken on purpose');
      }
      expect(await logged()).toContain('core-failed');
      expect(await logged()).not.toMatch(PERSONAL_MARKS);
    });

    it('logs no words of anybody', async () => {
      const { harness, logged } = await open();
      await harness.says(PERSONAL);
      await harness.says(`can i ice it, ${PERSONAL}`);
      expect(await logged()).not.toMatch(PERSONAL_MARKS);
    });

    it.skipIf(!can.duplicates)('answers a message that is delivered twice once', async () => {
      const { harness } = await open();
      await harness.says('can i ice it');
      expect(await harness.deliversAgain()).toBeNull();
      expect((await harness.says('can i ice it')).text.trim()).not.toBe('');
    });

    it.skipIf(!can.sharedPlaces)('answers in private where others read along, alarms too', async () => {
      const { harness } = await open();
      for (const text of ['can i ice it', ALARM]) expect((await harness.saysAmongOthers(text)).private).toBe(true);
    });

    it('shows every reply of the knowledge whole, in order, within its limits', async () => {
      const replies = everyReply(await shippedAssistant(), can.audience);
      expect(replies.length).toBeGreaterThan(200);
      let next = 0;
      const { assistant, harness } = await open(() => replies[next] as Reply);
      for (const [index, reply] of replies.entries()) {
        next = index;
        const seen = await harness.says('say the next one');
        const faults = [...missing(reply, seen, assistant.knowledge), ...misfits(reply, seen, can), ...seen.live];
        expect(faults, toPlainText(reply)).toEqual([]);
      }
    });
  });
}
