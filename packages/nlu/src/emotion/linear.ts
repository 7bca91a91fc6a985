import type { Features } from './features.ts';
import { minimise } from './minimise.ts';

/** Multinomial logistic regression: `weights[c * dimensions + place]`, `bias[c]`. */
export interface LinearHead {
  readonly classes: number;
  readonly dimensions: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface LinearOptions {
  /** Strength of the L2 penalty on the whole, as in λ/2·|w − prior|² beside the summed loss. */
  readonly l2: number;
  /** Weight of each class in the loss. */
  readonly classWeights: readonly number[];
  readonly iterations: number;
  /** Weights that the penalty draws to and that training starts from, `[class, place, weight]`; else 0. */
  readonly prior?: readonly (readonly [number, number, number])[];
  readonly isCancelled?: () => boolean;
}

/**
 * Maximum a posteriori fit with a Gaussian prior around `prior`, by L-BFGS: the result depends on the data alone,
 * not on their order or on a seed. Only places that occur are touched, so time is linear in the examples.
 */
export function trainLinear(
  examples: readonly Features[],
  labels: readonly number[],
  dimensions: number,
  options: LinearOptions,
): LinearHead {
  const classes = options.classWeights.length;
  const used = usedPlaces(examples, options.prior ?? []);
  const size = used.places.length;
  const start = new Float64Array(classes * (size + 1));
  for (const [c, place, weight] of options.prior ?? []) {
    const at = used.indexOf.get(place);
    if (at !== undefined) start[c * size + at] = weight;
  }
  const rows = examples.map(({ places, values }) => {
    const kept = places.flatMap((place, k) => {
      const at = used.indexOf.get(place);
      return at === undefined ? [] : [[at, values[k] as number] as const];
    });
    return {
      at: Uint32Array.from(kept, ([at]) => at),
      values: Float64Array.from(kept, ([, value]) => value),
    };
  });
  const solution = minimise(
    start,
    (point, gradient) => lossAt(point, gradient, { rows, labels, classes, size, start, options }),
    options.iterations,
    options.isCancelled,
  );
  const weights = new Float32Array(classes * dimensions);
  for (const [c, place, weight] of options.prior ?? []) weights[c * dimensions + place] = weight;
  for (let c = 0; c < classes; c++) {
    used.places.forEach((place, i) => {
      weights[c * dimensions + place] = solution[c * size + i] as number;
    });
  }
  const bias = Float32Array.from(solution.subarray(classes * size));
  return { classes, dimensions, weights, bias };
}

/** Places that a model can learn from: those of two examples and more, and those with a prior. */
function usedPlaces(
  examples: readonly Features[],
  prior: readonly (readonly [number, number, number])[],
): { places: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const { places } of examples)
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  for (const [, place] of prior) if (counts.has(place)) counts.set(place, 2);
  const least = examples.length < 200 ? 1 : 2;
  const places = [...counts.keys()].filter((place) => (counts.get(place) as number) >= least);
  return { places, indexOf: new Map(places.map((place, i) => [place, i])) };
}

interface Problem {
  readonly rows: readonly { readonly at: Uint32Array; readonly values: Float64Array }[];
  readonly labels: readonly number[];
  readonly classes: number;
  readonly size: number;
  readonly start: Float64Array;
  readonly options: LinearOptions;
}

/** Weighted cross-entropy and penalty at `point`; writes the gradient. */
function lossAt(point: Float64Array, gradient: Float64Array, problem: Problem): number {
  const { rows, labels, classes, size, start, options } = problem;
  const last = classes * size;
  let loss = 0;
  for (let i = 0; i < last; i++) {
    const away = (point[i] as number) - (start[i] as number);
    loss += (options.l2 / 2) * away * away;
    gradient[i] = options.l2 * away;
  }
  gradient.fill(0, last);
  rows.forEach(({ at, values }, r) => {
    const label = labels[r] as number;
    const weight = options.classWeights[label] as number;
    const scores: number[] = [];
    for (let c = 0; c < classes; c++) {
      let sum = point[last + c] as number;
      const base = c * size;
      for (let k = 0; k < at.length; k++)
        sum += (point[base + (at[k] as number)] as number) * (values[k] as number);
      scores.push(sum);
    }
    const probabilities = softmax(scores);
    loss -= weight * Math.log((probabilities[label] as number) + 1e-12);
    for (let c = 0; c < classes; c++) {
      const error = ((probabilities[c] as number) - (c === label ? 1 : 0)) * weight;
      const base = c * size;
      for (let k = 0; k < at.length; k++) {
        const place = base + (at[k] as number);
        gradient[place] = (gradient[place] as number) + error * (values[k] as number);
      }
      gradient[last + c] = (gradient[last + c] as number) + error;
    }
  });
  return loss;
}

/** Raw scores (logits), one for each class. */
export function scoreLinear(head: LinearHead, { places, values }: Features): number[] {
  const scores: number[] = [];
  for (let c = 0; c < head.classes; c++) {
    const base = c * head.dimensions;
    let sum = head.bias[c] as number;
    for (let k = 0; k < places.length; k++) {
      sum += (head.weights[base + (places[k] as number)] as number) * (values[k] as number);
    }
    scores.push(sum);
  }
  return scores;
}

export function softmax(scores: readonly number[], temperature = 1): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
