/** How much a change of knowledge or code changes: which replies, and how badly. */

/** What a reply says, as far as a change shows in it. */
export interface View {
  readonly kind: string;
  readonly level: string | null;
  readonly lead: readonly string[];
  readonly points: readonly string[];
  readonly text: string;
}

export interface Change {
  readonly question: string;
  /** Alarms first, then what changes its kind, then what leads elsewhere, then mere words. */
  readonly what: '1 alarm' | '2 kind' | '3 answer' | '4 words';
  readonly before: View;
  readonly after: View;
}

/** The same questions, asked before and after -> those whose replies differ, the worst first. */
export function changesBetween(
  questions: readonly string[],
  before: readonly View[],
  after: readonly View[],
): Change[] {
  const changes = questions.flatMap((question, index): Change[] => {
    const [old, now] = [before[index], after[index]];
    if (old === undefined || now === undefined || isSame(old, now)) return [];
    return [{ question, what: severityOf(old, now), before: old, after: now }];
  });
  return changes.sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : a.question < b.question ? -1 : 1));
}

/** "answer recovery/ice: Put ice on ...": a reply in one line. */
export function describeView({ kind, level, lead, text }: View): string {
  const what = [kind, level, lead.join(' ')].filter((part) => part !== null && part !== '').join(' ');
  return `${what}: ${(text.split('\n')[0] ?? '').replace(/\s+/gu, ' ').slice(0, 120)}`;
}

function isSame(a: View, b: View): boolean {
  const parts = ({ kind, level, lead, points, text }: View) => JSON.stringify([kind, level, lead, points, text]);
  return parts(a) === parts(b);
}

function severityOf(old: View, now: View): Change['what'] {
  if ((old.kind === 'escalate') !== (now.kind === 'escalate') || old.level !== now.level) return '1 alarm';
  if (old.kind !== now.kind) return '2 kind';
  return JSON.stringify(old.lead) === JSON.stringify(now.lead) ? '4 words' : '3 answer';
}
