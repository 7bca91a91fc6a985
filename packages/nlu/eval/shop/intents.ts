import {
  type Context,
  classify,
  type IntentExample,
  type IntentModel,
  intentShares,
} from '../../src/intent/index.ts';
import { saveIntentModel, trainIntentModel } from '../../src/model/index.ts';
import type { ShopRow } from './corpus.ts';
import {
  confusionOf,
  f1,
  macroF1Of,
  percent,
  quantile,
  round,
  scoreOf,
  table,
  timeEach,
  worstConfusions,
} from './measure.ts';
import type { SectionResult } from './mood.ts';

const contextOf = (row: ShopRow): Context => row.context;

/** Rows with several intents stand once for each. */
const examplesOf = (rows: readonly ShopRow[]): IntentExample[] =>
  rows.flatMap((row) => row.intents.map((intent) => ({ text: row.text, intent, context: contextOf(row) })));

export interface IntentNames {
  readonly intent: string;
  readonly parent: string;
  readonly name: Record<string, string>;
  readonly description: Record<string, string>;
}

/** The classifier on the shop's rows: right when its one answer is among the row's intents, `oos` included. */
export function evaluateIntents(
  train: readonly ShopRow[],
  validation: readonly ShopRow[],
  test: readonly ShopRow[],
  names: readonly IntentNames[],
): SectionResult & { readonly model: IntentModel } {
  const start = performance.now();
  const model = trainIntentModel(examplesOf(train), {
    validation: examplesOf(validation),
    descriptions: Object.fromEntries(
      names.map((entry) => [
        entry.intent,
        [...Object.values(entry.name), ...Object.values(entry.description)],
      ]),
    ),
    parents: Object.fromEntries(names.map((entry) => [entry.intent, entry.parent])),
  });
  const trainSeconds = (performance.now() - start) / 1000;
  const guesses = test.map((row) => classify(model, row.text, { context: contextOf(row) }));
  const right = test.map((row, i) => row.intents.includes(guesses[i]?.intent ?? ''));
  const inScope = test
    .map((row, i) => ({ row, guess: guesses[i] }))
    .filter(({ row }) => row.intents[0] !== 'oos');
  const out = test
    .map((row, i) => ({ row, guess: guesses[i] }))
    .filter(({ row }) => row.intents[0] === 'oos');
  const best = test.map((row, i) => (right[i] ? (guesses[i]?.intent ?? '') : (row.intents[0] ?? '')));
  const labels = [...new Set([...best, ...guesses.map(({ intent }) => intent)])].sort();
  const confusion = confusionOf(
    best,
    guesses.map(({ intent }) => intent),
    labels,
  );
  const times = timeEach(test, (row) => classify(model, row.text, { context: contextOf(row) }));
  const figures = {
    intentAccuracy: percent(right.filter(Boolean).length / Math.max(1, test.length)),
    intentBeforeRejection: percent(
      inScope.filter(({ row, guess }) => row.intents.includes(guess?.ranking[0]?.intent ?? '')).length /
        Math.max(1, inScope.length),
    ),
    intentInThree: percent(
      inScope.filter(({ row, guess }) =>
        guess?.ranking.slice(0, 3).some(({ intent }) => row.intents.includes(intent)),
      ).length / Math.max(1, inScope.length),
    ),
    outOfScopeRecall: percent(
      out.filter(({ guess }) => guess?.intent === 'oos').length / Math.max(1, out.length),
    ),
    intentMacroF1: percent(macroF1Of(confusion)),
    intentFileMb: round(saveIntentModel(model).length / 1e6, 1),
    intentTrainSeconds: round(trainSeconds, 1),
    intentP99Ms: round(quantile(times, 0.99)),
  };
  const rows = labels
    .map((label, c): (string | number)[] => {
      const score = scoreOf(confusion, c);
      return [label, percent(f1(score)), score.hit + score.missed];
    })
    .sort((a, b) => Number(a[1]) - Number(b[1]));
  console.log('\nIntents');
  console.log(
    `accuracy ${figures.intentAccuracy}, before rejection ${figures.intentBeforeRejection}, in three ${figures.intentInThree}, out-of-scope recall ${figures.outOfScopeRecall}`,
  );
  console.log(table([['weakest intents', 'F1', 'rows'], ...rows.slice(0, 12)]));
  console.log(
    table([
      ['right', 'guessed', 'rows'],
      ...worstConfusions(confusion, 12).map(({ right: r, guessed, count }) => [r, guessed, count]),
    ]),
  );
  return {
    model,
    figures,
    parts: [{ kind: 'table', title: 'Intents, weakest first', rows: [['intent', 'F1', 'rows'], ...rows] }],
  };
}

/** Probabilities of all intents for a text, as evidence for retrieval; the same text is read once until `forget`. */
export function createTopics(model: IntentModel): { of: (text: string) => Float64Array; forget: () => void } {
  let known: Map<string, Float64Array> | undefined = new Map();
  return {
    forget: () => {
      known = undefined;
    },
    of: (text) => {
      const before = known?.get(text);
      if (before) return before;
      const shares = intentShares(model, text);
      known?.set(text, shares);
      return shares;
    },
  };
}
