/** One entry of the knowledge base. `questions` are ways to ask for it. */
export interface KnowledgeEntry {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
  readonly answer: string;
  readonly tags: readonly string[];
  /** Entries of the language of the question are preferred; any when absent. */
  readonly lang?: 'zh' | 'en';
}

export type Field = 'title' | 'question' | 'answer' | 'tag';

/** Why an entry was found: a term of the question, where it stood, and its share of the lexical score (0..1). */
export interface MatchedTerm {
  /** The word or phrase of the question as folded; for a synonym, the phrase that the question used. */
  readonly term: string;
  readonly fields: readonly Field[];
  readonly share: number;
  /** Set when the entry says it in other words: those words. */
  readonly via?: string;
}

export interface SearchHit {
  readonly id: string;
  /** Comparable within one search only. */
  readonly score: number;
  /** Probability that this entry answers the question, 0..1; calibrated when a trained ranker is given. */
  readonly probability: number;
  /** The title or question of the entry that is nearest to what was asked. */
  readonly nearest: string;
  readonly matched: readonly MatchedTerm[];
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Probability that no entry answers the question, 0..1. */
  readonly noAnswer: number;
}

export interface LabelledQuery {
  readonly text: string;
  /** Ids of entries that answer it; empty when none does. */
  readonly entries: readonly string[];
}
