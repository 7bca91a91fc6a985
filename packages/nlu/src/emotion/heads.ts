import { dimensions, type Features, lexiconPlaces, lexiconPrior } from './features.ts';
import { type LinearHead, scoreLinear, softmax, trainLinear } from './linear.ts';
import { type NetworkHead, networkProbabilities, trainNetworkHead } from './network-head.ts';
import { emotions, type MoodExample } from './types.ts';

/** One row with what the models look at, read once for all folds. */
export interface MoodRow {
  readonly example: MoodExample;
  readonly features: Features;
}

/** Penalty, class balance (0 none, 1 full) and how far the lexicon's ideas and its opinion are believed beforehand. */
export interface MoodStrength {
  readonly l2: number;
  readonly balance: number;
  readonly prior: number;
  readonly opinion: number;
}

export interface FitOptions {
  readonly strength: MoodStrength;
  readonly iterations: number;
  readonly seed: number;
  readonly isCancelled?: () => boolean;
}

/** Below so many rows a network learns nothing that the linear model does not know. */
const leastForNetwork = 400;

function balancedWeights(labels: readonly number[], classes: number, power: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  return counts.map((count) => (count === 0 ? 1 : (labels.length / (classes * count)) ** power));
}

function fit(
  rows: readonly MoodRow[],
  labels: readonly number[],
  classWeights: readonly number[],
  prior: readonly (readonly [number, number, number])[],
  { strength, iterations, isCancelled }: FitOptions,
): LinearHead {
  const features = rows.map((row) => row.features);
  return trainLinear(features, labels, dimensions, {
    l2: strength.l2,
    iterations,
    prior,
    classWeights,
    ...(isCancelled && { isCancelled }),
  });
}

/** What tells the emotion: a linear model around the lexicon's opinion, and networks when there are rows enough. */
export interface EmotionHeads {
  readonly emotion: LinearHead;
  readonly network: NetworkHead;
}

export function fitEmotion(rows: readonly MoodRow[], options: FitOptions): EmotionHeads {
  const { strength, seed, isCancelled } = options;
  const labels = rows.map(({ example }) => emotions.indexOf(example.emotion));
  const weights = balancedWeights(labels, emotions.length, strength.balance);
  const emotion = fit(
    rows,
    labels,
    weights,
    [
      ...emotions.map((_, c) => [c, lexiconPlaces.emotion + c, strength.opinion] as const),
      ...lexiconPrior.map(([c, place, weight]) => [c, place, weight * strength.prior] as const),
    ],
    options,
  );
  const examples = rows.map(({ example, features }, i) => ({
    features,
    emotion: example.emotion,
    topic: example.intents?.[0] ?? '',
    weight: weights[labels[i] as number] as number,
  }));
  const network = trainNetworkHead(rows.length < leastForNetwork ? [] : examples, seed, isCancelled);
  return { emotion, network };
}

/** Share of the linear model in the common opinion; anything from a third to six tenths does as well. */
const linearShare = 0.4;

/** Log-probability of each emotion, not normalised: the weighted mean of what the linear model and the networks say. */
export function emotionLogs({ emotion, network }: EmotionHeads, features: Features): number[] {
  const linear = softmax(scoreLinear(emotion, features)).map(safeLog);
  const others = networkProbabilities(network, features).map((probabilities) => probabilities.map(safeLog));
  if (others.length === 0) return linear;
  return linear.map((log, c) => {
    const sum = others.reduce((total, other) => total + (other[c] as number), 0);
    return linearShare * log + ((1 - linearShare) * sum) / others.length;
  });
}

const safeLog = (probability: number): number => Math.log(probability + 1e-9);

export function fitThreat(rows: readonly MoodRow[], options: FitOptions): LinearHead {
  const labels = rows.map(({ example }) => (example.threat ? 1 : 0));
  const prior = [
    [1, lexiconPlaces.threat, 1.5],
    [0, lexiconPlaces.threat, -1.5],
  ] as const;
  return fit(rows, labels, balancedWeights(labels, 2, 0.5), prior, options);
}

export function threatOf(head: LinearHead, features: Features): number {
  return softmax(scoreLinear(head, features))[1] as number;
}

/** A head for levels 0 to 3. */
export function fitLevels(
  rows: readonly MoodRow[],
  levelOf: (example: MoodExample) => number,
  options: FitOptions,
): LinearHead {
  const labels = rows.map(({ example }) => levelOf(example));
  return fit(rows, labels, balancedWeights(labels, 4, 0.3), [], options);
}

export function levelLogs(head: LinearHead, features: Features): number[] {
  return softmax(scoreLinear(head, features)).map(safeLog);
}
