/** What speaks for or against a message being about any known intent. All grow with trust. */
export interface Signals {
  /** Log-odds of the best intent. */
  readonly odds: number;
  /** Log-sum-exp of the scores, the negative free energy (Liu et al. 2020). */
  readonly energy: number;
  /** Minus the rarity-weighted share of unknown words. */
  readonly words: number;
  /** Minus the share of unknown word pairs. */
  readonly pairs: number;
  /** Minus the number of unknown words, at most 5. */
  readonly count: number;
  /** Cosine with the nearest training row; 0 when the model keeps none. */
  readonly nearest: number;
  /** Minus the rarity-weighted share of unknown meanings. */
  readonly meanings: number;
  /** Cosine of the hidden layers with the nearest training row's; 0 when the model keeps none. */
  readonly hidden: number;
}

const KEYS = ['odds', 'energy', 'words', 'pairs', 'count', 'nearest', 'meanings', 'hidden'] as const;

/** A logistic regression on the signals: the probability that a message is in scope. */
export interface Rejector {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface Evidence {
  readonly signals: Signals;
  readonly inScope: boolean;
  readonly weight: number;
}

export const valuesOf = (signals: Signals): number[] => KEYS.map((key) => signals[key]);

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Fits the rejector by gradient descent; both sides count the same in total. */
export function fitRejector(evidence: readonly Evidence[], decay = 0.01): Rejector {
  const rows = evidence.map(({ signals }) => valuesOf(signals));
  const mean = KEYS.map(
    (_, k) => rows.reduce((sum, row) => sum + (row[k] as number), 0) / Math.max(1, rows.length),
  );
  const scale = KEYS.map((_, k) => {
    const square = rows.reduce((sum, row) => sum + ((row[k] as number) - (mean[k] as number)) ** 2, 0);
    return Math.sqrt(square / Math.max(1, rows.length)) || 1;
  });
  const x = rows.map((row) => row.map((value, k) => (value - (mean[k] as number)) / (scale[k] as number)));
  const total = { in: 0, out: 0 };
  for (const { inScope, weight } of evidence) total[inScope ? 'in' : 'out'] += weight;
  if (total.in === 0 || total.out === 0)
    return { mean, scale, weights: [1, 0.3, 0.5, 0, 0, 0, 0, 0], bias: 1 };
  const weights = KEYS.map(() => 0);
  let bias = 0;
  for (let round = 0; round < 500; round++) {
    const gradient = KEYS.map(() => 0);
    let biasGradient = 0;
    evidence.forEach(({ inScope, weight }, i) => {
      const row = x[i] as number[];
      const score = row.reduce((sum, value, k) => sum + value * (weights[k] as number), bias);
      const error = ((sigmoid(score) - (inScope ? 1 : 0)) * weight) / (2 * (inScope ? total.in : total.out));
      row.forEach((value, k) => {
        gradient[k] = (gradient[k] as number) + error * value;
      });
      biasGradient += error;
    });
    // Trust may not fall when a signal of trust grows, whatever a small sample says.
    weights.forEach((w, k) => {
      weights[k] = Math.max(0, w - 2 * ((gradient[k] as number) + decay * w));
    });
    bias -= 2 * biasGradient;
  }
  return { mean, scale, weights, bias };
}

/** Probability, for equal chances beforehand, that a message with these signals is in scope. */
export function inScopeProbability(rejector: Rejector, signals: Signals): number {
  let score = rejector.bias;
  valuesOf(signals).forEach((value, k) => {
    score +=
      ((value - (rejector.mean[k] as number)) / (rejector.scale[k] as number)) *
      (rejector.weights[k] as number);
  });
  return sigmoid(score);
}

export interface Judged {
  readonly trust: number;
  /** In scope and the intent right; false also for out of scope. */
  readonly isRight: boolean;
  readonly inScope: boolean;
}
