/** What Slack takes and what it refuses, written from its reference and not from the adapter (docs.slack.dev/reference). */

export interface Json {
  // biome-ignore lint/suspicious/noExplicitAny: payloads of a platform, checked field by field below
  readonly [name: string]: any;
}

/** Slack's word for the first breach; null where it takes the message. */
export function refuseMessage({ text, blocks = [] }: Json): string | null {
  if (typeof text !== 'string' || text.trim() === '') return 'no_text';
  if ([...text].length > 40_000) return 'msg_too_long';
  if (!Array.isArray(blocks) || blocks.length > 50) return 'invalid_blocks';
  if (JSON.stringify(blocks).length > 13_200) return 'msg_blocks_too_long';
  return blocks.every((block) => isBlock(block, 'message')) ? null : 'invalid_blocks';
}

export function refuseView({ type, blocks }: Json): string | null {
  const good = type === 'home' && Array.isArray(blocks) && blocks.length <= 100;
  return good && blocks.every((block) => isBlock(block, 'view')) ? null : 'invalid_arguments';
}

export function refusePrompts(prompts: unknown): string | null {
  const good =
    Array.isArray(prompts) &&
    prompts.length >= 1 &&
    prompts.length <= 4 &&
    prompts.every((prompt: Json) => isText(prompt.title, 300) && isText(prompt.message, 3_000));
  return good ? null : 'invalid_arguments';
}

function isBlock(block: Json, surface: 'message' | 'view'): boolean {
  switch (block.type) {
    case 'section':
      return has(block, ['text', 'expand']) && isTextObject(block.text, 3_000);
    case 'header':
      return has(block, ['text']) && isPlain(block.text, 150);
    case 'context':
      return has(block, ['elements']) && isList(block.elements, 10, (element) => isTextObject(element, 3_000));
    case 'actions':
      return has(block, ['elements']) && isList(block.elements, 25, isButton) && areUnique(block.elements);
    case 'context_actions':
      return surface === 'message' && has(block, ['elements']) && isList(block.elements, 5, isFeedback);
    case 'rich_text':
      return has(block, ['elements']) && isList(block.elements, 1_000, isRich);
    default:
      return false;
  }
}

function isRich(part: Json): boolean {
  const section = (one: Json) =>
    one.type === 'rich_text_section' &&
    isList(one.elements, 1_000, (run) => run.type === 'text' && isText(run.text, 3_000));
  if (part.type === 'rich_text_list')
    return /^(bullet|ordered)$/u.test(part.style) && isList(part.elements, 1_000, section);
  return section(part);
}

function isButton(element: Json): boolean {
  const { type, action_id, text, value, accessibility_label } = element;
  return (
    type === 'button' &&
    has(element, ['action_id', 'text', 'value', 'accessibility_label', 'style', 'url']) &&
    isText(action_id, 255) &&
    isPlain(text, 75) &&
    (value === undefined || isText(value, 2_000)) &&
    (accessibility_label === undefined || isText(accessibility_label, 75))
  );
}

function isFeedback(element: Json): boolean {
  const isThumb = (thumb: Json) =>
    isPlain(thumb?.text, 75) &&
    isText(thumb.value, 2_000) &&
    (thumb.accessibility_label === undefined || isText(thumb.accessibility_label, 75));
  const { type, action_id, positive_button, negative_button } = element;
  return type === 'feedback_buttons' && isText(action_id, 255) && isThumb(positive_button) && isThumb(negative_button);
}

function areUnique(elements: readonly Json[]): boolean {
  return new Set(elements.map(({ action_id }) => action_id)).size === elements.length;
}

function isTextObject(text: Json | undefined, limit: number): boolean {
  return (
    isPlain(text, limit) || (text?.type === 'mrkdwn' && has(text, ['text', 'verbatim']) && isText(text.text, limit))
  );
}

function isPlain(text: Json | undefined, limit: number): boolean {
  return text?.type === 'plain_text' && has(text, ['text', 'emoji']) && isText(text.text, limit);
}

function isText(text: unknown, limit: number): boolean {
  return typeof text === 'string' && text.trim() !== '' && [...text].length <= limit;
}

function isList(list: unknown, most: number, good: (one: Json) => boolean): boolean {
  return Array.isArray(list) && list.length >= 1 && list.length <= most && list.every(good);
}

/** Slack refuses fields that it does not know. */
function has(value: Json, fields: readonly string[]): boolean {
  return Object.keys(value).every((name) => ['type', 'block_id', ...fields].includes(name));
}
