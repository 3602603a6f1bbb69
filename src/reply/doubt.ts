import type { Block, ChoiceAction, Doubt, Reply } from '../types.ts';
import type { Setting } from './setting.ts';
import type { Say } from './words.ts';

/** Stands below when to call. */
const LAST: ReadonlySet<Block['kind']> = new Set(['source', 'staff', 'notice']);

/** A doubted alarm, and the label of the choice that raises it. */
export type Asked = Pick<Doubt, 'category' | 'level'> & { readonly label: string };

/** Reply -> the same with the long list of signs and numbers, and first of all choices the one that raises the alarm. */
export function createAskIfHappening(say: Say, encode: (action: ChoiceAction) => string) {
  return (reply: Reply, { doubt }: Setting): Reply => {
    if (doubt === null) return reply;
    const { category, level, label } = doubt;
    const others = reply.blocks.filter(({ kind }) => kind !== 'safety-net');
    const end = others.findIndex(({ kind }) => LAST.has(kind));
    const at = end === -1 ? others.length : end;
    const net: Block = { kind: 'safety-net', text: say('watch-list') };
    return {
      ...reply,
      blocks: [...others.slice(0, at), net, ...others.slice(at)],
      choices: [{ id: encode({ kind: 'happening', category, level }), label, facts: [] }, ...reply.choices],
    };
  };
}
