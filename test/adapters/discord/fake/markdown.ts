/** What a person sees of a text on Discord, and what of it lives. */
export interface Read {
  /** The words, with every mark that Discord takes for markup resolved. */
  readonly text: string;
  /** What Discord would act upon: mentions, links, invites, emoji, markup. Not bold, small print and lists of dashes. */
  readonly live: readonly string[];
  readonly bold: readonly string[];
}

type Rule = readonly [name: string, pattern: RegExp];

/** In the order in which Discord tries them; the first group is what stays visible. */
const INLINE: readonly Rule[] = [
  ['escape', /^\\([^0-9A-Za-z\s])/u],
  ['code block', /^```(?:[\w+.#-]*\n)?([\s\S]+?)```/u],
  ['code', /^`([^`\n]+)`/u],
  ['bold', /^\*\*([\s\S]+?)\*\*(?!\*)/u],
  ['underline', /^__([\s\S]+?)__(?!_)/u],
  ['italics', /^\*(?=\S)([^*]+?)\*(?!\*)/u],
  ['italics', /^_([^_]+?)_(?![\w])/u],
  ['strike', /^~~([\s\S]+?)~~/u],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/u],
  ['masked link', /^\[([^\]]+)\]\(<?(?:https?|discord):\/\/[^)]+\)/u],
  ['link', /^<?((?:https?|steam|discord):\/\/[^\s<]+)>?/u],
  ['mention', /^(<(?:@[!&]?|#|id:)\w+>)/u],
  ['mention', /^(@(?:everyone|here))/u],
  ['command', /^(<\/[^>]+:\d+>)/u],
  ['time', /^(<t:-?\d+(?::\w)?>)/u],
  ['emoji', /^(<a?:\w+:\d+>)/u],
  ['emoji', /^(:[\w+-]+:)/u],
];
/** At the start of a line. */
const BLOCKS: readonly Rule[] = [
  ['heading', /^\s*#{1,3}\s+/u],
  ['small', /^-# /u],
  ['quote', /^\s*>(?:>>)? /u],
  ['dash', /^- /u],
  ['list', /^\s*(?:[*+]|-)\s/u],
  ['numbered list', /^\s*\d+\.\s(?=\S)/u],
];
const OURS: ReadonlySet<string> = new Set(['escape', 'bold', 'small', 'dash']);
/** Clients look for these in the raw text. */
const INVITE = /discord(?:app)?\.(?:gg|com\/invite)\/[\w-]+/giu;

/** Reads a content as Discord's clients do. */
export function readMarkdown(content: string): Read {
  const live = [...content.matchAll(INVITE)].map(([invite]) => `invite ${invite}`);
  const bold: string[] = [];
  const lines = content.split('\n').map((line) => {
    const block = BLOCKS.find(([, pattern]) => pattern.test(line));
    if (block === undefined) return line;
    if (!OURS.has(block[0])) live.push(`${block[0]} ${line}`);
    return block[0] === 'numbered list' ? line : line.replace(block[1], '');
  });
  return { text: inline(lines.join('\n'), live, bold), live, bold };
}

function inline(source: string, live: string[], bold: string[]): string {
  let rest = source;
  let text = '';
  while (rest !== '') {
    const match = INLINE.map(([name, pattern]) => [name, pattern.exec(rest)] as const).find(([, found]) => found);
    const [name = '', found] = match ?? [];
    // a word boundary before links and emoji, as in Discord's own rules for plain text
    if (!found) {
      const plain = /^[A-Za-z0-9\s]/u.test(rest)
        ? (/^(?:(?!https?:|steam:|discord:)[A-Za-z0-9\s])+/u.exec(rest)?.[0] ?? rest[0])
        : rest[0];
      text += plain;
      rest = rest.slice(plain?.length);
      continue;
    }
    const shown = found[1] ?? '';
    if (!OURS.has(name)) live.push(`${name} ${found[0]}`);
    if (name === 'bold') bold.push(shown);
    text += name === 'escape' || name.startsWith('code') ? shown : name === 'bold' ? inline(shown, live, bold) : shown;
    rest = rest.slice(found[0].length);
  }
  return text;
}
