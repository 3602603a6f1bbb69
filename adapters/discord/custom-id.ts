import type { Reply } from '#core';

/** What a button or a menu of a message means. */
export type Press =
  /** A choice of the core, in its own encoding: knowledge version and ids. */
  | { readonly kind: 'choice'; readonly id: string }
  /** A menu of choices: the picked value is the choice. */
  | { readonly kind: 'menu' }
  /** Post in public, or read in private, what the ticket stands for. */
  | { readonly kind: 'share' | 'read'; readonly ticket: string }
  | {
      readonly kind: 'thumb';
      readonly helpful: boolean;
      readonly about: string | null;
      readonly replied: Reply['kind'];
    };

/** Version of these ids. Whatever does not begin with it is a choice, and the core has a reply for a stale one. */
const VERSION = 'faq1';
const REPLIES: ReadonlySet<string> = new Set<Reply['kind']>(['answer', 'clarify', 'abstain', 'help', 'escalate']);

/** Press -> custom_id. Ids only, never a person's words. */
export function encodePress(press: Exclude<Press, { kind: 'menu' }>): string {
  switch (press.kind) {
    case 'choice':
      return press.id;
    case 'thumb':
      return [VERSION, press.helpful ? 'up' : 'down', press.replied, press.about ?? ''].join('|');
    default:
      return [VERSION, press.kind, press.ticket].join('|');
  }
}

/** The custom_id of a message's menu; each needs its own. */
export function menuId(index: number): string {
  return `${VERSION}|menu|${index}`;
}

/** custom_id -> press. One that nobody made becomes a choice that the core calls stale. */
export function decodePress(customId: string): Press {
  const [version, verb = '', ...rest] = customId.split('|');
  const [first = '', second = ''] = rest;
  if (version === VERSION) {
    if (verb === 'menu') return { kind: 'menu' };
    if (verb === 'share' || verb === 'read') return { kind: verb, ticket: rest.join('|') };
    if ((verb === 'up' || verb === 'down') && isReply(first) && /^[a-z0-9/-]{0,80}$/u.test(second))
      return { kind: 'thumb', helpful: verb === 'up', replied: first, about: second === '' ? null : second };
  }
  return { kind: 'choice', id: customId };
}

function isReply(kind: string): kind is Reply['kind'] {
  return REPLIES.has(kind);
}
