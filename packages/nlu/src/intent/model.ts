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

function rank(probabilities: ReadonlyMap<string, number>): ScoredIntent[] {
  return [...probabilities]
    .map(([intent, probability]) => ({ intent, probability }))
    .sort((a, b) => b.probability - a.probability || (a.intent < b.intent ? -1 : 1));
}

/**
 * What a message asks for. Never throws; a text without a single letter, digit or sign is out of scope. About
 * 0.5 ms for a sentence under 150 intents; only the first 1,500 units of a text are read.
 */
export function classify(model: IntentModel, text: string, options: ClassifyOptions = {}): Classification {
  const raw = featuresOf(text, options.context, options.segmenter);
  const { scores, signals } = judge(model, raw);
  const probabilities = new Map<string, number>();
  softmax(scores, model.temperature).forEach((p, c) => {
    probabilities.set(model.intents[c] as string, p);
  });
  let trust = raw.words.length === 0 ? 0 : inScopeProbability(model.rejector, signals);
  const pull = correctionPull(model, raw);
  if (pull) {
    for (const [intent, p] of probabilities) probabilities.set(intent, p * (1 - pull.strength));
    if (pull.intent === OUT_OF_SCOPE) trust *= 1 - pull.strength;
    else {
      probabilities.set(pull.intent, (probabilities.get(pull.intent) ?? 0) + pull.strength);
      trust = Math.max(trust, trust + (1 - trust) * pull.strength);
    }
  }
  const ranked = rank(probabilities);
  const best = ranked[0];
  const isAccepted = best !== undefined && trust >= model.threshold && raw.words.length > 0;
  const parents = new Map<string, number>();
  for (const { intent, probability } of ranked) {
    const parent = model.parents[intent];
    if (parent !== undefined) parents.set(parent, (parents.get(parent) ?? 0) + probability);
  }
  return {
    intent: isAccepted ? best.intent : OUT_OF_SCOPE,
    probability: best?.probability ?? 0,
    trust,
    isAccepted,
    ranking: ranked.slice(0, options.top ?? 5),
    parents: rank(parents),
  };
}
