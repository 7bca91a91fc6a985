import type { Directions } from './relations.ts';
import type { EntryStore, Stored } from './store.ts';
import { type TermCounts, termWeight } from './terms.ts';
import { topPlaces } from './top.ts';
import type { Voter } from './votes.ts';

const lexicalCandidates = 36;
const relatedCandidates = 12;
const comparedByDirection = 160;
const comparedByTopic = 80;
/** Topics less likely than this say nothing of what a question is about. */
const leastTopic = 0.004;
const mostTopics = 12;

const HAN = /\p{Script=Han}/u;

export interface QueryTerm {
  readonly id: number;
  readonly term: string;
  /** Whether it stands for a group of synonyms. */
  readonly isSynonym: boolean;
  /** Rarity times trust in the kind of term. */
  readonly weight: number;
}

/** The likeliest topics of a question and the roots of their probabilities. */
export interface QuestionTopics {
  readonly at: Int32Array;
  readonly roots: Float32Array;
}

export interface Question {
  readonly terms: readonly QueryTerm[];
  /** Weight of all its terms, those unknown to the index included. */
  readonly total: number;
  readonly norm: number;
  readonly direction: Float32Array | undefined;
  readonly topics: QuestionTopics | undefined;
  readonly vote: ReturnType<Voter['read']> | undefined;
  readonly isHan: boolean;
  readonly length: number;
}

/** A slot of the store with why it was found; ranks are −1 when it was found otherwise. */
export interface Found {
  readonly slot: number;
  readonly lexical: number;
  /** The highest lexical score of the search. */
  readonly top: number;
  readonly rank: number;
  readonly relatedRank: number;
}

/** What a question looks for. Terms that the index does not know weigh as its rarest would, halved. */
export function readQuestion(
  counts: TermCounts,
  store: EntryStore,
  directions: Directions | undefined,
  topics: ArrayLike<number> | undefined,
  voter: Voter | undefined,
): Question {
  const terms: QueryTerm[] = [];
  const unknown = Math.log(1 + store.size) * 0.5;
  const { weights } = store;
  let total = 0;
  let squares = 0;
  let isHan = false;
  for (const term of counts.keys()) {
    isHan ||= HAN.test(term);
    const id = store.termId(term);
    const isKnown = id !== undefined && store.postings(id).live > 0;
    const weight = isKnown ? (weights[id] as number) : termWeight(term) * unknown * (term.length > 1 ? 1 : 0);
    total += weight;
    squares += weight * weight;
    if (isKnown) terms.push({ id, term, isSynonym: term.startsWith('='), weight });
  }
  return {
    terms,
    total,
    norm: Math.sqrt(squares),
    direction: directions?.of(counts),
    topics: topics && likeliest(topics),
    vote: voter?.read(counts),
    isHan,
    length: counts.size,
  };
}

function likeliest(topics: ArrayLike<number>): QuestionTopics {
  const values = topics instanceof Float64Array ? topics : Float64Array.from(topics);
  const at = Int32Array.from(topPlaces(values, mostTopics, { floor: leastTopic }));
  return { at, roots: Float32Array.from(at, (place) => Math.sqrt(topics[place] as number)) };
}

/** The score of each slot in one search, all zero between searches. */
let scores = new Float64Array(1024);

/** The entries worth a closer look: best by words, by learned direction, by topic, and those that are voted for. */
export function findCandidates(question: Question, store: EntryStore): Found[] {
  const size = store.stored.length;
  if (scores.length < size) scores = new Float64Array(size * 2);
  scoreWords(question, store);
  // What shares next to nothing with the question is not worth comparing by direction.
  const pool = topPlaces(scores, comparedByDirection, { length: size, floor: 0 });
  const byWords = pool.slice(0, lexicalCandidates);
  const byDirection = question.direction ? related(question.direction, store, pool) : [];
  const byTopic = question.topics ? sameTopic(question.topics, store, pool.slice(0, comparedByTopic)) : [];
  const chosen = [...new Set([...byWords, ...byDirection, ...byTopic, ...voted(question, store)])];
  const top = scores[byWords[0] ?? 0] as number;
  const found = chosen.map((slot) => ({
    slot,
    lexical: scores[slot] as number,
    top,
    rank: byWords.indexOf(slot),
    relatedRank: byDirection.indexOf(slot),
  }));
  scores.fill(0, 0, size);
  return found;
}

/** Adds up the lexical scores of live entries. */
function scoreWords(question: Question, store: EntryStore): void {
  for (const { id, weight } of question.terms) {
    const { slots, impacts, length } = store.postings(id);
    for (let i = 0; i < length; i++) {
      const slot = slots[i] as number;
      scores[slot] = (scores[slot] as number) + weight * (impacts[i] as number);
    }
  }
  for (const slot of store.dead) scores[slot] = 0;
}

/** Entries that the learned judgement names. */
function voted(question: Question, store: EntryStore): number[] {
  return (question.vote?.best ?? []).flatMap((id) => store.slotOf(id) ?? []);
}

function related(direction: Float32Array, store: EntryStore, pool: readonly number[]): number[] {
  const values = new Float64Array(pool.length);
  for (let i = 0; i < values.length; i++)
    values[i] = productAt(direction, (store.stored[pool[i] as number] as Stored).vectors, 0);
  return topPlaces(values, relatedCandidates).map((place) => pool[place] as number);
}

/** Entries whose title or questions are on the question's topic, though in other words. */
function sameTopic(topics: QuestionTopics, store: EntryStore, pool: readonly number[]): number[] {
  const values = new Float64Array(pool.length);
  for (let i = 0; i < values.length; i++) {
    const stored = store.stored[pool[i] as number] as Stored;
    for (let a = 0; a < stored.asks.length; a++)
      values[i] = Math.max(values[i] as number, likeness(topics, stored, a, store));
  }
  return topPlaces(values, relatedCandidates).map((place) => pool[place] as number);
}

/** How alike the topics of the question and of an entry's ask are, 0..1; unlikely topics are left out. */
export function likeness(
  { at, roots }: QuestionTopics,
  { asks, vectors }: Stored,
  ask: number,
  store: EntryStore,
): number {
  const from = store.directionSize * (store.directionSize > 0 ? 1 + asks.length : 0) + ask * store.topicSize;
  let sum = 0;
  for (let i = 0; i < at.length; i++)
    sum += (roots[i] as number) * (vectors[from + (at[i] as number)] as number);
  return sum;
}

/** The product of a unit vector with the one at `from`; four sums at a time, since each addition waits for the last. */
export function productAt(a: Float32Array, vectors: Float32Array, from: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  const whole = a.length - (a.length % 4);
  for (let j = 0; j < whole; j += 4) {
    const at = from + j;
    first += (a[j] as number) * (vectors[at] as number);
    second += (a[j + 1] as number) * (vectors[at + 1] as number);
    third += (a[j + 2] as number) * (vectors[at + 2] as number);
    fourth += (a[j + 3] as number) * (vectors[at + 3] as number);
  }
  for (let j = whole; j < a.length; j++) first += (a[j] as number) * (vectors[from + j] as number);
  return first + second + third + fourth;
}
