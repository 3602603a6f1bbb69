/** Topics that a channel shows before anything is typed, where the knowledge has them. */
export const FIRST_TOPICS: readonly string[] = [
  'preparation',
  'procedure',
  'recovery',
  'return-to-activity',
  'side-effects',
  'cost',
];
