import { html } from 'hono/html';
import { type DayRates, percentOf } from '#core';
import { type Html, table } from './html.ts';

/** Size of the drawing and its margins, in its own units. */
const [WIDTH, HEIGHT] = [640, 240];
const MARGIN = { left: 48, right: 12, top: 12, bottom: 28 };
const GRID = [0, 25, 50, 75, 100];

/** Shares of a series of days, drawn; days on which nobody asked break the line. */
interface Line {
  readonly name: string;
  readonly mark: 'answered' | 'abstained';
  readonly shares: readonly (number | null)[];
}

/** Answer and abstain rates by day: a drawing, with the same figures in a table beside it. */
export function ratesPlot(days: readonly DayRates[]): Html {
  const shares = (kind: 'answer' | 'abstain') =>
    days.map(({ replies, kinds }) => (replies === 0 ? null : (100 * kinds[kind]) / replies));
  const lines: Line[] = [
    { name: 'answered', mark: 'answered', shares: shares('answer') },
    { name: 'not answered', mark: 'abstained', shares: shares('abstain') },
  ];
  const rows = days
    .filter(({ replies }) => replies > 0)
    .map(({ day, replies, kinds }) => [
      day,
      replies,
      percentOf(kinds.answer, replies),
      percentOf(kinds.abstain, replies),
      percentOf(kinds.clarify, replies),
      kinds.escalate,
    ]);
  const heads = ['Day', 'Replies', 'Answered', 'Not answered', 'Asked back', 'Alarms'];
  return html`<div class="pair"><section><h2>Answered and not answered, by day</h2>${draw(days, lines)}
<ul class="legend"><li class="answered">answered</li><li class="abstained">not answered</li></ul></section>
${table('The same by day, in figures', heads, rows.toReversed())}</div>`;
}

function draw(days: readonly DayRates[], lines: readonly Line[]): Html {
  const width = WIDTH - MARGIN.left - MARGIN.right;
  const height = HEIGHT - MARGIN.top - MARGIN.bottom;
  const x = (index: number) => round(MARGIN.left + (days.length < 2 ? width / 2 : (index * width) / (days.length - 1)));
  const y = (share: number) => round(MARGIN.top + height - (share * height) / 100);
  const grid = GRID.map(
    (
      share,
    ) => html`<line class="grid" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(share)}" y2="${y(share)}"/>
<text x="${MARGIN.left - 6}" y="${y(share) + 4}" text-anchor="end">${share}%</text>`,
  );
  const drawn = lines.map(({ mark, shares }) => {
    const points = shares.flatMap((share, index) => (share === null ? [] : [{ at: x(index), to: y(share), index }]));
    const path = points.map(({ at, to, index }, order) => {
      const joins = order > 0 && points[order - 1]?.index === index - 1;
      return `${joins ? 'L' : 'M'}${at} ${to}`;
    });
    const dots = points.map(({ at, to }) => html`<circle class="${mark}" cx="${at}" cy="${to}" r="2.5"/>`);
    return html`<path class="${mark}" d="${path.join('')}"/>${dots}`;
  });
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Shares of replies by day from ${first} to ${last}; the table below has the figures">
${grid}${drawn}
<text x="${MARGIN.left}" y="${HEIGHT - 6}">${first}</text>
<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 6}" text-anchor="end">${last}</text></svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
