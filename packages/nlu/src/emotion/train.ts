import { chooseOffsets, chooseTemperature, chooseThreshold, type Judged } from './choose.ts';
import { readMoodInput } from './features.ts';
import {
  emotionLogs,
  type FitOptions,
  fitEmotion,
  fitLevels,
  fitThreat,
  levelLogs,
  type MoodRow,
  type MoodStrength,
  threatOf,
} from './heads.ts';
import type { LinearHead } from './linear.ts';
import type { NetworkHead } from './network-head.ts';
import { emotions, type MoodExample } from './types.ts';

/** What training makes and the reader takes. Numbers only, so that it can be stored in any container. */
export interface MoodModel {
  readonly version: 5;
  readonly emotion: LinearHead;
  readonly network: NetworkHead;
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
  readonly strength?: MoodStrength;
  /** Start of the networks' random numbers; the same rows and seed give the same model. */
  readonly seed?: number;
  /** Told the share done, 0..1. */
  readonly onProgress?: (share: number) => void;
  /** Asked between passes; true leaves training early with what was learned so far. */
  readonly isCancelled?: () => boolean;
}

/** Chosen by cross-validation over situations of the shop's training rows. */
const tuning: MoodStrength = { l2: 1, balance: 0.4, prior: 0.7, opinion: 0.5 };

/** Parts that are held out in turn, and the rows from which on that is done. */
const folds = 3;
const leastForFolds = 1000;

type Chosen = Pick<MoodModel, 'temperature' | 'emotionOffsets' | 'urgencyOffsets' | 'threatThreshold'>;

/**
 * Learns from `train` and `validation`, which must not be rewordings of each other. Temperature, offsets and threshold
 * are chosen on rows that were held out: from 1,000 rows on every situation of both sets in turn, the two sets counting
 * alike; below that on `validation` alone, and without it they keep their defaults. About a minute for 15,000
 * rows on one core; the same rows and seed give the same model. Throws RangeError when `train` is empty.
 */
export function trainMood(
  train: readonly MoodExample[],
  validation: readonly MoodExample[],
  options: MoodTrainingOptions = {},
): MoodModel {
  if (train.length === 0) throw new RangeError('mood training needs at least one example');
  const { iterations = 40, strength = tuning, seed = 1, isCancelled } = options;
  const fitting: FitOptions = { iterations, strength, seed, ...(isCancelled && { isCancelled }) };
  const read = (example: MoodExample): MoodRow => ({
    example,
    features: readMoodInput(example.text).features,
  });
  const sets = [train.map(read), validation.map(read)].filter((set) => set.length > 0);
  const all = sets.flat();
  options.onProgress?.(0.05);
  const judged = new Map<MoodRow, Judgement>();
  const parts = splitForChoice(sets);
  parts.forEach((out, i) => {
    judgeHeldOut(all, out, fitting, judged);
    options.onProgress?.(0.05 + (0.7 * (i + 1)) / parts.length);
  });
  const chosen = choose(sets, judged);
  const emotion = fitEmotion(all, fitting);
  options.onProgress?.(0.9);
  const intensity = fitLevels(all, (example) => example.intensity, fitting);
  const urgency = fitLevels(all, (example) => example.urgency, fitting);
  const threat = fitThreat(all, fitting);
  options.onProgress?.(1);
  return { version: 5, ...emotion, intensity, urgency, threat, ...chosen };
}

/** Sets of rows, each to be judged by a model that learned from all others. */
function splitForChoice(sets: readonly (readonly MoodRow[])[]): ReadonlySet<MoodRow>[] {
  const all = sets.flat();
  if (all.length < leastForFolds) return sets.slice(1).map((set) => new Set(set));
  const situations = [...new Set(all.map(situationOf))].sort();
  const foldOf = new Map(situations.map((situation, i) => [situation, i % folds]));
  return Array.from(
    { length: folds },
    (_, fold) => new Set(all.filter((row) => foldOf.get(situationOf(row)) === fold)),
  );
}

const situationOf = ({ example }: MoodRow): string => example.situation ?? example.text;

interface Judgement {
  readonly emotion: readonly number[];
  readonly urgency: readonly number[];
  readonly threat: number;
}

function judgeHeldOut(
  all: readonly MoodRow[],
  out: ReadonlySet<MoodRow>,
  fitting: FitOptions,
  judged: Map<MoodRow, Judgement>,
): void {
  const rest = all.filter((row) => !out.has(row));
  const emotion = fitEmotion(rest, fitting);
  const urgency = fitLevels(rest, (example) => example.urgency, fitting);
  const threat = fitThreat(rest, fitting);
  for (const row of out) {
    judged.set(row, {
      emotion: emotionLogs(emotion, row.features),
      urgency: levelLogs(urgency, row.features),
      threat: threatOf(threat, row.features),
    });
  }
}

function choose(sets: readonly (readonly MoodRow[])[], judged: ReadonlyMap<MoodRow, Judgement>): Chosen {
  const known = sets
    .map((set) => set.flatMap((row) => ({ row, judgement: judged.get(row) })))
    .map((set) => set.flatMap(({ row, judgement }) => (judgement ? [{ ...row, judgement }] : [])))
    .filter((set) => set.length > 0);
  if (known.length === 0) {
    return {
      temperature: 1,
      emotionOffsets: emotions.map(() => 0),
      urgencyOffsets: [0, 0, 0, 0],
      threatThreshold: 0.5,
    };
  }
  const emotion = known.map(
    (set): Judged => ({
      logs: set.map(({ judgement }) => judgement.emotion),
      labels: set.map(({ example }) => emotions.indexOf(example.emotion)),
    }),
  );
  const urgency = known.map(
    (set): Judged => ({
      logs: set.map(({ judgement }) => judgement.urgency),
      labels: set.map(({ example }) => example.urgency),
    }),
  );
  const pooled = known.flat();
  const temperature = chooseTemperature(emotion);
  const scaled = emotion.map(({ logs, labels }) => ({
    logs: logs.map((row) => row.map((log) => log / temperature)),
    labels,
  }));
  return {
    temperature,
    emotionOffsets: chooseOffsets(scaled, emotions.length),
    urgencyOffsets: chooseOffsets(urgency, 4),
    threatThreshold: chooseThreshold(
      pooled.map(({ judgement }) => judgement.threat),
      pooled.map(({ example }) => example.threat),
    ),
  };
}
