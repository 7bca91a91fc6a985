import {
  type Classification,
  classify,
  type Goals,
  type IntentExample,
  type IntentModel,
} from '../../src/intent/index.ts';
import { loadIntentModel, saveIntentModel, trainIntentModel } from '../../src/model/index.ts';
import {
  areaUnder,
  calibrationError,
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
} from '../shop/measure.ts';
import type { Part } from '../shop/page.ts';

export interface IntentSets {
  readonly train: readonly IntentExample[];
  readonly test: readonly IntentExample[];
  readonly validation?: readonly IntentExample[];
  /** Share of right answers that rejection may cost on validation rows; the library's own when absent. */
  readonly mayLose?: number;
  /** Shares that the one threshold is to keep, chosen on validation rows. */
  readonly goals?: Goals;
}

/** One row of a test after the model spoke. */
export interface Answered {
  readonly text: string;
  /** `oos` for out of scope. */
  readonly right: string;
  readonly guess: Classification;
  /** The best intent before rejection. */
  readonly best: string;
}

export interface IntentResult {
  readonly figures: Record<string, number>;
  readonly answers: readonly Answered[];
  readonly model: IntentModel;
  readonly parts: Part[];
}

const labelOf = ({ intent }: IntentExample): string => (intent === '' ? 'oos' : intent);

function trainMeasured(sets: IntentSets): { model: IntentModel; figures: Record<string, number> } {
  const before = process.cpuUsage();
  const start = performance.now();
  const trained = trainIntentModel(sets.train, {
    ...(sets.validation ? { validation: sets.validation } : {}),
    ...(sets.mayLose === undefined ? {} : { mayLose: sets.mayLose }),
    ...(sets.goals ? { goals: sets.goals } : {}),
  });
  const wall = performance.now() - start;
  const used = process.cpuUsage(before);
  const bytes = saveIntentModel(trained);
  const loadStart = performance.now();
  const model = loadIntentModel(bytes);
  return {
    model,
    figures: {
      trainCpuSeconds: round((used.user + used.system) / 1e6, 1),
      trainSeconds: round(wall / 1000, 1),
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1000),
      modelMb: round(bytes.length / 1e6, 1),
      loadMs: round(performance.now() - loadStart, 1),
    },
  };
}

/** In-scope accuracy over out-of-scope recall for every threshold, both in percent, from none to all rejected. */
export function rejectionCurve(answers: readonly Answered[]): [recall: number, accuracy: number][] {
  const inScope = answers.filter(({ right }) => right !== 'oos');
  const out = answers.filter(({ right }) => right === 'oos');
  const hits = inScope.filter(({ best, right }) => best === right).map(({ guess }) => guess.trust);
  hits.sort((a, b) => a - b);
  const foreign = out.map(({ guess }) => guess.trust).sort((a, b) => a - b);
  const steps = [...new Set([0, ...hits, ...foreign, 1.01])].sort((a, b) => a - b);
  let [h, o] = [0, 0];
  return steps.map((threshold) => {
    while (h < hits.length && (hits[h] as number) < threshold) h++;
    while (o < foreign.length && (foreign[o] as number) < threshold) o++;
    return [(100 * o) / Math.max(1, foreign.length), (100 * (hits.length - h)) / Math.max(1, inScope.length)];
  });
}

