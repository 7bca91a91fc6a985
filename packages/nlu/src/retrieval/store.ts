import { PostingList } from './postings.ts';
import type { Directions } from './relations.ts';
import { serviceGroups } from './synonyms.ts';
import { type TermCounts, type TermReader, termWeight } from './terms.ts';
import type { Field, KnowledgeEntry } from './types.ts';

export const fields: readonly Field[] = ['title', 'question', 'answer', 'tag'];
/** BM25F (Robertson, Zaragoza and Taylor 2004): weight and length normalisation of each field. */
const fieldWeight: Record<Field, number> = { title: 2.2, question: 2, answer: 0.7, tag: 1.6 };
const fieldNorm: Record<Field, number> = { title: 0.4, question: 0.4, answer: 0.75, tag: 0.2 };
/** BM25's saturation of repeated terms. */
const saturation = 1.6;

/** Probabilities of topics for a text, always of one length: an intent classifier, for example. */
export type TopicReader = (text: string) => ArrayLike<number>;

/** A title or question, for comparison one by one. */
export interface Ask {
  readonly text: string;
  readonly terms: Int32Array;
}

export interface Stored {
  readonly entry: KnowledgeEntry;
  readonly asks: Ask[];
  /** All its terms, and a bit for each field where each stands. */
  readonly terms: Map<number, number>;
  /**
   * The entry's direction, its asks' directions, then its asks' topics, all in one array: a search compares them one
   * after another, and scattered arrays would cost more to fetch than to multiply. Topics are roots of probabilities,
   * whose product is how alike two texts are (Bhattacharyya 1943).
   */
  readonly vectors: Float32Array;
  /** For each ask: squares, sum and sum of service groups of its terms' weights, as of change `sumsAt`. */
  readonly sums: Float64Array;
  sumsAt: number;
}

/** Inverted index whose entries can be added and removed one by one. */
export class EntryStore {
  readonly #reader: TermReader;
  readonly #directions: Directions | undefined;
  readonly #topicsOf: TopicReader | undefined;
  readonly #idOf = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #trust: number[] = [];
  #weights = new Float64Array(0);
  #weightsAt = -1;
  #changes = 0;
  readonly #postings: PostingList[] = [];
  readonly #slotOf = new Map<string, number>();
  readonly #lengths = { title: 0, question: 0, answer: 0, tag: 0 };
  #live = 0;
  stored: Stored[] = [];
  /** 1 for each term id that is a synonym group about service. */
  service = new Uint8Array(1024);
  /** Slots of removed entries that still stand in postings. */
  dead: number[] = [];
  /** Numbers in one direction and in one list of topics; 0 while there are none. */
  readonly directionSize: number;
  topicSize = 0;

  constructor(reader: TermReader, directions: Directions | undefined, topicsOf: TopicReader | undefined) {
    this.#reader = reader;
    this.#topicsOf = topicsOf;
    this.#directions = directions;
    this.directionSize = directions?.size ?? 0;
  }

  get size(): number {
    return this.#live;
  }

  has(id: string): boolean {
    return this.#slotOf.has(id);
  }

  get(id: string): KnowledgeEntry | undefined {
    const slot = this.#slotOf.get(id);
    return slot === undefined ? undefined : this.stored[slot]?.entry;
  }

  slotOf(id: string): number | undefined {
    return this.#slotOf.get(id);
  }

  termId(term: string): number | undefined {
    return this.#idOf.get(term);
  }

  term(id: number): string {
    return this.#terms[id] as string;
  }

  postings(id: number): PostingList {
    return this.#postings[id] as PostingList;
  }

  /** Number of distinct terms; ids lie below it. */
  get termCount(): number {
    return this.#terms.length;
  }

