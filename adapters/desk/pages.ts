import { html } from 'hono/html';
import {
  type Day,
  type Entry,
  entriesOf,
  type Knowledge,
  percentOf,
  type Standing,
  type Summary,
  standingOf,
  type Tally,
  titleOf,
} from '#core';
import { type KeptWords, type Review, WORDS_STATES, type WordsState } from '../shared/index.ts';
import { type Html, table } from './html.ts';
import { ratesPlot } from './plot.ts';

/** Rows of a list. */
const MOST = 50;

export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}
/** Lengths of time that can be looked at, in days. */
export const SPANS = [7, 28, 90, 365] as const;

export function overviewPage(path: string, span: Span, summary: Summary, knowledge: Knowledge): Html {
  const { replies, kinds, asked, alarms, days } = summary;
  const figures = [
    ['Replies', replies],
    ['Answered', percentOf(kinds.answer, replies)],
    ['Not answered', percentOf(kinds.abstain, replies)],
    ['Asked back', percentOf(kinds.clarify, replies)],
    ['Alarms', kinds.escalate],
  ].map(([name, figure]) => html`<div><dt>${name}</dt><dd>${figure}</dd></div>`);
  return html`${spanForm(path, span)}<dl class="figures">${figures}</dl>
${table('Asked most', ['Question', 'Times'], rowsOf(asked, knowledge))}
${ratesPlot(days)}
${table('Alarms, by kind', ['Kind', 'Times'], rowsOf(alarms, knowledge))}`;
}

export function gapsPage(path: string, span: Span, { gaps }: Summary, knowledge: Knowledge): Html {
  const rows = gaps.map(({ id, times }) => [
    titleOf(id, knowledge),
    times,
    knowledge.gaps.get(id)?.route ?? '',
    propose(path, id, 'Write an answer', knowledge),
  ]);
  return html`<p>What people ask and no guide says. An answer that the clinic signs turns a gap into an entry.</p>
${spanForm(`${path}/gaps`, span)}${table('Gaps by demand', ['Gap', 'Times', 'Who can tell', 'To do'], rows)}`;
}

export function wordingsPage(path: string, span: Span, { chosen, thumbs }: Summary, knowledge: Knowledge): Html {
  const isQuestion = (id: string) => knowledge.questions.has(id) || knowledge.topics.has(id);
  const link = (id: string) =>
    isQuestion(id) || knowledge.gaps.has(id) ? propose(path, entryOf(id, knowledge), 'Add a wording', knowledge) : '';
  return html`${spanForm(`${path}/wordings`, span)}
<p>Who chose an offer had asked in words that were not understood well enough: each is a proposal for a new wording.</p>
${table(
  'Offers that people chose',
  ['Led to', 'Times', 'To do'],
  chosen.slice(0, MOST).map(({ id, times }) => [titleOf(id, knowledge), times, link(id)]),
)}
${table(
  'Thumbs down',
  ['Reply about', 'Down', 'Up', 'To do'],
  thumbs.slice(0, MOST).map(({ id, times, up }) => [titleOf(id, knowledge), times, up, link(id)]),
)}`;
}

export interface WordsView {
  readonly keepsWords: boolean;
  readonly kept: readonly KeptWords[];
  readonly state: WordsState | null;
}

export function wordsPage(path: string, { keepsWords, kept, state }: WordsView, knowledge: Knowledge): Html {
  const options = WORDS_STATES.map((one) => html`<option ${one === state ? html`selected` : ''}>${one}</option>`);
  const off = keepsWords
    ? ''
    : html`<p class="notice">No words are kept now: <code>REVIEW_KEEP_TEXT</code> is not set.</p>`;
  const rows = kept
    .toReversed()
    .map(({ id, day, channel, text, about, state: own }) => [
      html`<q>${text}</q>`,
      day,
      channel,
      about === null ? '-' : titleOf(about, knowledge),
      stateForm(path, id, own, text),
      about === null ? '' : propose(path, entryOf(about, knowledge), 'Add as a wording', knowledge, id),
    ]);
  return html`${off}<p>Questions that got no answer. Personal details were taken out before they were written; not all can be found, so copy no name into the knowledge. <code>npm run review -- purge</code> deletes them.</p>
<form method="get" action="${path}/words" class="line"><label for="state">Show</label>
<select id="state" name="state"><option value="">all</option>${options}</select><button>Show</button></form>
${table('Unanswered words', ['Words', 'Day', 'Channel', 'Nearest', 'State', 'To do'], rows)}`;
}

export function reviewsPage(knowledge: Knowledge, today: Day, reviews: readonly Review[]): Html {
  const standings = Map.groupBy(entriesOf(knowledge), ({ review }) => standingOf(review, today));
  const list = (standing: Standing, caption: string) =>
    table(caption, ['Entry', 'Words', 'State', 'Next'], (standings.get(standing) ?? []).map(entryRow));
  const recorded = reviews
    .toReversed()
    .map(({ entry, by, on, version }) => [entry, by, on, html`<code>${version}</code>`]);
  return html`<p>Whoever reviewed an entry runs <code>npm run knowledge:review -- --by "name, role" --entry ID</code>. Until then patients
are told that it is not yet reviewed, overdue, or being checked.</p>
${list('overdue', 'Overdue')}${list('disputed', 'Disputed')}${list('waiting', 'Awaiting review')}
${table('Reviews recorded', ['Entry', 'By', 'On', 'Knowledge'], recorded)}`;
}

function entryRow({ id, text, review }: Entry): (Html | string)[] {
  const state = [review.state, review.note].filter((part) => part !== undefined).join(': ');
  return [html`<code>${id}</code>`, text, state, review.next ?? '-'];
}

function rowsOf(tallies: readonly Tally[], knowledge: Knowledge): (string | number)[][] {
  return tallies.slice(0, MOST).map(({ id, times }) => [titleOf(id, knowledge), times]);
}

/** A topic stands for the question about all of it. */
function entryOf(id: string, { topics }: Knowledge): string {
  return topics.has(id) ? `${id}/whole` : id;
}

/** The link names an entry and at most the id of kept words, never words. */
function propose(path: string, entry: string, text: string, knowledge: Knowledge, words?: string): Html {
  const query = new URLSearchParams({ entry, ...(words === undefined ? {} : { words }) });
  return html`<a href="${path}/propose?${query.toString()}">${text}<span class="hidden"> to: ${titleOf(entry, knowledge)}</span></a>`;
}

function spanForm(action: string, { days }: Span): Html {
  const options = SPANS.map(
    (span) => html`<option value="${span}" ${span === days ? html`selected` : ''}>${span} days</option>`,
  );
  return html`<form method="get" action="${action}" class="line"><label for="days">The last</label>
<select id="days" name="days">${options}</select><button>Show</button></form>`;
}

function stateForm(path: string, id: string, state: WordsState, text: string): Html {
  const buttons = WORDS_STATES.filter((one) => one !== state).map(
    (one) =>
      html`<button name="state" value="${one}">${one}<span class="hidden">: ${text.slice(0, 60)}</span></button>`,
  );
  return html`<form method="post" action="${path}/words" class="states"><strong>${state}</strong>
<input type="hidden" name="id" value="${id}">${buttons}</form>`;
}
