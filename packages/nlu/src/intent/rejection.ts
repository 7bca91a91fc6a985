import { sigmoid } from './calibration.ts';
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
  /** Log-odds of all intents together against the class of out-of-scope rows; 0 when the model has no such class. */
  readonly foreign: number;
  /** Rarity-weighted share of the words that rows of the best intent had. */
  readonly own: number;
  /** The same of the meanings. */
  readonly ownMeanings: number;
  /** Nearness of the hidden layers to the nearest intent's mean. */
  readonly centre: number;
  /** Length of the hidden layers. */
  readonly norm: number;
}

const KEYS = [
  'odds',
  'energy',
  'words',
  'pairs',
  'count',
  'nearest',
  'meanings',
  'hidden',
  'foreign',
  'own',
  'ownMeanings',
  'centre',
  'norm',
] as const;

/** Weights without any evidence to learn them from. */
const UNTAUGHT: Partial<Record<keyof Signals, number>> = { odds: 1, energy: 0.3, words: 0.5 };

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

/** Mean and spread of each signal. */
function spreadOf(evidence: readonly Evidence[]): { mean: number[]; scale: number[] } {
  const n = Math.max(1, evidence.length);
  const mean = KEYS.map((key) => evidence.reduce((sum, { signals }) => sum + signals[key], 0) / n);
  const scale = KEYS.map((key, k) => {
    const square = evidence.reduce((sum, { signals }) => sum + (signals[key] - (mean[k] as number)) ** 2, 0);
    return Math.sqrt(square / n) || 1;
  });
  return { mean, scale };
}

/** Fits the rejector by gradient descent; both sides count the same in total. */
export function fitRejector(evidence: readonly Evidence[], decay = 0.01): Rejector {
  const { mean, scale } = spreadOf(evidence);
  const total = { in: 0, out: 0 };
  for (const { inScope, weight } of evidence) total[inScope ? 'in' : 'out'] += weight;
  if (total.in === 0 || total.out === 0)
    return { mean, scale, weights: KEYS.map((key) => UNTAUGHT[key] ?? 0), bias: 1 };
  const width = KEYS.length;
  const x = new Float64Array(evidence.length * width);
  const target = Float64Array.from(evidence, ({ inScope }) => (inScope ? 1 : 0));
  const share = Float64Array.from(
    evidence,
    ({ inScope, weight }) => weight / (2 * (inScope ? total.in : total.out)),
  );
  evidence.forEach(({ signals }, i) => {
    valuesOf(signals).forEach((value, k) => {
      x[i * width + k] = (value - (mean[k] as number)) / (scale[k] as number);
    });
  });
  const weights = new Float64Array(width);
  const gradient = new Float64Array(width);
  let bias = 0;
  for (let round = 0; round < 500; round++) {
    gradient.fill(0);
    let biasGradient = 0;
    for (let i = 0, at = 0; i < target.length; i++, at += width) {
      let score = bias;
      for (let k = 0; k < width; k++) score += (x[at + k] as number) * (weights[k] as number);
      const error = (sigmoid(score) - (target[i] as number)) * (share[i] as number);
      for (let k = 0; k < width; k++) gradient[k] = (gradient[k] as number) + error * (x[at + k] as number);
      biasGradient += error;
    }
    // Trust may not fall when a signal of trust grows, whatever a small sample says.
    for (let k = 0; k < width; k++) {
      const w = weights[k] as number;
      weights[k] = Math.max(0, w - 2 * ((gradient[k] as number) + decay * w));
    }
    bias -= 2 * biasGradient;
  }
  return { mean, scale, weights: [...weights], bias };
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
