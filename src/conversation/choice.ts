import type { ChoiceAction, ProcedureId } from '../types.ts';

/** Platforms carry at least this many characters on a button (Discord's custom_id; DESIGN). */
export const CHOICE_LIMIT = 100;

const MARKS = { ask: 'q', topic: 't', unsure: 'u', none: 'n', happening: 'h', 'just-asking': 'j' } as const;

/** Action -> id of at most 100 characters: `version|mark|procedure|ids`. Ids that do not fit are left out, the first never. */
export function encodeChoice(action: ChoiceAction, version: string): string {
  const head = [version, MARKS[action.kind], 'procedure' in action ? (action.procedure ?? '') : ''].join('|');
  const ids = [...idsOf(action)];
  while (ids.length > 1 && head.length + 1 + ids.join('+').length > CHOICE_LIMIT) ids.pop();
  return `${head}|${ids.join('+')}`;
}

/** Id -> action and the version that made it; null for anything that this program has not made. */
export function decodeChoice(id: string): { readonly action: ChoiceAction; readonly version: string } | null {
  if (id.length > CHOICE_LIMIT) return null;
  const [version, mark, procedure, rest, ...more] = id.split('|');
  if (version === undefined || procedure === undefined || rest === undefined || more.length > 0) return null;
  const ids = rest.split('+').filter((part) => part !== '');
  const action = toAction(mark ?? '', procedure === '' ? null : procedure, ids);
  return action === null ? null : { action, version };
}

function toAction(mark: string, procedure: ProcedureId | null, ids: readonly string[]): ChoiceAction | null {
  const first = ids[0];
  if (mark === MARKS.none) return { kind: 'none' };
  if (mark === MARKS['just-asking']) return { kind: 'just-asking' };
  if (first === undefined) return null;
  if (mark === MARKS.ask) return { kind: 'ask', asked: ids, procedure };
  if (mark === MARKS.topic) return { kind: 'topic', topic: first, procedure };
  if (mark === MARKS.unsure) return { kind: 'unsure', asked: ids };
  if (mark === MARKS.happening)
    return { kind: 'happening', category: first, level: ids[1] === 'urgent' ? 'urgent' : 'emergency' };
  return null;
}

function idsOf(action: ChoiceAction): readonly string[] {
  if (action.kind === 'ask' || action.kind === 'unsure') return action.asked;
  if (action.kind === 'topic') return [action.topic];
  return action.kind === 'happening' ? [action.category, action.level] : [];
}
