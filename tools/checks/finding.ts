/** Something that the loader lets pass and a nurse should know. Errors fail the check, warnings do not. */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly group: (typeof GROUPS)[number];
  /** Id of the fact, question, gap or line, as it stands in its file. */
  readonly about: string;
  readonly what: string;
}

/** What findings are about, in the order in which they are told. */
export const GROUPS = ['facts', 'cautions', 'reviews', 'reading grade', 'wordings', 'alarms'] as const;

/** A line for each finding, under its group with counts. */
export function toReport(findings: readonly Finding[]): string[] {
  return GROUPS.flatMap((group) => {
    const found = findings.filter((finding) => finding.group === group);
    if (found.length === 0) return [];
    const lines = found.map(({ level, about, what }) => `  ${level}: ${about}: ${what}`);
    return [`${group} (${count(found)})`, ...lines.sort(errorsFirst)];
  });
}

/** "2 errors, 1 warning". */
export function count(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  return `${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}`;
}

function errorsFirst(a: string, b: string): number {
  return Number(b.startsWith('  error')) - Number(a.startsWith('  error'));
}
