import {
  answerSigns,
  type Ranker,
  type RankingExample,
  scoreFeatures,
  trainNoAnswer,
  trainRanking,
} from './rank.ts';
import { learnRelations, type RelationOptions, type TermRelations } from './relations.ts';
import { KnowledgeIndex, type KnowledgeIndexOptions, type Ranked, termReaderFor } from './search.ts';
import type { TermCounts } from './terms.ts';
import type { KnowledgeEntry, LabelledQuery } from './types.ts';
import { trainVotes, type Votes } from './votes.ts';

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

interface Judged {
  readonly ranked: readonly Ranked[];
  readonly length: number;
  readonly isUnanswered: boolean;
  /** One of the labelled questions, which tell how often nothing answers. */
  readonly isAsked: boolean;
}

/**
 * What the log-odds of "nothing answers" change by so that they hold where questions without an answer are as frequent
 * as among the labelled ones (King and Zeng 2001, prior correction): texts that only show what has no answer must not
 * make it likelier. Without any among the labelled, for equal chances.
 */
function priorShift(judged: readonly Judged[]): number {
  const unanswered = judged.filter(({ isUnanswered }) => isUnanswered);
  const answered = judged.length - unanswered.length;
  // With one kind alone nothing was learned, and the hand-set constant stays.
  if (unanswered.length === 0 || answered === 0) return 0;
  const expected = unanswered.filter(({ isAsked }) => isAsked).length || answered;
  return Math.log(expected / unanswered.length);
}

/**
 * Trains the ranker by holding out: the entries' own questions and the labelled ones are dealt into folds, and each
 * fold is asked of an index that lacks it. Labelled questions weigh more than the entries' own.
 */
function trainRanker(
  entries: readonly KnowledgeEntry[],
  queries: readonly LabelledQuery[],
  options: RankerTrainingOptions = {},
): Ranker {
  const { folds = 4, unanswerable = [] } = options;
  const examples: RankingExample[] = [];
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { kept, asked } = holdOut(entries, queries, fold, folds);
    const index = new KnowledgeIndex(kept, { ...options, votes: learnVotes(kept, options) });
    for (const { text, entries: right, weight } of asked) {
      const { ranked, length } = index.examine(text);
      const isUnanswered = right.length === 0;
      if (weight > ownWeight || isUnanswered) judged.push({ ranked, length, isUnanswered, isAsked: true });
      if (isUnanswered) continue;
      const isRight = ranked.map(({ id }) => right.includes(id));
      examples.push({ candidates: ranked.map(({ features }) => features), isRight, weight });
    }
    unanswerable.forEach((text, i) => {
      if (i % folds === fold) judged.push({ ...index.examine(text), isUnanswered: true, isAsked: false });
    });
  }
  const weights = trainRanking(examples);
  const signs = judged.map(({ ranked, length }) => {
    const scored = ranked.map(({ features }) => ({ features, score: scoreFeatures(weights, features) }));
    return answerSigns(
      scored.sort((x, y) => y.score - x.score),
      length,
    );
  });
  const [constant = 0, ...others] = trainNoAnswer(
    signs,
    judged.map(({ isUnanswered }) => isUnanswered),
  );
  return { version: 1, weights, noAnswer: [constant + priorShift(judged), ...others] };
}

/** The direct judgement, from every way in which the entries are known to be asked for. */
function learnVotes(entries: readonly KnowledgeEntry[], options: KnowledgeIndexOptions): Votes {
  const reader = termReaderFor(options);
  return trainVotes(
    entries.flatMap(({ id, title, questions }) =>
      [title, ...questions].map((text) => ({ terms: reader.read(text), id })),
    ),
  );
}

/** What `trainRetrieval` learned; spread it into the options of an index. */
export interface RetrievalModel {
  readonly ranker: Ranker;
  readonly votes: Votes;
}

/**
 * Learns from questions whose entries are known: the direct judgement of votes, how to weigh it with the other evidence,
 * and when nothing answers. The questions should also be learned by the index itself (`learn`). Deterministic.
 */
export function trainRetrieval(
  entries: readonly KnowledgeEntry[],
  queries: readonly LabelledQuery[],
  options: RankerTrainingOptions = {},
): RetrievalModel {
  const ranker = trainRanker(entries, queries, options);
  return { ranker, votes: learnVotes(withQuestions(entries, queries), options) };
}

/** The entries with the labelled questions as further ways to ask. */
function withQuestions(
  entries: readonly KnowledgeEntry[],
  queries: readonly LabelledQuery[],
): KnowledgeEntry[] {
  const learned = new Map<string, string[]>();
  for (const query of queries)
    for (const id of query.entries) learned.set(id, [...(learned.get(id) ?? []), query.text]);
  return entries.map((entry) => ({
    ...entry,
    questions: [...entry.questions, ...(learned.get(entry.id) ?? [])],
  }));
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
