import { dimensions, type Features, lexiconPlaces, lexiconPrior, readMoodInput } from './features.ts';
import { type LinearHead, scoreLinear, softmax, trainLinear } from './linear.ts';
import { type Emotion, emotions } from './types.ts';

export interface MoodExample {
  readonly text: string;
  readonly emotion: Emotion;
  readonly intensity: number;
  readonly urgency: number;
  readonly threat: boolean;
}

/** What training makes and the reader takes. Numbers only, so that it can be stored in any container. */
export interface MoodModel {
  readonly version: 1;
  readonly emotion: LinearHead;
  readonly intensity: LinearHead;
  readonly urgency: LinearHead;
  readonly threat: LinearHead;
  /** Divides the emotion scores before the softmax (Guo et al. 2017, temperature scaling). */
  readonly temperature: number;
  /** Added to log-probabilities when the emotion and the urgency are decided; chosen for macro-F1. */
  readonly emotionOffsets: readonly number[];
  readonly urgencyOffsets: readonly number[];
  /** Least probability at which a threat is called one. */
  readonly threatThreshold: number;
}

export interface MoodTrainingOptions {
  readonly iterations?: number;
  /** Penalty, class balance (0 none, 1 full) and how far the lexicon's ideas and its opinion are believed beforehand. */
  readonly strength?: {
    readonly l2: number;
    readonly balance: number;
    readonly prior: number;
    readonly opinion: number;
  };
  /** Told the share done, 0..1. */
  readonly onProgress?: (share: number) => void;
  /** Asked between passes; true leaves training early with what was learned so far. */
  readonly isCancelled?: () => boolean;
}

/**
 * Trains the four heads on `train`, chooses temperature, offsets and threshold on `validation`, then learns from
 * both. Rows of the two must not be rewordings of each other. Some 15 seconds for 10,000 rows; the same rows give the
 * same model. Throws RangeError when `train` is empty; without validation the choices stay at their defaults.
 */
export function trainMood(
  train: readonly MoodExample[],
  validation: readonly MoodExample[],
  options: MoodTrainingOptions = {},
): MoodModel {
  if (train.length === 0) throw new RangeError('mood training needs at least one example');
  const share = validation.length > 0 ? 0.5 : 1;
  const heads = fitHeads(train, options, (done) => options.onProgress?.(done * share));
  const chosen = chooseOnValidation(heads, validation);
  if (validation.length === 0) return { version: 1, ...heads, ...chosen };
  // What was chosen stays; the heads then learn from the validation rows as well.
  const all = fitHeads([...train, ...validation], options, (done) => options.onProgress?.(0.5 + done * 0.5));
  return { version: 1, ...all, ...chosen };
}

function fitHeads(
  rows: readonly MoodExample[],
  { iterations = 40, strength = tuning, isCancelled }: MoodTrainingOptions,
  onProgress: (share: number) => void,
): Heads {
  const features = rows.map(({ text }) => readMoodInput(text).features);
  onProgress(0.2);
  const fit = (
    labels: number[],
    classes: number,
    balance: number,
    prior: readonly (readonly [number, number, number])[],
  ): LinearHead =>
    trainLinear(features, labels, dimensions, {
      l2: strength.l2,
      iterations,
      prior,
      classWeights: balancedWeights(labels, classes, balance),
      ...(isCancelled && { isCancelled }),
    });
  const emotion = fit(
    rows.map((row) => emotions.indexOf(row.emotion)),
    emotions.length,
    strength.balance,
    [
      ...emotions.map((_, c) => [c, lexiconPlaces.emotion + c, strength.opinion] as const),
      ...lexiconPrior.map(([c, place, weight]) => [c, place, weight * strength.prior] as const),
    ],
  );
  onProgress(0.5);
  const levels = (of: (row: MoodExample) => number): LinearHead => fit(rows.map(of), 4, 0.3, []);
  const intensity = levels((row) => row.intensity);
  onProgress(0.7);
  const urgency = levels((row) => row.urgency);
  onProgress(0.85);
  const threatPrior = [
    [1, lexiconPlaces.threat, 1.5],
    [0, lexiconPlaces.threat, -1.5],
  ] as const;
  const threat = fit(
    rows.map((row) => (row.threat ? 1 : 0)),
    2,
    0.5,
    threatPrior,
  );
  onProgress(1);
  return { emotion, intensity, urgency, threat };
}

/** Chosen by cross-validation over situations of the shop's training rows. */
const tuning = { l2: 1, balance: 0.4, prior: 0.7, opinion: 0.5 };

function balancedWeights(labels: readonly number[], classes: number, power: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  return counts.map((count) => (count === 0 ? 1 : (labels.length / (classes * count)) ** power));
}

type Heads = Pick<MoodModel, 'emotion' | 'intensity' | 'urgency' | 'threat'>;
type Chosen = Pick<MoodModel, 'temperature' | 'emotionOffsets' | 'urgencyOffsets' | 'threatThreshold'>;

