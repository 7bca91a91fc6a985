import type { Segmenter } from '../text/segment.ts';
import { nearestCosine, nearestHidden } from './anchors.ts';
import { logSumExp, softmax } from './calibration.ts';
import type { Context } from './context.ts';
import { correctionPull } from './correction.ts';
import { featuresOf, type RawFeatures } from './features.ts';
import type { IntentModel } from './learned.ts';
import { addScores, hiddenOf } from './packed.ts';
import { resemble } from './portraits.ts';
import { inScopeProbability, type Signals } from './rejection.ts';
import { noveltyOf, vectorOf } from './vocabulary.ts';

/** The label of rows about nothing that the bot knows; an empty label means the same. */
export const OUT_OF_SCOPE = 'oos';

export type { IntentModel };

export interface ScoredIntent {
  readonly intent: string;
  /** Probability of this intent, given that the message is in scope; calibrated on held-out rows. */
  readonly probability: number;
}

export interface Classification {
  /** The best intent, or `oos` when trust is below the threshold. */
  readonly intent: string;
  /** Probability of the best intent, given that the message is in scope. */
  readonly probability: number;
  /** Probability that the message is about a known intent at all, compared with the model's threshold. */
  readonly trust: number;
  readonly isAccepted: boolean;
  /** The best intents, likeliest first (five unless told). */
  readonly ranking: readonly ScoredIntent[];
  /** Probabilities of parent intents, summed over their children, likeliest first; empty without a hierarchy. */
  readonly parents: readonly ScoredIntent[];
}

export interface ClassifyOptions {
  readonly context?: Context;
  readonly segmenter?: Segmenter;
  /** Length of `ranking`; 5 unless told. */
  readonly top?: number;
}

/** Scores of all classes and the signals of trust for features already read. */
export function judge(
  model: Pick<IntentModel, 'vocabulary' | 'weights' | 'anchors' | 'portraits' | 'networks'> & {
    readonly intents: { readonly length: number };
  },
  raw: RawFeatures,
): { scores: Float32Array; signals: Signals } {
  const { networks, anchors, portraits, intents } = model;
  const vector = vectorOf(raw, model.vocabulary, model.weights);
  const all = new Float32Array(networks[0]?.classes ?? 0);
  const layers = networks.map((network) => hiddenOf(network, vector));
  networks.forEach((network, i) => {
    addScores(network, layers[i] as Float32Array, all, 1 / networks.length);
  });
  // A class beyond the intents has learned what out-of-scope rows have in common.
  const scores = all.subarray(0, intents.length);
  const foreign = all.length > intents.length ? logSumExp(scores) - (all[intents.length] as number) : 0;
  const probabilities = softmax(scores);
  const best = Math.max(...probabilities);
  const own = resemble(portraits, raw, layers, probabilities.indexOf(best), model.vocabulary);
  const { words, pairs, count, meanings } = noveltyOf(raw, model.vocabulary);
  const nearest = nearestCosine(anchors, vector, model.vocabulary.hashes.length);
  const odds = Math.log((best + 1e-6) / (1 - best + 1e-6));
  const signals = {
    odds,
    energy: logSumExp(scores),
    words: -words,
    pairs: -pairs,
    count: -Math.min(5, count),
    nearest,
    meanings: -meanings,
    hidden: nearestHidden(anchors, layers),
    foreign,
    own: own.words,
    ownMeanings: own.meanings,
    centre: own.centre,
    norm: own.norm,
  };
  return { scores, signals };
}

/** Scores and signals of a text under a model, before any threshold. */
export function inspect(
  model: IntentModel,
  text: string,
  options: ClassifyOptions = {},
): ReturnType<typeof judge> {
  const raw = featuresOf(text, options.context, options.segmenter);
  return judge(model, raw);
}

/** The likeliest `top` of names with probabilities; equal ones by name. */
function rank(names: readonly string[], probabilities: ArrayLike<number>, top: number): ScoredIntent[] {
  const order = Int32Array.from(names.keys());
  const at = (i: number): number => probabilities[i] as number;
  order.sort((a, b) => at(b) - at(a) || ((names[a] as string) < (names[b] as string) ? -1 : 1));
  return Array.from(order.subarray(0, top), (i) => ({ intent: names[i] as string, probability: at(i) }));
}

interface Reading {
  /** The model's intents, and one that a correction added. */
  readonly names: readonly string[];
  /** Probability of each, given that the message is in scope. */
  readonly probabilities: Float64Array;
  readonly trust: number;
}

/** Probabilities and trust, learned corrections included. */
function readProbabilities(model: IntentModel, raw: RawFeatures): Reading {
  const { scores, signals } = judge(model, raw);
  const probabilities = softmax(scores, model.temperature);
  const trust = raw.words.length === 0 ? 0 : inScopeProbability(model.rejector, signals);
  const pull = correctionPull(model, raw);
  if (!pull) return { names: model.intents, probabilities, trust };
  const { strength, intent } = pull;
  const kept = probabilities.map((p) => p * (1 - strength));
  if (intent === OUT_OF_SCOPE)
    return { names: model.intents, probabilities: kept, trust: trust * (1 - strength) };
  const known = model.intents.indexOf(intent);
  const names = known < 0 ? [...model.intents, intent] : model.intents;
  const at = known < 0 ? kept.length : known;
  const pulled = Float64Array.from(names, (_, i) => (kept[i] ?? 0) + (i === at ? strength : 0));
  return { names, probabilities: pulled, trust: Math.max(trust, trust + (1 - trust) * strength) };
}

/**
 * Probability of each of `model.intents` in their order, given that the message is in scope: what a message is about,
 * as evidence for something else. Cheaper than `classify` with its whole ranking.
 */
export function intentShares(model: IntentModel, text: string, options: ClassifyOptions = {}): Float64Array {
  const raw = featuresOf(text, options.context, options.segmenter);
  return readProbabilities(model, raw).probabilities.subarray(0, model.intents.length);
}

function parentsOf(model: IntentModel, { names, probabilities }: Reading): ScoredIntent[] {
  const sums = new Map<string, number>();
  for (let i = 0; i < names.length; i++) {
    const parent = model.parents[names[i] as string];
    if (parent !== undefined) sums.set(parent, (sums.get(parent) ?? 0) + (probabilities[i] as number));
  }
  return rank([...sums.keys()], [...sums.values()], sums.size);
}

/**
 * What a message asks for. Never throws; a text without a single letter, digit or sign is out of scope. About
 * 0.5 ms for a sentence under 150 intents; only the first 1,500 units of a text are read.
 */
export function classify(model: IntentModel, text: string, options: ClassifyOptions = {}): Classification {
  const raw = featuresOf(text, options.context, options.segmenter);
  const reading = readProbabilities(model, raw);
  const { names, probabilities, trust } = reading;
  const ranking = rank(names, probabilities, Math.max(1, options.top ?? 5));
  const best = ranking[0];
  const isAccepted = best !== undefined && trust >= model.threshold && raw.words.length > 0;
  return {
    intent: isAccepted ? best.intent : OUT_OF_SCOPE,
    probability: best?.probability ?? 0,
    trust,
    isAccepted,
    ranking: ranking.slice(0, options.top ?? 5),
    parents: parentsOf(model, reading),
  };
}
