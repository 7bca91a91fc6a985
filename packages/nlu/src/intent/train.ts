import type { Segmenter } from '../text/segment.ts';
import { BACKGROUND } from './background.ts';
import { fitTemperature } from './calibration.ts';
import type { Context } from './context.ts';
import { featuresOf } from './features.ts';
import { gatherEvidence } from './held-out.ts';
import { learn, type Row } from './learn.ts';
import { type IntentModel, judge, OUT_OF_SCOPE } from './model.ts';
import { type Profile, type Progress, profileOf } from './profile.ts';
import { type Evidence, fitRejector, inScopeProbability } from './rejection.ts';
import { chooseThreshold, type Goals, type Judged } from './threshold.ts';
import { buildVocabulary } from './vocabulary.ts';

export interface IntentExample {
  readonly text: string;
  /** Empty or `oos` for a message about nothing that the bot knows. */
  readonly intent: string;
  readonly context?: Context;
}

export interface TrainOptions {
  /** Same seed and rows, same model. 1 unless told. */
  readonly seed?: number;
  /** Rows kept from learning, in and out of scope, on which probabilities and threshold are set. */
  readonly validation?: readonly IntentExample[];
  /** Names, descriptions or paraphrases of intents, in words; evidence beside the examples. */
  readonly descriptions?: Readonly<Record<string, readonly string[]>>;
  /** Texts about nothing that the bot knows, beside `oos` rows; general small talk unless told. */
  readonly background?: readonly string[];
  /** Parent of each intent. Without it, the part before the last dot of its id. */
  readonly parents?: Readonly<Record<string, string>>;
  /**
   * Share of in-scope messages whose right answer may be lost to rejection. Unless told, the threshold gives the most
   * right answers on validation rows, or loses 0.01 when those have no out-of-scope row.
   */
  readonly mayLose?: number;
  /**
   * Shares, 0 to 1, that the owner asks for. With validation rows in and out of scope, the threshold is the one that
   * keeps both most surely; before `mayLose`.
   */
  readonly goals?: Goals;
  readonly segmenter?: Segmenter;
  /** `many` from about 40 examples an intent on, `few` below; told apart by itself. */
  readonly profile?: 'many' | 'few';
}

export type { Profile, Progress };

/** `order_status` and `return.start` in words. */
const nameInWords = (intent: string): string =>
  intent
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.:/-]+/g, ' ')
    .toLowerCase();

function* readRows(
  examples: readonly IntentExample[],
  intents: readonly string[],
  options: TrainOptions,
): Generator<Progress, Row[]> {
  const numbers = new Map(intents.map((intent, i) => [intent, i]));
  const rows: Row[] = [];
  for (const { text, intent, context } of examples) {
    rows.push({
      raw: featuresOf(text, context, options.segmenter),
      label: numbers.get(intent) ?? -1,
      weight: 1,
    });
    if (rows.length % 256 === 0) yield { done: (0.15 * rows.length) / examples.length, stage: 'reading' };
  }
  return rows;
}

function nameRows(intents: readonly string[], profile: Profile, options: TrainOptions): Row[] {
  return intents.flatMap((intent, label) => {
    const texts = [...(options.descriptions?.[intent] ?? [])];
    if (profile.usesNames) texts.push(nameInWords(intent));
    return texts.map((text) => ({ raw: featuresOf(text, undefined, options.segmenter), label, weight: 1 }));
  });
}

interface Scored extends Evidence {
  readonly scores: Float32Array;
  readonly label: number;
}

function scoreRows(rows: readonly Row[], model: Parameters<typeof judge>[0]): Scored[] {
  return rows.map(({ raw, label }) => {
    const { scores, signals } = judge(model, raw);
    return { scores, signals, label, inScope: label >= 0, weight: 1 };
  });
}

const bestOf = (scores: Float32Array): number => scores.indexOf(Math.max(...scores));

function parentsOf(intents: readonly string[], given: TrainOptions['parents']): Record<string, string> {
  const parents: Record<string, string> = {};
  for (const intent of intents) {
    const dot = intent.lastIndexOf('.');
    const parent = given?.[intent] ?? (dot > 0 ? intent.slice(0, dot) : undefined);
    if (parent !== undefined) parents[intent] = parent;
  }
  return parents;
}

