import { type Ranker, type RankingExample, trainNoAnswer, trainRanking } from './rank.ts';
import { learnRelations, type RelationOptions, type TermRelations } from './relations.ts';
import { KnowledgeIndex, type KnowledgeIndexOptions, termReaderFor } from './search.ts';
import type { TermCounts } from './terms.ts';
import type { KnowledgeEntry, LabelledQuery } from './types.ts';

/** A text of the shop; texts with one `group` (an intent, a topic) also count as one long text together. */
export interface GroupedText {
  readonly text: string;
  readonly group?: string;
}

/** Learns term relations from a knowledge base and any other texts of the shop, such as labelled utterances. */
export function learnShopRelations(
  entries: readonly KnowledgeEntry[],
  texts: readonly GroupedText[],
  options: KnowledgeIndexOptions & RelationOptions = {},
): TermRelations {
  const reader = termReaderFor(options);
  const documents: TermCounts[] = [];
  for (const entry of entries) {
    documents.push(reader.read([entry.title, ...entry.questions, entry.answer, ...entry.tags].join('\n')));
    for (const ask of [entry.title, ...entry.questions]) documents.push(reader.read(ask));
  }
  const groups = new Map<string, TermCounts>();
  for (const { text, group } of texts) {
    const counts = reader.read(text);
    documents.push(counts);
    if (group === undefined) continue;
    const sum = groups.get(group) ?? new Map<string, number>();
    for (const [term, count] of counts) sum.set(term, (sum.get(term) ?? 0) + count);
    groups.set(group, sum);
  }
  return learnRelations([...documents, ...groups.values()], options);
}

/** Entries' own questions are put more plainly than customers ask, so they count less. */
const ownWeight = 0.3;

export interface RankerTrainingOptions extends KnowledgeIndexOptions {
  /** Questions that no entry answers, beside those without entries among the labelled ones. */
  readonly unanswerable?: readonly string[];
  readonly folds?: number;
}

/**
 * Trains the ranker by holding out: the entries' own questions and the labelled ones are dealt into folds, and each
 * fold is asked of an index that lacks it. Labelled questions weigh more than the entries' own.
 */
export function trainRanker(
  entries: readonly KnowledgeEntry[],
  queries: readonly LabelledQuery[],
  options: RankerTrainingOptions = {},
): Ranker {
  const { folds = 4, unanswerable = [] } = options;
  const examples: RankingExample[] = [];
  const signs: number[][] = [];
  const isUnanswered: boolean[] = [];
  const collected: { signs: (weights: Ranker) => number[]; isUnanswered: boolean }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { kept, asked } = holdOut(entries, queries, fold, folds);
    const make = (ranker?: Ranker): KnowledgeIndex =>
      new KnowledgeIndex(kept, ranker ? { ...options, ranker } : options);
    const index = make();
    for (const { text, entries: right, weight } of asked) {
      const { ranked } = index.examine(text);
      const isRight = ranked.map(({ id }) => right.includes(id));
      if (right.length > 0)
        examples.push({ candidates: ranked.map(({ features }) => features), isRight, weight });
    }
    const indexOf = new Map<Ranker, KnowledgeIndex>();
    const later = (text: string, missing: boolean): void => {
      collected.push({
        isUnanswered: missing,
        signs: (ranker) => {
          const known = indexOf.get(ranker) ?? make(ranker);
          indexOf.set(ranker, known);
          return known.examine(text).signs;
        },
      });
    };
    for (const { text, entries: right, weight } of asked)
      if (weight > ownWeight || right.length === 0) later(text, right.length === 0);
    unanswerable.forEach((text, i) => {
      if (i % folds === fold) later(text, true);
    });
  }
  const weights = trainRanking(examples);
  const draft: Ranker = { version: 1, weights, noAnswer: [] };
  for (const row of collected) {
    signs.push(row.signs(draft));
    isUnanswered.push(row.isUnanswered);
  }
  return { version: 1, weights, noAnswer: trainNoAnswer(signs, isUnanswered) };
}

interface Asked extends LabelledQuery {
  readonly weight: number;
}

/** The entries without the fold's questions, with the other folds' labelled questions learned; and what to ask. */
function holdOut(
  entries: readonly KnowledgeEntry[],
  queries: readonly LabelledQuery[],
  fold: number,
  folds: number,
): { kept: KnowledgeEntry[]; asked: Asked[] } {
  const learned = new Map<string, string[]>();
  const asked: Asked[] = [];
  queries.forEach((query, i) => {
    if (i % folds === fold) asked.push({ ...query, weight: 1 });
    else for (const id of query.entries) learned.set(id, [...(learned.get(id) ?? []), query.text]);
  });
  const kept = entries.map((entry) => {
    const questions = entry.questions.filter((text, i) => {
      const isHeld = entry.questions.length > 1 && i % folds === fold;
      if (isHeld) asked.push({ text, entries: [entry.id], weight: ownWeight });
      return !isHeld;
    });
    return { ...entry, questions: [...questions, ...(learned.get(entry.id) ?? [])] };
  });
  return { kept, asked };
}
