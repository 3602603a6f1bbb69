/** What Slack takes; a breach loses the whole message (docs.slack.dev/reference/block-kit). Characters unless said otherwise. */
export const LIMITS = {
  /** Blocks of one message. */
  blocks: 50,
  /** All blocks of one message, counted as JSON: beyond about this, `msg_blocks_too_long` (bolt-js issue 2509). */
  blocksTotal: 13_200,
  /** Text of a section; kept for list and context blocks too, which have no stated limit. */
  section: 3_000,
  header: 150,
  /** Buttons of one actions block. */
  actions: 25,
  label: 75,
  accessibilityLabel: 75,
  /** Suggested prompts. */
  prompts: 4,
} as const;

/** No longer than `limit` UTF-16 units; what is cut ends in "…". */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`.toWellFormed();
}