  /** Rarity times trust in the kind of term, by term id; brought up to date at the first look after a change. */
  get weights(): Float64Array {
    if (this.#weightsAt === this.#changes) return this.#weights;
    const count = this.#terms.length;
    if (this.#weights.length < count) this.#weights = new Float64Array(count * 2);
    for (let id = 0; id < count; id++) this.#weights[id] = (this.#trust[id] as number) * this.rarity(id);
    this.#weightsAt = this.#changes;
    return this.#weights;
  }

  /** Rarity of a term, BM25's inverse document frequency (never negative). */
  rarity(id: number): number {
    const live = (this.#postings[id] as PostingList).live;
    return Math.log(1 + (this.#live - live + 0.5) / (live + 0.5));
  }

  /** Adds an entry, or replaces the one of the same id. */
  add(entry: KnowledgeEntry): void {
    this.remove(entry.id);
    this.#changes++;
    const slot = this.stored.length;
    const weights = new Map<number, number>();
    const places = new Map<number, number>();
    const asks = [entry.title, ...entry.questions].map((text) => ({ text, counts: this.#reader.read(text) }));
    const counted: Record<Field, TermCounts> = {
      title: asks[0]?.counts ?? new Map(),
      question: sumOf(asks.slice(1).map(({ counts }) => counts)),
      answer: this.#reader.read(entry.answer),
      tag: this.#reader.read(entry.tags.join('\n')),
    };
    this.#live++;
    fields.forEach((field, f) => {
      const counts = counted[field];
      const length = counts.size;
      this.#lengths[field] += length;
      const mean = this.#lengths[field] / this.#live || 1;
      const norm = 1 - fieldNorm[field] + fieldNorm[field] * (length / mean);
      for (const [term, count] of counts) {
        const id = this.#intern(term);
        weights.set(id, (weights.get(id) ?? 0) + (fieldWeight[field] * count) / norm);
        places.set(id, (places.get(id) ?? 0) | (1 << f));
      }
    });
    for (const [id, weight] of weights) this.postings(id).push(slot, weight / (saturation + weight));
    this.stored.push({
      entry,
      asks: asks.map(({ text, counts }) => ({
        text,
        terms: Int32Array.from(counts.keys(), (term) => this.#intern(term)),
      })),
      terms: places,
      vectors: this.#vectorsOf(asks, sumOf([counted.title, counted.question, counted.answer])),
      sums: new Float64Array(3 * asks.length),
      sumsAt: -1,
    });
    this.#slotOf.set(entry.id, slot);
  }

  #vectorsOf(asks: readonly { text: string; counts: TermCounts }[], whole: TermCounts): Float32Array {
    const parts: Float32Array[] = [];
    if (this.#directions) {
      parts.push(this.#directions.of(whole));
      for (const { counts } of asks) parts.push(this.#directions.of(counts));
    }
    for (const { text } of this.#topicsOf ? asks : []) {
      const roots = rootsOf(this.#topicsOf?.(text) ?? []);
      this.topicSize = roots.length;
      parts.push(roots);
    }
    const vectors = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      vectors.set(part, at);
      at += part.length;
    }
    return vectors;
  }

  /** The sums of an entry's asks (see Stored.sums); they hold until entries change. */
  sumsOf(stored: Stored): Float64Array {
    const { sums, asks } = stored;
    if (stored.sumsAt === this.#changes) return sums;
    const { weights } = this;
    asks.forEach(({ terms }, a) => {
      let squares = 0;
      let total = 0;
      let service = 0;
      for (const id of terms) {
        const weight = weights[id] as number;
        squares += weight * weight;
        total += weight;
        if (this.service[id] === 1) service += weight;
      }
      sums.set([squares, total, service], 3 * a);
    });
    stored.sumsAt = this.#changes;
    return sums;
  }

  #intern(term: string): number {
    const known = this.#idOf.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#idOf.set(term, id);
    this.#terms.push(term);
    this.#trust.push(termWeight(term));
    if (id === this.service.length) {
      const longer = new Uint8Array(2 * id);
      longer.set(this.service);
      this.service = longer;
    }
    if (term.startsWith('=') && Number(term.slice(1)) < serviceGroups) this.service[id] = 1;
    this.#postings.push(new PostingList());
    return id;
  }

  /** Removes an entry; false when there is none. Its postings are swept when as many are dead as alive. */
  remove(id: string): boolean {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return false;
    const stored = this.stored[slot] as Stored;
    this.dead.push(slot);
    this.#changes++;
    this.#slotOf.delete(id);
    this.#live--;
    for (const term of stored.terms.keys()) (this.#postings[term] as PostingList).live--;
    fields.forEach((field, f) => {
      let length = 0;
      for (const mask of stored.terms.values()) if (mask & (1 << f)) length++;
      this.#lengths[field] -= length;
    });
    if (this.stored.length > 64 && this.#live * 2 < this.stored.length) this.#sweep();
    return true;
  }

  #sweep(): void {
    const moved = new Int32Array(this.stored.length).fill(-1);
    const kept: Stored[] = [];
    const dead = new Set(this.dead);
    this.stored.forEach((stored, slot) => {
      if (dead.has(slot)) return;
      moved[slot] = kept.length;
      this.#slotOf.set(stored.entry.id, kept.length);
      kept.push(stored);
    });
    for (const posting of this.#postings) posting.sweep(moved);
    this.stored = kept;
    this.dead = [];
  }
}

function sumOf(parts: readonly TermCounts[]): TermCounts {
  const sum: TermCounts = new Map();
  for (const part of parts) for (const [term, count] of part) sum.set(term, (sum.get(term) ?? 0) + count);
  return sum;
}

function rootsOf(probabilities: ArrayLike<number>): Float32Array {
  return Float32Array.from(probabilities, (p) => Math.sqrt(p));
}
