/** Wilson score interval, 95%: for `hits` of `total` the lower and upper bound of the share, 0 to 1. */
export function wilson(hits: number, total: number): readonly [number, number] {
  if (total === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / total;
  const scale = 1 + z ** 2 / total;
  const middle = share + z ** 2 / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

/** "76.4% (73.1-79.5)". */
export function percent(hits: number, total: number): string {
  if (total === 0) return '-';
  const [low, high] = wilson(hits, total);
  const of = (share: number) => (100 * share).toFixed(1);
  return `${of(hits / total)}% (${of(low)}-${of(high)})`;
}