/**
 * Trains an intent model: tf–idf features of words, meanings, letters and sounds; a network of one hidden layer
 * (or several, averaged); a rejector that learned on intents hidden from it; temperature
 * and threshold from validation rows when there are any. A generator: it yields progress, and stopping to ask
 * for more stops the training. Deterministic by seed.
 *
 * @throws RangeError when there is no example with an intent.
 */
export function* trainIntents(
  examples: readonly IntentExample[],
  options: TrainOptions = {},
): Generator<Progress, IntentModel> {
  const { seed = 1, mayLose, goals } = options;
  const isOut = (intent: string): boolean => intent === '' || intent === OUT_OF_SCOPE;
  const intents = [...new Set(examples.map((row) => row.intent))].filter((intent) => !isOut(intent)).sort();
  if (intents.length === 0) throw new RangeError('training needs at least one example with an intent');
  const foreign = examples.filter((row) => isOut(row.intent)).length;
  const profile = profileOf(examples.length, foreign, intents.length, options.profile);
  const rows = yield* readRows(examples, intents, options);
  const learned = [...rows, ...nameRows(intents, profile, options)];
  const background = (options.background ?? BACKGROUND).map((text) =>
    featuresOf(text, undefined, options.segmenter),
  );
  const heldOut = yield* gatherEvidence(rows, background, profile, seed);
  const seen = buildVocabulary(
    learned.filter((row) => row.label >= 0 || profile.learnsForeign).map((row) => row.raw),
    profile.fewest,
    profile.weights,
  );
  const learnt = yield* learn(learned, seen, intents.length, profile, seed);
  const { networks, anchors, vocabulary, portraits } = learnt;
  yield { done: 0.96, stage: 'calibration' };
  const numbers = new Map(intents.map((intent, i) => [intent, i]));
  const checked = scoreRows(
    (options.validation ?? []).map(({ text, intent, context }) => ({
      raw: featuresOf(text, context, options.segmenter),
      label: numbers.get(intent) ?? -1,
      weight: 1,
    })),
    { intents, vocabulary, weights: profile.weights, networks, anchors, portraits },
  );
  const temperature = fitTemperature(
    checked.some((row) => row.inScope) ? checked.filter((row) => row.inScope) : heldOut.calibration,
  );
  const joins = checked.filter((row) => !row.inScope).length >= FEWEST_CHECKED;
  const rejector = fitRejector(joins ? balanced(heldOut.evidence, checked) : heldOut.evidence);
  const judged = judgeApart(heldOut.evidence, checked, joins);
  const held: Judged[] = heldOut.evidence
    .filter((row) => row.inScope)
    .map((row) => ({ trust: inScopeProbability(rejector, row.signals), isRight: true, inScope: true }));
  yield { done: 1, stage: 'calibration' };
  return {
    intents,
    parents: parentsOf(intents, options.parents),
    weights: profile.weights,
    vocabulary,
    networks,
    temperature,
    anchors,
    portraits,
    rejector,
    threshold: chooseThreshold(judged.length > 0 ? judged : held, { mayLose, goals }),
    seed,
    corrections: [],
  };
}

/** Validation rows, each half judged by a rejector that learned from the other: what fitted a row says too much of it. */
function judgeApart(heldOut: readonly Evidence[], checked: readonly Scored[], joins: boolean): Judged[] {
  return [0, 1].flatMap((half) => {
    const others = checked.filter((_, i) => i % 2 !== half);
    const rejector = fitRejector(joins ? balanced(heldOut, others) : heldOut);
    return checked
      .filter((_, i) => i % 2 === half)
      .map((row) => ({
        trust: inScopeProbability(rejector, row.signals),
        isRight: row.inScope && bestOf(row.scores) === row.label,
        inScope: row.inScope,
      }));
  });
}

/** Validation rows join the evidence when so many of them are out of scope. */
const FEWEST_CHECKED = 20;

/** Validation rows weigh as much as all held-out evidence. */
function balanced(heldOut: readonly Evidence[], checked: readonly Evidence[]): Evidence[] {
  const share = (rows: readonly Evidence[], inScope: boolean): Evidence[] => {
    const same = rows.filter((row) => row.inScope === inScope);
    return same.map((row) => ({ ...row, weight: 1 / same.length }));
  };
  return [true, false].flatMap((inScope) => [...share(heldOut, inScope), ...share(checked, inScope)]);
}
