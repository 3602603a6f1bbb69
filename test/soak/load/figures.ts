/** What a replica says of itself at /metrics. */
export interface Figures {
  /** Replies up to these many seconds. */
  readonly buckets: ReadonlyMap<number, number>;
  readonly replies: number;
  readonly errors: Readonly<Record<string, number>>;
  readonly residentMb: number;
  /** Seconds of processor time so far. */
  readonly cpuSeconds: number;
  readonly loopP99Ms: number;
}

export function toFigures(text: string): Figures {
  const samples = [...text.matchAll(/^(\w+)(?:\{(.*?)\})? (\S+)$/gmu)].map(([, name, labels = '', value]) => ({
    name,
    labels,
    value: Number(value),
  }));
  const of = (wanted: string) => samples.filter(({ name }) => name === wanted);
  const first = (wanted: string) => of(wanted)[0]?.value ?? Number.NaN;
  const label = (labels: string, name: string) => new RegExp(`${name}="([^"]*)"`, 'u').exec(labels)?.[1] ?? '';
  return {
    buckets: new Map(
      of('faq_reply_seconds_bucket').map(({ labels, value }) => [
        Number(label(labels, 'le').replace('+Inf', 'Infinity')),
        value,
      ]),
    ),
    replies: of('faq_replies_total').reduce((sum, { value }) => sum + value, 0),
    errors: Object.fromEntries(of('faq_errors_total').map(({ labels, value }) => [label(labels, 'event'), value])),
    residentMb: first('process_resident_memory_bytes') / 2 ** 20,
    cpuSeconds: first('process_cpu_seconds_total'),
    loopP99Ms: first('nodejs_eventloop_lag_p99_seconds') * 1000,
  };
}

/** Milliseconds in which at least this share of the replies between two looks were made: the bound of a bucket. */
export function boundOf(share: number, before: Figures, after: Figures): number {
  const between = [...after.buckets].map(
    ([bound, count]) => [bound, count - (before.buckets.get(bound) ?? 0)] as const,
  );
  const all = Math.max(...between.map(([, count]) => count));
  return (between.find(([, count]) => count >= share * all)?.[0] ?? Number.NaN) * 1000;
}
