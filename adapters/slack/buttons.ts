import type { types } from '@slack/bolt';
import type { Choice, Reply } from '#core';
import { type Input, toInert } from '../shared/index.ts';
import { LIMITS, shorten } from './limits.ts';
import type { Strings } from './strings.ts';
import { toValue, type ValueKind } from './values.ts';

/** What a reply offers besides its choices. */
export interface Offer {
  /** Thread that memory and sharing hang on; none for a slash command. */
  readonly root?: string;
  /** What leads to the same answer again, where others may read it. */
  readonly again?: Input | null;
  /** Name of its explanation. */
  readonly why?: string | null;
  /** `aboutOf` the turn, for a thumb; undefined where none is asked for. */
  readonly about?: string | null;
  /** A hint under the reply. */
  readonly note?: string;
}

/** Name of what a button does, out of its `action_id`; `choice:3` is one of several choices. */
export function kindOf(actionId: string): string {
  return actionId.split(':')[0] ?? '';
}

/** Buttons of the choices, in as many blocks as they need. */
export function choiceButtons(choices: readonly Choice[], { root }: Offer): types.ActionsBlock[] {
  const buttons = choices.map(({ id, label }, index) =>
    button('choice', toInert(label), toValue('choice', { id, ...(root === undefined ? {} : { root }) }), { index }),
  );
  return inRows(buttons);
}

/** "Share here" and "Why this answer?". */
export function offerButtons({ root, again, why }: Offer, strings: Strings, version: string): types.ActionsBlock[] {
  const shares =
    again == null ? [] : [toValue('share', { again, of: version, ...(root === undefined ? {} : { root }) })];
  const reasons = why == null ? [] : [toValue('why', { reason: why })];
  return inRows([
    ...shares.map((value) => button('share', strings.share, value, { spoken: strings.shareLabel })),
    ...reasons.map((value) => button('why', strings.why, value, { spoken: strings.whyLabel })),
  ]);
}

/** Slack's own thumbs. */
export function feedbackButtons({ kind }: Reply, { about }: Offer, strings: Strings): types.ContextActionsBlock[] {
  if (about === undefined || (kind !== 'answer' && kind !== 'abstain')) return [];
  const thumb = (helpful: boolean, text: string) => ({
    text: label(text),
    accessibility_label: text,
    value: toValue('thumb', { helpful, kind, about }),
  });
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'thumb',
          positive_button: thumb(true, strings.helpful),
          negative_button: thumb(false, strings.notHelpful),
        },
      ],
    },
  ];
}

function button(
  kind: ValueKind,
  text: string,
  value: string,
  { index, spoken }: { readonly index?: number; readonly spoken?: string },
): types.Button {
  return {
    type: 'button',
    action_id: index === undefined ? kind : `${kind}:${index}`,
    text: label(text),
    value,
    ...(spoken === undefined ? {} : { accessibility_label: shorten(spoken, LIMITS.accessibilityLabel) }),
  };
}

function label(text: string) {
  return { type: 'plain_text', text: shorten(text.trim() || '…', LIMITS.label), emoji: false } as const;
}

function inRows(buttons: readonly types.Button[]): types.ActionsBlock[] {
  const rows: types.ActionsBlock[] = [];
  for (let from = 0; from < buttons.length; from += LIMITS.actions)
    rows.push({ type: 'actions', elements: buttons.slice(from, from + LIMITS.actions) });
  return rows;
}