function chooseOnValidation(heads: Heads, validation: readonly MoodExample[]): Chosen {
  if (validation.length === 0) {
    return {
      temperature: 1,
      emotionOffsets: [0, 0, 0, 0, 0],
      urgencyOffsets: [0, 0, 0, 0],
      threatThreshold: 0.5,
    };
  }
  const features: Features[] = validation.map(({ text }) => readMoodInput(text).features);
  const emotionScores = features.map((row) => scoreLinear(heads.emotion, row));
  const emotionLabels = validation.map((row) => emotions.indexOf(row.emotion));
  const temperature = chooseTemperature(emotionScores, emotionLabels);
  const logs = emotionScores.map((scores) => softmax(scores, temperature).map((p) => Math.log(p + 1e-9)));
  const urgencyLogs = features.map((row) =>
    softmax(scoreLinear(heads.urgency, row)).map((p) => Math.log(p + 1e-9)),
  );
  const threats = features.map((row) => softmax(scoreLinear(heads.threat, row))[1] as number);
  return {
    temperature,
    emotionOffsets: chooseOffsets(logs, emotionLabels, emotions.length),
    urgencyOffsets: chooseOffsets(
      urgencyLogs,
      validation.map((row) => row.urgency),
      4,
    ),
    threatThreshold: chooseThreshold(
      threats,
      validation.map((row) => row.threat),
    ),
  };
}

/** The temperature with the least negative log-likelihood on a grid. */
function chooseTemperature(scores: readonly number[][], labels: readonly number[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let temperature = 0.4; temperature <= 4; temperature *= 1.08) {
    let loss = 0;
    scores.forEach((row, i) => {
      loss -= Math.log((softmax(row, temperature)[labels[i] as number] as number) + 1e-9);
    });
    if (loss < least) {
      least = loss;
      best = temperature;
    }
  }
  return best;
}

/** Offsets by coordinate search on macro-F1, kept within ±1.5 and drawn towards zero so that few rows do not rule. */
function chooseOffsets(logs: readonly number[][], labels: readonly number[], classes: number): number[] {
  const offsets = new Array<number>(classes).fill(0);
  const value = (): number => {
    const guesses = logs.map((row) => pick(row, offsets));
    return (
      macroF1(guesses, labels, classes) - 0.004 * offsets.reduce((sum, offset) => sum + Math.abs(offset), 0)
    );
  };
  let best = value();
  for (let round = 0; round < 3; round++) {
    for (let c = 0; c < classes; c++) {
      const kept = offsets[c] as number;
      let choice = kept;
      for (let offset = -1.5; offset <= 1.5; offset += 0.1) {
        offsets[c] = offset;
        const now = value();
        if (now > best + 1e-9) {
          best = now;
          choice = offset;
        }
      }
      offsets[c] = choice;
    }
  }
  return offsets;
}

export function pick(logs: readonly number[], offsets: readonly number[]): number {
  let best = 0;
  for (let c = 1; c < logs.length; c++) {
    if ((logs[c] as number) + (offsets[c] ?? 0) > (logs[best] as number) + (offsets[best] ?? 0)) best = c;
  }
  return best;
}

/** Mean of the classes' F1, over classes that occur in the labels. */
export function macroF1(guesses: readonly number[], labels: readonly number[], classes: number): number {
  let sum = 0;
  let present = 0;
  for (let c = 0; c < classes; c++) {
    let hit = 0;
    let guessed = 0;
    let actual = 0;
    labels.forEach((label, i) => {
      if (guesses[i] === c) guessed++;
      if (label === c) actual++;
      if (label === c && guesses[i] === c) hit++;
    });
    if (actual === 0) continue;
    present++;
    sum += hit === 0 ? 0 : (2 * hit) / (guessed + actual);
  }
  return present === 0 ? 0 : sum / present;
}

/**
 * The middle of the range of thresholds that keep precision ≥ 0.9 with the highest recall: a missed threat costs
 * more than a look at a false one.
 */
function chooseThreshold(threats: readonly number[], labels: readonly boolean[]): number {
  let best = -1;
  let range: [number, number] = [0.5, 0.5];
  for (let threshold = 0.05; threshold < 0.95; threshold += 0.01) {
    let hit = 0;
    let called = 0;
    let actual = 0;
    labels.forEach((label, i) => {
      const isCalled = (threats[i] as number) >= threshold;
      if (isCalled) called++;
      if (label) actual++;
      if (label && isCalled) hit++;
    });
    if (actual === 0) return 0.5;
    const recall = hit / actual;
    const precision = called === 0 ? 0 : hit / called;
    const value = precision >= 0.9 ? recall + 0.001 * precision : (recall * precision) / 2;
    if (value > best + 1e-9) {
      best = value;
      range = [threshold, threshold];
    } else if (value > best - 1e-9) range[1] = threshold;
  }
  return (range[0] + range[1]) / 2;
}
