import { sum, type WordingIndex } from './index-wordings.ts';

/** Rounds over all wordings; more change nothing on the tuning half. */
const ROUNDS = 12;
const RATE = 0.7;
const DECAY = 0.05;
const RIDGE = 1e-4;
/** Length to which a question's vector is stretched: how sharply the classes part. */
const SHARPNESS = 5;

/** Terms -> chance of each entry, by position; learnt from the wordings, so that it knows which terms tell entries apart. */
export type Classifier = (terms: ReadonlySet<string>) => Float64Array;

/** Softmax regression over the terms of all wordings; deterministic, about half a second for 8,000 wordings. */
export function trainClassifier(index: WordingIndex): Classifier {
  const columns = new Map<string, number>();
  for (const unit of index.units)
    for (const term of unit.terms) if (!columns.has(term)) columns.set(term, columns.size);
  const classes = index.entries.length;
  // One row a term, so that a wording touches few rows, each of them contiguous.
  const weights = Array.from({ length: columns.size }, () => new Float32Array(classes));
  const counts = new Float64Array(classes);
  for (const unit of index.units) counts[unit.entry] = (counts[unit.entry] ?? 0) + 1;
  const vectorOf = (terms: ReadonlySet<string>) => toVector(terms, columns, index);
  const samples = index.units.map((unit) => ({ vector: vectorOf(unit.terms), entry: unit.entry }));
  const order = shuffled(samples.length);
  const scores = new Float64Array(classes);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + DECAY * round * 4);
    for (const position of order) {
      const sample = samples[position];
      if (sample === undefined) continue;
      softmax(sample.vector, weights, scores);
      const share = Math.sqrt(30 / (counts[sample.entry] ?? 30));
      for (const { column, value } of sample.vector) {
        const row = weights[column];
        if (row === undefined) continue;
        const step = (rate * share * value) / SHARPNESS;
        for (let entry = 0; entry < classes; entry++)
          row[entry] = (row[entry] ?? 0) * (1 - RIDGE) - step * (scores[entry] ?? 0);
        row[sample.entry] = (row[sample.entry] ?? 0) + step;
      }
    }
  }
  return (terms) => softmax(vectorOf(terms), weights, new Float64Array(classes));
}

type Vector = readonly { readonly column: number; readonly value: number }[];

function toVector(terms: ReadonlySet<string>, columns: ReadonlyMap<string, number>, index: WordingIndex): Vector {
  const weighted = [...terms].map((term) => ({ column: columns.get(term), value: index.weightOf(term) }));
  const length = Math.sqrt(sum(weighted.map(({ value }) => value ** 2))) || 1;
  return weighted.flatMap(({ column, value }) =>
    column === undefined ? [] : [{ column, value: (SHARPNESS * value) / length }],
  );
}

function softmax(vector: Vector, weights: readonly Float32Array[], into: Float64Array): Float64Array {
  into.fill(0);
  for (const { column, value } of vector) {
    const row = weights[column];
    if (row !== undefined)
      for (let entry = 0; entry < into.length; entry++) into[entry] = (into[entry] ?? 0) + value * (row[entry] ?? 0);
  }
  const most = into.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let entry = 0; entry < into.length; entry++) {
    const raised = Math.exp((into[entry] ?? 0) - most);
    into[entry] = raised;
    total += raised;
  }
  for (let entry = 0; entry < into.length; entry++) into[entry] = (into[entry] ?? 0) / total;
  return into;
}

/** Positions 0 to length - 1 in a fixed mixed order. */
function shuffled(length: number): number[] {
  const order = Array.from({ length }, (_, position) => position);
  let seed = 1;
  for (let position = length - 1; position > 0; position--) {
    seed = (seed * 48_271) % 2_147_483_647;
    const other = seed % (position + 1);
    [order[position], order[other]] = [order[other] ?? 0, order[position] ?? 0];
  }
  return order;
}
