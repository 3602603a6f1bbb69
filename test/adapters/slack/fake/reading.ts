import type { Json } from './payloads.ts';

/** What a person reads and can press in a message or home tab, with Slack's markup resolved. */

export function wordsOf(blocks: readonly Json[]): string {
  return blocks.flatMap(linesOf).join('\n');
}

export function buttonsOf(blocks: readonly Json[]): Json[] {
  return blocks.flatMap(({ type, elements }) => (type === 'actions' ? elements : []));
}

export function thumbsOf(blocks: readonly Json[]): Json | undefined {
  return blocks.flatMap(({ type, elements }) => (type === 'context_actions' ? elements : [])).at(0);
}

/** `text` as a notification and a screen reader have it. */
export function unescaped(text: string): string {
  return text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&');
}

/** What Slack would act upon: a raw sign in `text`, markup anywhere else, control and direction characters. */
export function liveOf({ text, blocks }: Json): string[] {
  const marks = [...text.replace(/&(?:amp|lt|gt);/gu, '').matchAll(/[<>&]/gu)].map(([mark]) => `text: ${mark}`);
  const hidden = [...`${text}${wordsOf(blocks)}`.matchAll(/(?![\t\n])[\p{Cc}\p{Cf}]/gu)].map(([mark]) =>
    JSON.stringify(mark),
  );
  const markup = JSON.stringify(blocks).includes('"mrkdwn"') ? ['mrkdwn'] : [];
  return [...marks, ...hidden, ...markup];
}

function linesOf(block: Json): string[] {
  switch (block.type) {
    case 'section':
    case 'header':
      return [block.text.text];
    case 'context':
      return block.elements.map(({ text }: Json) => text);
    case 'rich_text':
      return block.elements.flatMap((part: Json) =>
        (part.type === 'rich_text_list' ? part.elements : [part]).map(runsOf),
      );
    default:
      return [];
  }
}

function runsOf({ elements }: Json): string {
  return elements.map(({ text }: Json) => text).join('');
}
