import { type Payload, replySchema } from '../../../adapters/web/schemas.ts';
import { cannot, type Seen } from '../../conformance/harness.ts';
import { describeConformance } from '../../conformance/suite.ts';
import { CONVERSATION, openWeb } from './open-web.ts';

const LIVE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;

describeConformance(
  'web endpoint',
  async (setup) => {
    const server = await openWeb({ house: setup });
    let last: Payload | undefined;
    const send = async (input: { text: string } | { choice: string }): Promise<Seen> => {
      const response = await server.post('/api/messages', { conversation: CONVERSATION, ...input });
      const body = await response.text();
      last = replySchema.parse(JSON.parse(body));
      const words = last.blocks.map((block) =>
        block.kind === 'guide' ? [block.name, ...block.statements.map(({ text }) => text)].join('\n') : block.text,
      );
      return {
        text: words.join('\n'),
        choices: last.choices.map(({ label }) => label),
        messages: [last.text],
        live: [...body.matchAll(LIVE)].map(([mark]) => JSON.stringify(mark)),
        private: true,
      };
    };
    return {
      says: (text) => send({ text }),
      presses: (label) => send({ choice: last?.choices.find((choice) => choice.label === label)?.id ?? 'none such' }),
      pressesId: (choice) => send({ choice }),
      saysAmongOthers: cannot,
      deliversAgain: cannot,
      close: server.close,
    };
  },
  {
    audience: 'patient',
    choiceIds: true,
    duplicates: false,
    sharedPlaces: false,
    messageLimit: null,
    labelLimit: null,
  },
);
