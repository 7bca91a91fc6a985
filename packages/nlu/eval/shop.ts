import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  readKnowledge,
  readLists,
  readShopQueries,
  readShopRows,
  type ShopQuery,
  type ShopRow,
  shopFolder,
} from './shop/corpus.ts';
import { evaluateEntities } from './shop/entities.ts';
import { createTopics, evaluateIntents, type IntentNames } from './shop/intents.ts';
import { percent, table } from './shop/measure.ts';
import { evaluateMood, type SectionResult } from './shop/mood.ts';
import {
  type LabelledText,
  leastLength,
  measureOverlap,
  overlapBound,
  sharedSituations,
} from './shop/overlap.ts';
import { type Part, writePage } from './shop/page.ts';
import { evaluateRetrieval } from './shop/retrieval.ts';

/** Least or most that each figure must be; the eval is ok when all hold. */
export const shopLimits = {
  intentAccuracy: { least: 92 },
  entryFirst: { least: 85 },
  entryInFive: { least: 96 },
  emotionMacroF1: { least: 80 },
  entitiesF1: { least: 95 },
  threatRecall: { least: 95 },
  threatPrecision: { least: 85 },
  searchP99MsAt10000: { most: 3 },
  intentFileMb: { most: 30 },
  moodFileMb: { most: 30 },
  overlapTooNear: { most: 0 },
  situationsShared: { most: 0 },
} as const;

/** How near the sets are to each other; names only ids, so that nobody reads test rows here. */
export function evaluateOverlap(): SectionResult {
  const rows = {
    train: readShopRows('train'),
    validation: readShopRows('validation'),
    test: readShopRows('test'),
  };
  const queries = {
    train: readShopQueries('train'),
    validation: readShopQueries('validation'),
    test: readShopQueries('test'),
  };
  const asks: LabelledText[] = readKnowledge().flatMap(({ id, title, questions }) =>
    [title, ...questions].map((text) => ({ id, text })),
  );
  const pairs: [string, readonly LabelledText[], readonly LabelledText[]][] = [
    ['validation / train', rows.validation, rows.train],
    ['test / train', rows.test, rows.train],
    ['test / validation', rows.test, rows.validation],
    ['queries: validation / train', queries.validation, queries.train],
    ['queries: test / train', queries.test, queries.train],
    ['queries: test / validation', queries.test, queries.validation],
    ['queries: test / entries', queries.test, asks],
    ['queries: validation / entries', queries.validation, asks],
  ];
  const measured = pairs.map(([name, texts, others]) => ({ name, overlap: measureOverlap(texts, others) }));
  const shared = [
    ...sharedSituations(rows.validation, rows.train),
    ...sharedSituations(rows.test, rows.train),
    ...sharedSituations(rows.test, rows.validation),
  ];
  const head = ['sets', 'compared', 'mean', 'p99', 'max', 'too near'];
  const lines = measured.map(({ name, overlap }): (string | number)[] => [
    name,
    overlap.compared,
    percent(overlap.mean),
    percent(overlap.high),
    percent(overlap.max),
    overlap.tooNear.map(({ id, other }) => `${id}~${other}`).join(' ') || 0,
  ]);
  console.log(
    `\nOverlap: nearest neighbour by trigram Jaccard (%), at most ${percent(overlapBound)}, texts of ${leastLength} letters and more`,
  );
  console.log(table([head, ...lines]));
  if (shared.length > 0) console.log(`situations in two sets: ${shared.join(', ')}`);
  return {
    figures: {
      overlapTooNear: measured.reduce((sum, { overlap }) => sum + overlap.tooNear.length, 0),
      overlapMax: percent(Math.max(...measured.map(({ overlap }) => overlap.max))),
      situationsShared: shared.length,
    },
    parts: [{ kind: 'table', title: 'Overlap of the sets', rows: [head, ...lines] }],
  };
}

/** `npm run eval -- shop [--validation]`: with the flag, validation rows stand in for test rows, to develop on. */
export function runShop(args: readonly string[]): { figures: Record<string, number>; isOk: boolean } {
  const set = args.includes('--validation') ? 'validation' : 'test';
  const train = readShopRows('train');
  const validation = readShopRows('validation');
  const test: ShopRow[] = readShopRows(set);
  const queries: ShopQuery[] = readShopQueries(set);
  // What is chosen on half of the validation rows is not reported on the same half.
  const [choose, report] = set === 'test' ? [validation, test] : halves(validation);
  console.log(`train ${train.length}, ${set} ${report.length} rows; queries ${queries.length}`);
  const names = JSON.parse(readFileSync(join(shopFolder, 'intents.json'), 'utf8')) as IntentNames[];
  const intents = evaluateIntents(train, choose, report, names);
  const sections: SectionResult[] = [
    evaluateOverlap(),
    intents,
    evaluateMood(
      train.filter((row) => !row.isFeelingUnread),
      choose,
      report,
    ),
    evaluateEntities(readLists(), report),
    evaluateRetrieval({
      entries: readKnowledge(),
      // As with moods, what was chosen on validation rows may then learn from them.
      train:
        set === 'test'
          ? [...readShopQueries('train'), ...readShopQueries('validation')]
          : readShopQueries('train'),
      test: queries,
      topics: createTopics(intents.model),
      texts: train.map(({ text, intents }) => ({ text, group: intents[0] ?? 'oos' })),
      unanswerable: train.filter(({ intents }) => intents[0] === 'oos').map(({ text }) => text),
    }),
  ];
  const figures = Object.assign(
    { memoryMb: Math.round(process.memoryUsage().rss / 1e6) },
    ...sections.map((s) => s.figures),
  ) as Record<string, number>;
  return {
    figures,
    isOk: printReport(
      set,
      figures,
      sections.flatMap((section) => section.parts),
    ),
  };
}

function halves(rows: readonly ShopRow[]): [ShopRow[], ShopRow[]] {
  const situations = [...new Set(rows.map(({ situation }) => situation))];
  const isFirst = (row: ShopRow): boolean => situations.indexOf(row.situation) % 2 === 0;
  return [rows.filter(isFirst), rows.filter((row) => !isFirst(row))];
}

function printReport(set: string, figures: Record<string, number>, parts: readonly Part[]): boolean {
  const results = Object.entries(shopLimits).map(([name, limit]) => {
    const value = figures[name] ?? Number.NaN;
    const isMet = 'least' in limit ? value >= limit.least : value <= limit.most;
    return { name, value, limit, isMet };
  });
  const head = ['figure', 'measured', 'to reach', ''];
  const lines = results.map(({ name, value, limit, isMet }): (string | number)[] => [
    name,
    value,
    'least' in limit ? `≥ ${limit.least}` : `≤ ${limit.most}`,
    isMet ? 'ok' : 'short',
  ]);
  console.log(`\n${table([head, ...lines])}`);
  const bars = results.flatMap(({ name, value, limit }) =>
    'least' in limit ? [{ label: name, value, target: limit.least }] : [],
  );
  const page = writePage(set === 'test' ? 'shop' : 'shop-validation', [
    { kind: 'bars', title: 'Figures to reach', bars },
    { kind: 'table', title: 'Figures', rows: [head, ...lines] },
    ...parts,
  ]);
  console.log(`page: ${page}`);
  const isOk = results.every(({ isMet }) => isMet);
  console.log(
    JSON.stringify({
      name: set === 'test' ? 'shop' : 'shop-validation',
      figures,
      limits: shopLimits,
      ok: isOk,
    }),
  );
  return isOk;
}
