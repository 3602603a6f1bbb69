import type { Audience, Choice, ProcedureId, Turn } from '#core';
import { conversationKey, createConverse, explainTurn, type Input, type Services } from '../shared/index.ts';
import { COMMANDS, HINT, readCommand } from './commands.ts';
import { paintNote, paintReply } from './paint.ts';

/** Nobody else sits at this terminal: one conversation. */
const KEY = conversationKey('terminal', 'here');
/** What the core is asked for the greeting, and for /help. */
const GREETING = 'what are you';
const HELP = 'what can you do';

export interface ChatOptions extends Omit<Services, 'channel'> {
  /** Lines as a person types them; ends at the end of input. */
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
  /** Asks for the next line; null through a pipe, where a prompt is noise. */
  readonly prompt: (() => void) | null;
  readonly colour: boolean;
  /** Columns now; text is wrapped at words. Infinity for no wrapping. */
  readonly width: () => number;
  readonly audience: Audience;
}

/** Talks until the input ends or /quit. Nothing that is typed is kept. */
export async function chat(options: ChatOptions): Promise<void> {
  const { desk, store, colour, width } = options;
  const converse = createConverse({ channel: 'terminal', ...options });
  let audience = options.audience;
  let procedure: ProcedureId | null = null;
  let offered: readonly Choice[] = [];
  let last: Turn | null = null;

  const paint = () => ({ colour, width: width() });
  const note = (text: string) => options.write(`${paintNote(text, paint())}\n`);
  const show = ({ reply }: Turn) => options.write(`\n${paintReply(reply, paint())}\n\n`);
  /** Answers outside of the conversation: what was talked about, and the list on the screen, stay as they are. */
  const ownWords = async (text: string) => show(await converse({ input: { text }, key: null, audience, procedure }));
  const answer = async (input: Input) => {
    const given = procedure !== null && desk.current().knowledge.guides.has(procedure) ? procedure : null;
    last = await converse({ input, key: KEY, audience, procedure: given });
    offered = last.reply.choices;
    show(last);
  };
  const narrow = async (to: ProcedureId | null) => {
    procedure = to;
    const memory = await store.get(KEY);
    if (memory !== null) await store.set(KEY, { ...memory, procedure: null });
  };
  const obey = async (line: string): Promise<'go on' | 'quit'> => {
    const command = readCommand(line, procedure, desk.current().knowledge);
    if (command.kind === 'quit') return 'quit';
    if (command.kind === 'help') await ownWords(HELP).then(() => note(COMMANDS));
    else if (command.kind === 'why') note(last === null ? 'Nothing was asked yet.' : explainTurn(last));
    else {
      if (command.kind === 'audience') audience = command.audience;
      if (command.kind === 'procedure') await narrow(command.procedure);
      note(command.says);
    }
    return 'go on';
  };

  const lines = options.lines[Symbol.asyncIterator](); // before the first await, or early lines would be lost
  await ownWords(GREETING).then(() => note(HINT));
  for (;;) {
    options.prompt?.();
    const { value, done } = await lines.next();
    if (done) break;
    const line = value.trim();
    const chosen = pick(line, offered);
    if (chosen !== undefined) {
      note(`You chose: ${chosen.label}`);
      await answer({ choice: chosen.id });
    } else if (line.startsWith('/')) {
      if ((await obey(line)) === 'quit') break;
    } else {
      await answer({ text: value });
    }
  }
}

/** A number or the words of the last list choose; anything else is a text, which always leaves a list. */
function pick(line: string, offered: readonly Choice[]): Choice | undefined {
  const number = /^(\d{1,2})[.)]?$/u.exec(line)?.[1];
  if (number !== undefined) return offered[Number(number) - 1];
  const words = comparable(line);
  return offered.find((choice) => comparable(choice.label) === words);
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/gu, "'")
    .replace(/[.?!]+$/u, '')
    .trim();
}
