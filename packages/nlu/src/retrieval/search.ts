import { defaultSegmenter, type Segmenter } from '../text/index.ts';
import { findCandidates, type QueryTerm, type Question, readQuestion } from './candidates.ts';
import { type Candidate, describeAll } from './describe.ts';
import { phrasePatterns } from './patterns.ts';
import { answerSigns, defaultRanker, noAnswerProbability, type Ranker, scoreFeatures } from './rank.ts';
import { createDirections, type TermRelations } from './relations.ts';
import { EntryStore, fields, type Stored, type TopicReader } from './store.ts';
import { defaultSynonyms } from './synonyms.ts';
import { createTermReader, SynonymFinder, type TermReader } from './terms.ts';
import type { Field, KnowledgeEntry, MatchedTerm, SearchHit, SearchResult } from './types.ts';
import { createVoter, type Voter, type Votes } from './votes.ts';

export interface KnowledgeIndexOptions {
  readonly segmenter?: Segmenter;
  /** Groups of phrases that mean the same, beside the built-in ones (`defaultSynonyms`). */
  readonly synonyms?: readonly (readonly string[])[];
  readonly relations?: TermRelations;
  readonly ranker?: Ranker;
  /** Topics of a text as evidence, such as the probabilities of an intent classifier. */
  readonly topicsOf?: TopicReader;
  /** Learned from questions with known entries; see trainRetrieval. */
  readonly votes?: Votes;
}

export interface SearchOptions {
  /** Most hits given back; default 5. */
  readonly limit?: number;
  /** Whether to say which terms matched; default true. Costs little. */
  readonly explain?: boolean;
}

/** A question with the candidates' features, for training a ranker. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly features: readonly number[];
}

/** A knowledge base that is asked in the words of customers. Entries come and go one by one. */
export class KnowledgeIndex {
  readonly #reader: TermReader;
  readonly #store: EntryStore;
  readonly #directions: ReturnType<typeof createDirections> | undefined;
  readonly #ranker: Ranker;
  readonly #topicsOf: TopicReader | undefined;
  readonly #voter: Voter | undefined;

  constructor(entries: Iterable<KnowledgeEntry>, options: KnowledgeIndexOptions = {}) {
    this.#reader = termReaderFor(options);
    this.#directions = options.relations && createDirections(options.relations);
    this.#store = new EntryStore(this.#reader, this.#directions, options.topicsOf);
    this.#topicsOf = options.topicsOf;
    this.#voter = options.votes && createVoter(options.votes);
    this.#ranker = options.ranker ?? defaultRanker;
    for (const entry of entries) this.#store.add(entry);
  }

  get size(): number {
    return this.#store.size;
  }

  /** Adds an entry or replaces the one with its id; searches see it at once. */
  add(entry: KnowledgeEntry): void {
    this.#store.add(entry);
  }

  /** False when there was none. */
  remove(id: string): boolean {
    return this.#store.remove(id);
  }

  /** Learns that `question` is answered by the entry: a new way to ask for it. False for an unknown entry. */
  learn(question: string, id: string): boolean {
    const entry = this.#store.get(id);
    if (!entry) return false;
    this.#store.add({ ...entry, questions: [...entry.questions, question] });
    return true;
  }

  /** The entries that answer `question`, best first. Never throws for any text. */
  search(question: string, { limit = 5, explain = true }: SearchOptions = {}): SearchResult {
    const read = this.#read(question);
    const ranked = this.#rank(read);
    const noAnswer = noAnswerProbability(this.#ranker.noAnswer, answerSigns(ranked, read.length));
    if (ranked.length === 0) return { hits: [], noAnswer: 1 };
    const top = (ranked[0] as Scored).score;
    const powers = ranked.map(({ score }) => Math.exp(score - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    const phrases = explain ? this.#reader.phrases(question) : undefined;
    const heaviest = explain ? read.terms.toSorted((a, b) => b.weight - a.weight) : [];
    const hits = ranked.slice(0, limit).map(({ candidate, score }, i): SearchHit => {
      const probability = (1 - noAnswer) * ((powers[i] as number) / sum);
      const matched = phrases ? this.#explain(heaviest, candidate.stored, phrases) : [];
      return { id: candidate.stored.entry.id, score, probability, nearest: candidate.nearest.text, matched };
    });
    return { hits, noAnswer };
  }

  /** Candidates with their features and the number of terms asked, for training. */
  examine(question: string): { ranked: Ranked[]; length: number } {
    const read = this.#read(question);
    const ranked = this.#rank(read).map(({ candidate, score, features }) => ({
      id: candidate.stored.entry.id,
      score,
      features,
    }));
    return { ranked, length: read.length };
  }

  #read(question: string): Question {
    const counts = this.#reader.read(question);
    return readQuestion(counts, this.#store, this.#directions, this.#topicsOf?.(question), this.#voter);
  }

  readonly #said = new WeakMap<Stored, Map<string, string>>();

  /** The phrases of synonym groups in an entry; read once, when it is first explained. */
  #saidIn(stored: Stored): Map<string, string> {
    const known = this.#said.get(stored);
    if (known) return known;
    const { title, questions, answer } = stored.entry;
    const said = this.#reader.phrases([title, ...questions, answer].join('\n'));
    this.#said.set(stored, said);
    return said;
  }

  #rank(question: Question): Scored[] {
    return describeAll(question, this.#store, findCandidates(question, this.#store))
      .map((candidate) => {
        const { features } = candidate;
        return { candidate, features, score: scoreFeatures(this.#ranker.weights, features) };
      })
      .sort((a, b) => b.score - a.score);
  }

  /** Which of the question's terms, heaviest first, stand in the entry; the eight heaviest are told. */
  #explain(terms: readonly QueryTerm[], stored: Stored, phrases: ReadonlyMap<string, string>): MatchedTerm[] {
    const said = this.#saidIn(stored);
    const matched: QueryTerm[] = [];
    let total = 0;
    for (const term of terms) {
      if (!stored.terms.has(term.id)) continue;
      total += term.weight;
      if (matched.length < 8) matched.push(term);
    }
    return matched.map(({ id, term, weight, isSynonym }): MatchedTerm => {
      const where = fieldsOf[stored.terms.get(id) ?? 0] ?? [];
      const phrase = phrases.get(term);
      const via = isSynonym ? said.get(term) : undefined;
      const base = { term: phrase ?? term, fields: where, share: weight / (total || 1) };
      return via && via !== phrase ? { ...base, via } : base;
    });
  }
}

/** The fields that each mask of a stored term names. */
const fieldsOf = Array.from({ length: 1 << fields.length }, (_, mask): readonly Field[] =>
  fields.filter((_field, f) => mask & (1 << f)),
);

interface Scored {
  readonly candidate: Candidate;
  readonly features: readonly number[];
  readonly score: number;
}

const readers = new WeakMap<object, TermReader>();

/** The term reader of an index with these options; the one for the defaults is made once. */
export function termReaderFor(options: KnowledgeIndexOptions): TermReader {
  const segmenter = options.segmenter ?? defaultSegmenter();
  const known = options.synonyms ? undefined : readers.get(segmenter);
  if (known) return known;
  const groups = options.synonyms ? [...defaultSynonyms, ...options.synonyms] : defaultSynonyms;
  const reader = createTermReader(segmenter, new SynonymFinder(groups, phrasePatterns));
  if (!options.synonyms) readers.set(segmenter, reader);
  return reader;
}
