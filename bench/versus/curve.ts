export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly right: number; readonly wrong: number }[];
}

const [WIDTH, HEIGHT, MARGIN] = [720, 440, 56];
/** Shares at which the axes end. */
const [MOST_WRONG, MOST_RIGHT] = [0.3, 0.5];
/** Told apart by line style as well as by colour. */
const STYLES = ['#0b5cad', '#b3261e', '#8a6d00', '#2e7d32', '#6a1b9a', '#455a64'].map((colour, index) => ({
  colour,
  dash: index === 0 ? '' : `${4 + 2 * index} ${2 + index}`,
}));

/** Curves -> an SVG picture: how many questions are answered right at each share of wrong answers. */
export function drawCurves(curves: readonly Curve[]): string {
  const x = (wrong: number) => MARGIN + (wrong / MOST_WRONG) * (WIDTH - MARGIN - 190);
  const y = (right: number) => HEIGHT - MARGIN - (right / MOST_RIGHT) * (HEIGHT - 2 * MARGIN);
  const text = (left: number, top: number, words: string, more = '') =>
    `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}" ${more}>${words}</text>`;
  const grid = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3].map(
    (share) =>
      `<line x1="${x(share)}" y1="${y(0)}" x2="${x(share)}" y2="${y(MOST_RIGHT)}" stroke="#ddd"/>${text(x(share), y(0) + 18, `${Math.round(share * 100)}%`, 'text-anchor="middle"')}`,
  );
  const rows = [0, 0.1, 0.2, 0.3, 0.4, 0.5].map(
    (share) =>
      `<line x1="${x(0)}" y1="${y(share)}" x2="${x(MOST_WRONG)}" y2="${y(share)}" stroke="#ddd"/>${text(x(0) - 8, y(share) + 4, `${Math.round(share * 100)}%`, 'text-anchor="end"')}`,
  );
  const paths = curves.map(({ name, points }, index) => {
    const { colour, dash } = STYLES[index % STYLES.length] ?? { colour: '#000', dash: '' };
    const inside = points.filter((point) => point.wrong <= MOST_WRONG);
    const path = inside
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.wrong).toFixed(1)} ${y(point.right).toFixed(1)}`)
      .join('');
    const top = MARGIN + 22 * index;
    const legend = `<line x1="${WIDTH - 180}" y1="${top - 4}" x2="${WIDTH - 150}" y2="${top - 4}" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}"/>${text(WIDTH - 144, top, name)}`;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${index === 0 ? 3 : 2}" stroke-dasharray="${dash}"/>${legend}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Share of questions answered right against share answered wrong, for each matcher"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${[...grid, ...rows, ...paths].join('')}${text((x(0) + x(MOST_WRONG)) / 2, HEIGHT - 14, 'answered wrong, share of all lines', 'text-anchor="middle"')}${text(16, HEIGHT / 2, 'answered right', `text-anchor="middle" transform="rotate(-90 16 ${HEIGHT / 2})"`)}</svg>\n`;
}
