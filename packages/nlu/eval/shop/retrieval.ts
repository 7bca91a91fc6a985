import {
  type GroupedText,
  type KnowledgeEntry,
  KnowledgeIndex,
  type KnowledgeIndexOptions,
  type LabelledQuery,
  learnShopRelations,
  trainRetrieval,
} from '../../src/retrieval/index.ts';
import type { createTopics } from './intents.ts';
import { areaUnder, calibrationError, percent, quantile, round, table, timeEach } from './measure.ts';
import type { SectionResult } from './mood.ts';

export interface RetrievalSets {
  readonly entries: readonly KnowledgeEntry[];
  /** Questions with known entries to learn from; may be empty. */
  readonly train: readonly LabelledQuery[];
  readonly test: readonly LabelledQuery[];
  /** Other texts of the shop for term relations. */
  readonly texts: readonly GroupedText[];
  /** Messages that no entry answers, to learn when to give none. */
  readonly unanswerable: readonly string[];
  /** Intents as evidence, when there is a classifier. */
  readonly topics?: ReturnType<typeof createTopics>;
}

/** Learns from `train`, reports recall, the judgement of "no answer" and speed on `test`. */
export function evaluateRetrieval({
  entries,
  train,
  test,
  texts,
  unanswerable,
  topics,
}: RetrievalSets): SectionResult {
  const start = performance.now();
  const relations = learnShopRelations(entries, texts);
  const evidence = { relations, ...(topics && { topicsOf: topics.of }) };
  const model = train.length > 0 ? trainRetrieval(entries, train, { ...evidence, unanswerable }) : undefined;
  const trainSeconds = (performance.now() - start) / 1000;
  const options = { ...evidence, ...model };
  const built = performance.now();
  const index = new KnowledgeIndex(entries, options);
  const buildMs = performance.now() - built;
  learnAll(index, train);
  const all = measureRetrieval(index, test);
  const plain = measureRetrieval(new KnowledgeIndex(entries), test);
  const large = measureLarge(entries, test, options, topics);
  const head = ['', 'first', 'in three', 'in five', 'questions'];
  const line = (name: string, found: ReturnType<typeof measureRetrieval>): (string | number)[] => [
    name,
    ...found.recall,
    found.asked,
  ];
  const rows = [head, line('all', all)];
  console.log('\nRetrieval (share of questions whose entry is found, %)');
  console.log(table([...rows, line('before any training', plain)]));
  console.log(
    `no good answer: area ${all.noAnswerArea}, probability of the first off by ${all.calibration}%`,
  );
  console.log(
    table([
      ['10,000 entries', 'p50 ms', 'p99 ms', 'build ms', 'add one ms', 'memory MB'],
      ['', large.p50, large.p99, large.buildMs, large.addMs, large.memory],
    ]),
  );
  return {
    figures: {
      entryFirst: all.recall[0],
      entryInThree: all.recall[1],
      entryInFive: all.recall[2],
      entryFirstUntrained: plain.recall[0],
      noAnswerArea: all.noAnswerArea,
      answerCalibrationError: all.calibration,
      retrievalTrainSeconds: round(trainSeconds, 1),
      indexBuildMs: Math.round(buildMs),
      searchP99MsAt10000: large.p99,
      indexBuildMsAt10000: large.buildMs,
      indexMemoryMbAt10000: large.memory,
    },
    parts: [
      { kind: 'table', title: 'Retrieval', rows: [...rows, line('before any training', plain)] },
      {
        kind: 'bars',
        title: 'Entry found (%)',
        bars: [
          { label: 'first', value: all.recall[0], target: 85 },
          { label: 'in three', value: all.recall[1] },
          { label: 'in five', value: all.recall[2], target: 96 },
        ],
      },
    ],
  };
}

export function learnAll(index: KnowledgeIndex, queries: readonly LabelledQuery[]): void {
  for (const { text, entries } of queries) for (const id of entries) index.learn(text, id);
}

function measureRetrieval(index: KnowledgeIndex, test: readonly LabelledQuery[]) {
  const found = [0, 0, 0];
  const answered: number[] = [];
  const unanswered: number[] = [];
  const confidence: number[] = [];
  const isRight: boolean[] = [];
  for (const { text, entries } of test) {
    const { hits, noAnswer } = index.search(text, { explain: false });
    (entries.length === 0 ? unanswered : answered).push(noAnswer);
    confidence.push(hits[0]?.probability ?? 0);
    isRight.push(hits[0] !== undefined && entries.includes(hits[0].id));
    const at = hits.findIndex(({ id }) => entries.includes(id));
    if (entries.length === 0 || at < 0) continue;
    [1, 3, 5].forEach((depth, i) => {
      if (at < depth) found[i] = (found[i] as number) + 1;
    });
  }
  const recallAt = (i: number): number => percent((found[i] as number) / Math.max(1, answered.length));
  return {
    recall: [recallAt(0), recallAt(1), recallAt(2)] as const,
    asked: answered.length,
    noAnswerArea: round(areaUnder(unanswered, answered), 3),
    calibration: percent(calibrationError(confidence, isRight)),
  };
}

/** The entries copied with changed ids and words until there are 10,000; only speed and memory are measured. */
function measureLarge(
  entries: readonly KnowledgeEntry[],
  test: readonly LabelledQuery[],
  options: KnowledgeIndexOptions,
  topics: RetrievalSets['topics'],
) {
  const many: KnowledgeEntry[] = [];
  for (let i = 0; many.length < 10_000; i++) {
    const entry = entries[i % entries.length] as KnowledgeEntry;
    const other = entries[(i * 7 + 3) % entries.length] as KnowledgeEntry;
    many.push({
      ...entry,
      id: `${entry.id}-${i}`,
      title: `${entry.title} ${i}`,
      questions: [...entry.questions.slice(0, 2), other.title],
    });
  }
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const start = performance.now();
  const index = new KnowledgeIndex(many, options);
  const buildMs = performance.now() - start;
  const memory = (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before) / 1e6;
  const adding = performance.now();
  for (let i = 0; i < 100; i++) index.add({ ...(many[i] as KnowledgeEntry), title: `changed ${i}` });
  const addMs = (performance.now() - adding) / 100;
  // Questions are classified anew, as in service.
  topics?.forget();
  const times = timeEach([...test, ...test], ({ text }) => index.search(text));
  return {
    p50: round(quantile(times, 0.5)),
    p99: round(quantile(times, 0.99)),
    buildMs: Math.round(buildMs),
    addMs: round(addMs),
    memory: Math.round(memory),
  };
}