function figuresOf(answers: readonly Answered[]): Record<string, number> {
  const inScope = answers.filter(({ right }) => right !== 'oos');
  const out = answers.filter(({ right }) => right === 'oos');
  const share = (rows: readonly Answered[], test: (row: Answered) => boolean): number =>
    percent(rows.filter(test).length / Math.max(1, rows.length));
  const intents = [...new Set(inScope.flatMap(({ right, best }) => [right, best]))];
  const closed = confusionOf(
    inScope.map(({ right }) => right),
    inScope.map(({ best }) => best),
    intents,
  );
  const figures: Record<string, number> = {
    closedAccuracy: share(inScope, ({ best, right }) => best === right),
    closedMacroF1: percent(macroF1Of(closed)),
    calibrationError: percent(
      calibrationError(
        inScope.map(({ guess }) => guess.probability),
        inScope.map(({ best, right }) => best === right),
      ),
    ),
  };
  if (out.length === 0) return figures;
  return {
    inScopeAccuracy: share(inScope, ({ guess, right }) => guess.intent === right),
    outOfScopeRecall: share(out, ({ guess }) => guess.intent === 'oos'),
    outOfScopePrecision: share(
      answers.filter(({ guess }) => guess.intent === 'oos'),
      ({ right }) => right === 'oos',
    ),
    rejectionArea: percent(
      areaUnder(
        inScope.map(({ guess }) => guess.trust),
        out.map(({ guess }) => guess.trust),
      ),
    ),
    ...figures,
  };
}

function tablesOf(answers: readonly Answered[]): Part[] {
  const labels = [...new Set(answers.flatMap(({ right, guess }) => [right, guess.intent]))].sort();
  const confusion = confusionOf(
    answers.map(({ right }) => right),
    answers.map(({ guess }) => guess.intent),
    labels,
  );
  const rows = labels
    .map((label, c): [string, number, number] => {
      const score = scoreOf(confusion, c);
      return [label, percent(f1(score)), score.hit + score.missed];
    })
    .sort((a, b) => a[1] - b[1]);
  const pairs = worstConfusions(confusion, 15).map(({ right, guessed, count }) => [right, guessed, count]);
  return [
    { kind: 'table', title: 'Worst confusions', rows: [['right', 'guessed', 'rows'], ...pairs] },
    { kind: 'table', title: 'Intents, weakest first', rows: [['intent', 'F1', 'rows'], ...rows] },
  ];
}

/** The shortest of five times for each row, in milliseconds: what other work on the machine adds falls away. */
function bestTimes(rows: readonly IntentExample[], model: IntentModel): number[] {
  const rounds = Array.from({ length: 5 }, () => timeEach(rows, ({ text }) => classify(model, text)));
  return rows.map((_, i) => Math.min(...rounds.map((round) => round[i] as number)));
}

/** Trains on one set, reports on another; the test rows are used for nothing but the report. */
export function measureIntents(title: string, sets: IntentSets): IntentResult {
  const { model, figures: cost } = trainMeasured(sets);
  const answers = sets.test.map((row): Answered => {
    const guess = classify(model, row.text);
    return { text: row.text, right: labelOf(row), guess, best: guess.ranking[0]?.intent ?? 'oos' };
  });
  const times = timeEach(sets.test, ({ text }) => classify(model, text));
  const figures: Record<string, number> = {
    ...figuresOf(answers),
    p99Ms: round(quantile(times, 0.99)),
    p99OfBestMs: round(quantile(bestTimes(sets.test, model), 0.99)),
    medianMs: round(quantile(times, 0.5)),
    ...cost,
  };
  const parts = tablesOf(answers);
  console.log(
    `\n${title}: ${sets.train.length} training rows, ${model.intents.length} intents, ${answers.length} test rows`,
  );
  console.log(table(Object.entries(figures).map(([name, value]) => [name, value])));
  for (const part of parts) {
    if (part.kind === 'table') console.log(`\n${part.title}\n${table(part.rows.slice(0, 13))}`);
  }
  const line = rejectionCurve(answers);
  const hasOut = answers.some(({ right }) => right === 'oos');
  const marks = hasOut
    ? [{ label: 'threshold', x: figures.outOfScopeRecall ?? 0, y: figures.inScopeAccuracy ?? 0 }]
    : [];
  const curve: Part[] = hasOut
    ? [
        {
          kind: 'curve',
          title: `${title}: rejection`,
          curve: { x: 'out-of-scope recall', y: 'in-scope accuracy', line, marks },
        },
      ]
    : [];
  const numbers: Part = {
    kind: 'table',
    title: `${title}: figures`,
    rows: [['figure', 'value'], ...Object.entries(figures)],
  };
  return { figures, answers, model, parts: [numbers, ...curve, ...parts] };
}
