import type { Audience } from '#core';
import { type CreateHarness, cannot, type Seen } from '../../conformance/harness.ts';
import { describeConformance } from '../../conformance/suite.ts';
import { openTerminal } from './open-terminal.ts';

const LIVE = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

const create =
  (audience: Audience): CreateHarness =>
  async ({ desk, log, now }) => {
    const terminal = openTerminal({ desk, log, now, audience });
    const see = (printed: string): Seen => {
      const offered = /(?:^\d+\. .+\n)+(?=\n*$)/mu.exec(printed)?.[0] ?? '';
      return {
        text: printed,
        choices: [...offered.matchAll(/^\d+\. (.+)$/gmu)].map((match) => match[1] ?? ''),
        messages: [printed],
        live: [...printed.replaceAll('\n', '').matchAll(LIVE)].map(([mark]) => JSON.stringify(mark)),
        private: true,
      };
    };
    return {
      says: async (text) => see(await terminal.types(text)),
      presses: async (label) => see(await terminal.types(label)),
      pressesId: cannot,
      saysAmongOthers: cannot,
      deliversAgain: cannot,
      close: async () => void (await terminal.ends()),
    };
  };

for (const audience of ['patient', 'staff'] as const) {
  describeConformance(`terminal for ${audience}`, create(audience), {
    audience,
    choiceIds: false, // a number or the words of the list, or else it is a text
    duplicates: false,
    sharedPlaces: false,
    messageLimit: null,
    labelLimit: null,
  });
}
