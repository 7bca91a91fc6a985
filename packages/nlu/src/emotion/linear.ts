import type { Features } from './features.ts';
import { minimise } from './minimise.ts';

/** Multinomial logistic regression in 8 bits: the weight of a place for class c is `weights[place * classes + c] * scales[place]`. */
export interface LinearHead {
  readonly classes: number;
  readonly dimensions: number;
  readonly weights: Int8Array;
  /** By place; 0 where training saw nothing. */
  readonly scales: Float32Array;
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
    if (at !== undefined) start[at * classes + c] = weight;
  }
  const problem = { rows: packRows(examples, used.indexOf), labels, classes, size, start, options };
  const solution = minimise(
    start,
    (point, gradient) => lossAt(point, gradient, problem),
    options.iterations,
    options.isCancelled,
  );
  const head: LinearHead = {
    classes,
    dimensions,
    weights: new Int8Array(classes * dimensions),
    scales: new Float32Array(dimensions),
    bias: Float32Array.from(solution.subarray(classes * size)),
  };
  for (const [place, row] of priorRows(options.prior ?? [], classes)) putRow(head, place, row);
  used.places.forEach((place, i) => {
    putRow(head, place, solution.subarray(i * classes, (i + 1) * classes));
  });
  return head;
}

/** The prior's weights of each place, for places that no example has. */
function priorRows(
  prior: readonly (readonly [number, number, number])[],
  classes: number,
): Map<number, Float64Array> {
  const rows = new Map<number, Float64Array>();
  for (const [c, place, weight] of prior) {
    const row = rows.get(place) ?? new Float64Array(classes);
    row[c] = weight;
    rows.set(place, row);
  }
  return rows;
}

/** Stores a place's weights as 127ths of the largest of them. */
function putRow({ classes, weights, scales }: LinearHead, place: number, row: Float64Array): void {
  const most = row.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0);
  const scale = most / 127;
  scales[place] = scale;
  row.forEach((weight, c) => {
    weights[place * classes + c] = scale > 0 ? Math.round(weight / scale) : 0;
  });
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

/** All examples in three flat arrays: row r holds the entries `begins[r]` up to `begins[r + 1]`. */
interface PackedRows {
  readonly begins: Uint32Array;
  readonly at: Uint32Array;
  readonly values: Float64Array;
}

function packRows(examples: readonly Features[], indexOf: ReadonlyMap<number, number>): PackedRows {
  const most = examples.reduce((sum, { places }) => sum + places.length, 0);
  const begins = new Uint32Array(examples.length + 1);
  const at = new Uint32Array(most);
  const values = new Float64Array(most);
  let end = 0;
  examples.forEach((example, r) => {
    example.places.forEach((place, k) => {
      const index = indexOf.get(place);
      if (index === undefined) return;
      at[end] = index;
      values[end++] = example.values[k] as number;
    });
    begins[r + 1] = end;
  });
  return { begins, at, values };
}

interface Problem {
  readonly rows: PackedRows;
  readonly labels: readonly number[];
  readonly classes: number;
  readonly size: number;
  readonly start: Float64Array;
  readonly options: LinearOptions;
}

/**
 * Weighted cross-entropy and penalty at `point`; writes the gradient. A place's weights for all classes lie side by
 * side, biases at the end: one step through memory for each entry.
 */
function lossAt(point: Float64Array, gradient: Float64Array, problem: Problem): number {
  const { rows, labels, classes, size, start, options } = problem;
  const { begins, at, values } = rows;
  const last = classes * size;
  let loss = 0;
  for (let i = 0; i < last; i++) {
    const away = (point[i] as number) - (start[i] as number);
    loss += (options.l2 / 2) * away * away;
    gradient[i] = options.l2 * away;
  }
  gradient.fill(0, last);
  const scores = new Float64Array(classes);
  for (let r = 0; r < labels.length; r++) {
    const begin = begins[r] as number;
    const end = begins[r + 1] as number;
    for (let c = 0; c < classes; c++) scores[c] = point[last + c] as number;
    for (let k = begin; k < end; k++) {
      const base = (at[k] as number) * classes;
      const value = values[k] as number;
      for (let c = 0; c < classes; c++)
        scores[c] = (scores[c] as number) + (point[base + c] as number) * value;
    }
    loss += turnToErrors(scores, labels[r] as number, options.classWeights[labels[r] as number] as number);
    for (let k = begin; k < end; k++) {
      const base = (at[k] as number) * classes;
      const value = values[k] as number;
      for (let c = 0; c < classes; c++)
        gradient[base + c] = (gradient[base + c] as number) + (scores[c] as number) * value;
    }
    for (let c = 0; c < classes; c++)
      gradient[last + c] = (gradient[last + c] as number) + (scores[c] as number);
  }
  return loss;
}

/** Scores become weighted softmax minus label, in place; gives the weighted loss. */
function turnToErrors(scores: Float64Array, label: number, weight: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) top = Math.max(top, scores[c] as number);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const power = Math.exp((scores[c] as number) - top);
    scores[c] = power;
    sum += power;
  }
  const right = (scores[label] as number) / sum;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = ((scores[c] as number) / sum - (c === label ? 1 : 0)) * weight;
  }
  return -weight * Math.log(right + 1e-12);
}

/** Raw scores (logits), one for each class. */
export function scoreLinear(
  { classes, weights, scales, bias }: LinearHead,
  { places, values }: Features,
): number[] {
  const scores = [...bias];
  for (let k = 0; k < places.length; k++) {
    const place = places[k] as number;
    const value = (values[k] as number) * (scales[place] as number);
    if (value === 0) continue;
    const base = place * classes;
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] as number) + (weights[base + c] as number) * value;
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
