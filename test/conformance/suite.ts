import { describe, expect, it } from 'vitest';
import { type Assistant, createAssistant, type Knowledge, loadKnowledge } from '#core';
import { KNOWLEDGE } from '../support.ts';

/** What a person sees after having said or pressed something. */
export interface Seen {
  /** All words, as a screen reader would read them. */
  readonly text: string;
  /** Labels of what can be pressed, in order. */
  readonly choices: readonly string[];
  /** True where others in the same place can read it. */
  readonly public: boolean;
}

/** A channel under test, as its user meets it. */
export interface Harness {
  says(text: string): Promise<Seen>;
  /** Presses the choice with this label, out of those last seen. */
  presses(label: string): Promise<Seen>;
  /** Presses something that this channel can deliver although the program never made it; null where it cannot happen. */
  readonly pressesId: ((id: string) => Promise<Seen>) | null;
  /** Longest text that the channel carries in one message, in characters; null where it carries any. */
  readonly limit: number | null;
  close(): Promise<void>;
}

export type CreateHarness = (assistant: Assistant) => Promise<Harness>;

/** What every channel must do, whatever it looks like. */
export function describeConformance(name: string, create: CreateHarness): void {
  const open = async (knowledge?: Knowledge) => {
    const assistant = createAssistant(knowledge ?? (await loadKnowledge(KNOWLEDGE)));
    return { assistant, harness: await create(assistant) };
  };

  describe(`${name} conforms`, () => {
    it('answers with the fact, its caution and its source', async () => {
      const { assistant, harness } = await open();
      const { text } = await harness.says('can i eat before the injection');
      expect(oneLine(text)).toContain(oneLine(assistant.knowledge.cautions.get('food')?.text ?? '?'));
      expect(text).toContain('Source:');
      await harness.close();
    });

    it('shows guides side by side where they differ, each named, and one press settles it', async () => {
      const { assistant, harness } = await open();
      const { text, choices } = await harness.says('when can i exercise again');
      for (const guide of assistant.knowledge.guides.values()) expect(oneLine(text)).toContain(guide.name);
      expect(oneLine(text)).toContain('24 hours');
      expect(oneLine(text)).toContain('48 hours');
      expect(choices).toHaveLength(3);
      const pressed = oneLine((await harness.presses(choices[0] ?? '')).text);
      expect(pressed.includes('24 hours')).not.toBe(pressed.includes('48 hours'));
      await harness.close();
    });

    it('gives a stale, foreign or garbled choice a reply', async () => {
      const { harness } = await open();
      for (const id of ['', 'nonsense', '000000000000|q||no/such-question', '|'.repeat(90)]) {
        if (harness.pressesId !== null) expect((await harness.pressesId(id)).text.trim(), id).not.toBe('');
      }
      await harness.close();
    });

    it('puts an alarm first, alone and complete, also in the middle of a dialogue', async () => {
      const { assistant, harness } = await open();
      await harness.says('when can i exercise again');
      const { text, choices } = await harness.says('can i ice it, and i have no feeling down there since the shot');
      const { clinic } = assistant.knowledge;
      const words = oneLine(text);
      expect(words).toContain(clinic.emergency_number);
      expect(words).toContain(clinic.phone);
      expect(words.indexOf(clinic.emergency_number)).toBeLessThan(words.indexOf(clinic.phone));
      expect(words).not.toMatch(/swelling|Source:/u);
      expect(choices).toEqual([]);
      await harness.close();
    });

    it('says honestly what it does not know, and who does', async () => {
      const { assistant, harness } = await open();
      const { text } = await harness.says('how long will the relief last');
      expect(oneLine(text)).toContain(assistant.knowledge.clinic.phone);
      await harness.close();
    });

    it('takes long and hostile text, and lets none of it out again', async () => {
      const { harness } = await open();
      const hostile = [
        '<!channel> @everyone <@U123> **bold** [x](http://evil.example) `code`',
        '\u001b[31mred\u001b[0m \u202egnp.exe',
        '<script>alert(1)</script>',
        '\u0000\u0007\u0008',
      ];
      for (const text of [...hostile, 'x'.repeat(200_000), hostile.join(' can i ice it ').repeat(1_000)]) {
        const seen = (await harness.says(text)).text;
        expect(seen.trim()).not.toBe('');
        expect(seen).not.toMatch(/everyone|<!|<@|evil|script|\u202e|gnp/u);
        if (harness.limit !== null) expect(seen.length).toBeLessThanOrEqual(harness.limit);
      }
      await harness.close();
    });

    it('answers a failure of the core with one safe text and the numbers', async () => {
      const assistant = createAssistant(await loadKnowledge(KNOWLEDGE));
      const harness = await create({
        ...assistant,
        reply: () => {
          throw new Error('broken on purpose');
        },
      });
      const { text } = await harness.says('can i ice it');
      expect(oneLine(text)).toContain(assistant.knowledge.clinic.phone);
      expect(oneLine(text)).toContain(assistant.knowledge.clinic.emergency_number);
      expect(text).not.toContain('broken on purpose');
      await harness.close();
    });

    it('shows every topic and comparison of the knowledge whole, with all cautions', async () => {
      const { assistant, harness } = await open();
      const { knowledge } = assistant;
      const said = [
        ...knowledge.topics.keys(),
        ...[...knowledge.guides.keys()].flatMap((id) => [...knowledge.topics.keys()].map((topic) => `${id} ${topic}`)),
        'compare',
      ];
      for (const text of said) {
        const { reply } = assistant.reply({
          input: { text },
          conversation: null,
          now: 0,
          audience: 'patient',
          procedure: null,
        });
        const seen = oneLine((await harness.says(text)).text);
        const facts = reply.points.map((id) => knowledge.facts.get(id)?.text ?? '?');
        const cautions = reply.points
          .flatMap((id) => knowledge.facts.get(id)?.cautions ?? [])
          .map((caution) => knowledge.cautions.get(caution)?.text ?? '?');
        for (const words of [...facts, ...cautions]) expect(seen, text).toContain(oneLine(words));
      }
      await harness.close();
    });
  });
}

/** Line breaks and wrapping are the channel's business. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
