import type { Writable } from 'node:stream';
import { type Audience, type Choice, type ProcedureId, type Reply, type Turn, toText } from '#core';
import { type ConversationStore, converse, type Desk, explainTurn, type Input } from '../shared/index.ts';
import { createPaint } from './paint.ts';

export interface ChatOptions {
  readonly desk: Desk;
  readonly store: ConversationStore;
  /** Lines as a person types them; ends at the end of input. */
  readonly lines: AsyncIterable<string>;
  readonly output: Writable;
  readonly now: () => number;
  readonly colour: boolean;
  /** Columns; text is wrapped at words. */
  readonly width: number;
  /** True where a person sits at a terminal: then a prompt is shown. */
  readonly interactive: boolean;
  readonly onError: (error: unknown) => void;
}

const KEY = 'terminal';
const PROMPT = '> ';
const COMMANDS = `Commands: /procedure CODE or /procedure none, /staff, /patient, /why, /help, /quit. A number chooses from a list.`;

/** Talks until the input ends or /quit. Nothing that is typed is kept. */
export async function chat(options: ChatOptions): Promise<void> {
  const { output, desk } = options;
  const paint = createPaint(options.colour, options.width);
  let audience: Audience = 'patient';
  let procedure: ProcedureId | null = null;
  let offered: readonly Choice[] = [];
  let last: Turn | null = null;

  const print = (text: string) => output.write(`${text}\n`);
  const prompt = () => options.interactive && output.write(PROMPT);
  const say = async (input: Input) => {
    last = await converse(desk.current(), input, { key: KEY, audience, procedure }, options);
    offered = last.reply.choices;
    print(`\n${showReply(last.reply, paint)}\n`);
  };
  const command = async (line: string): Promise<boolean> => {
    const [name = '', argument = ''] = line.slice(1).split(/\s+/u);
    if (name === 'quit' || name === 'exit' || name === 'q') return false;
    if (name === 'help') {
      await say({ text: 'help' });
      print(paint.wrap(COMMANDS));
    } else if (name === 'staff' || name === 'patient') {
      audience = name;
      print(`Replies are now worded for ${name === 'staff' ? 'staff' : 'patients'}.`);
    } else if (name === 'procedure') {
      const ids = [...desk.current().knowledge.guides.keys()];
      const known = ids.includes(argument);
      if (known || argument === 'none') procedure = known ? argument : null;
      print(
        known || argument === 'none'
          ? `Guide: ${procedure ?? 'open'}.`
          : `No guide "${argument}". Use ${ids.join(', ')} or none.`,
      );
    } else if (name === 'why') {
      print(last === null ? 'Nothing was asked yet.' : explainTurn(last));
    } else {
      print(`No command "/${name}". ${COMMANDS}`);
    }
    return true;
  };

  await say({ text: 'hello' }).then(() => print(paint.wrap(COMMANDS)));
  prompt();
  for await (const raw of options.lines) {
    const line = raw.trim();
    if (line.startsWith('/')) {
      if (!(await command(line))) break;
    } else {
      await say(pick(line, offered));
    }
    prompt();
  }
  if (options.interactive) print('');
}

/** A number or a label of the last list is a choice; anything else is a text, which always leaves a menu. */
function pick(line: string, offered: readonly Choice[]): Input {
  const byNumber = /^\d{1,2}$/u.test(line) ? offered[Number(line) - 1] : undefined;
  const chosen = byNumber ?? offered.find((choice) => choice.label.toLowerCase() === line.toLowerCase());
  return chosen === undefined ? { text: line } : { choice: chosen.id };
}

type Paint = ReturnType<typeof createPaint>;

/** A reply as lines; an alarm stands out by its frame as well as by its colour. */
function showReply(reply: Reply, paint: Paint): string {
  const blocks = reply.blocks.map((block) => paint.block(block, toText(block))).filter((text) => text !== '');
  const choices = reply.choices.map((choice, index) => paint.wrap(`${index + 1}. ${choice.label}`));
  const body = [...blocks, ...(choices.length > 0 ? [choices.join('\n')] : [])].join('\n\n');
  return reply.kind === 'escalate' ? paint.alarm(body, reply.level) : body;
}
