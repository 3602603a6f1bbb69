export interface Sample {
  readonly features: readonly number[];
  readonly right: boolean;
  /** Share of this sample in the fit. */
  readonly weight: number;
}
export interface Model {
  readonly bias: number;
  readonly weights: readonly number[];
}

const ROUNDS = 4_000;
const RATE = 0.5;

/**
 * Weighted logistic regression with ridge penalty, by gradient descent on standardised features; deterministic.
 * `signs` holds 1 or -1 for each feature: evidence for an answer never speaks against it, whatever one set suggests.
 */
export function fitLogistic(samples: readonly Sample[], signs: readonly number[], ridge = 0.002): Model {
  const width = samples[0]?.features.length ?? 0;
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  const columns = Array.from({ length: width }, (_, index) => samples.map((sample) => sample.features[index] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const spreads = columns.map(
    (column, index) =>
      Math.sqrt(column.reduce((sum, value) => sum + (value - (means[index] ?? 0)) ** 2, 0) / column.length) || 1,
  );
  const rows = samples.map((sample) =>
    sample.features.map((value, index) => (value - (means[index] ?? 0)) / (spreads[index] ?? 1)),
  );
  let bias = 0;
  let weights: number[] = new Array(width).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    let biasSlope = 0;
    const slopes: number[] = new Array(width).fill(0);
    for (const [position, row] of rows.entries()) {
      const sample = samples[position];
      if (sample === undefined) continue;
      const error = (chance({ bias, weights }, row) - (sample.right ? 1 : 0)) * (sample.weight / total);
      biasSlope += error;
      for (const [index, value] of row.entries()) slopes[index] = (slopes[index] ?? 0) + error * value;
    }
    bias -= RATE * biasSlope;
    weights = weights.map((weight, index) => {
      const next = weight - RATE * ((slopes[index] ?? 0) + ridge * weight);
      return next * (signs[index] ?? 1) < 0 ? 0 : next;
    });
  }
  const scaled = weights.map((weight, index) => weight / (spreads[index] ?? 1));
  return { bias: bias - scaled.reduce((sum, weight, index) => sum + weight * (means[index] ?? 0), 0), weights: scaled };
}

export function chance(model: Model, features: readonly number[]): number {
  const logit = features.reduce((sum, value, index) => sum + (model.weights[index] ?? 0) * value, model.bias);
  return 1 / (1 + Math.exp(-logit));
}
