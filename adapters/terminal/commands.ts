import type { Audience, Knowledge, ProcedureId } from '#core';
import { toInert } from '../shared/index.ts';

/** What a line with a slash wants; `say` answers with words of the terminal itself. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'why' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'audience'; readonly audience: Audience; readonly says: string }
  | { readonly kind: 'procedure'; readonly procedure: ProcedureId | null; readonly says: string }
  | { readonly kind: 'say'; readonly says: string };

export const HINT = 'Type your question. A number chooses from a list. /help shows more, /quit leaves.';

export const COMMANDS = [
  'You can type:',
  '- a question, in your own words',
  '- a number or its words, to choose from a list',
  '- /procedure CODE, to ask about one guide only; /procedure none, for all',
  '- /staff or /patient, for whom the replies are worded',
  '- /why, to see how the last reply came about',
  '- /help and /quit',
].join('\n');

/** A line that begins with a slash -> command. */
export function readCommand(line: string, current: ProcedureId | null, knowledge: Knowledge): Command {
  const [name = '', argument = ''] = line.slice(1).trim().split(/\s+/u);
  switch (name.toLowerCase()) {
    case 'help':
    case '?':
      return { kind: 'help' };
    case 'why':
      return { kind: 'why' };
    case 'quit':
    case 'exit':
    case 'q':
      return { kind: 'quit' };
    case 'staff':
      return { kind: 'audience', audience: 'staff', says: 'Replies are now worded for staff.' };
    case 'patient':
      return { kind: 'audience', audience: 'patient', says: 'Replies are now worded for patients.' };
    case 'procedure':
      return readProcedure(argument, current, knowledge);
    default:
      return { kind: 'say', says: `There is no command /${toInert(name).slice(0, 20)}.\n${COMMANDS}` };
  }
}

function readProcedure(argument: string, current: ProcedureId | null, { guides }: Knowledge): Command {
  const nameOf = (id: ProcedureId | null) => (id === null ? 'all guides' : `${id}, ${guides.get(id)?.name ?? ''}`);
  if (argument.toLowerCase() === 'none')
    return { kind: 'procedure', procedure: null, says: `Questions are now about ${nameOf(null)}.` };
  if (guides.has(argument))
    return { kind: 'procedure', procedure: argument, says: `Questions are now about ${nameOf(argument)}.` };
  const known = [...guides.keys()].map((id) => `- /procedure ${nameOf(id).replace(', ', ': ')}`);
  const head = argument === '' ? `Questions are about ${nameOf(current)}.` : 'There is no such guide.';
  return { kind: 'say', says: [head, ...known, '- /procedure none: all guides'].join('\n') };
}
