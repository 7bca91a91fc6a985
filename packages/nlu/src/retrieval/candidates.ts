import { cosine, type Directions } from './relations.ts';
import type { Ask, EntryStore, Stored } from './store.ts';
import { type TermCounts, termWeight } from './terms.ts';
import { topBy } from './top.ts';
import type { Voter } from './votes.ts';

/** BM25's saturation of repeated terms. */
const saturation = 1.6;
const lexicalCandidates = 36;
const relatedCandidates = 12;
const comparedByDirection = 160;
const comparedByTopic = 80;

export interface QueryTerm {
  readonly id: number;
  readonly term: string;
  /** Rarity times trust in the kind of term. */
  readonly weight: number;
}

export interface Question {
  readonly terms: readonly QueryTerm[];
  /** Weight of all its terms, those unknown to the index included. */
  readonly total: number;
  readonly norm: number;
  readonly weightOf: Map<number, number>;
  readonly direction: Float32Array | undefined;
  readonly topics: Float32Array | undefined;
  readonly vote: ReturnType<Voter['read']> | undefined;
  readonly isHan: boolean;
  readonly length: number;
}

export interface Candidate {
  readonly stored: Stored;
  readonly lexical: number;
  readonly lexicalRank: number;
  readonly relatedRank: number;
  readonly nearest: Ask;
  readonly features: number[];
}

/** What a question looks for. Terms that the index does not know weigh as its rarest would, halved. */
export function readQuestion(
  counts: TermCounts,
  store: EntryStore,
  directions: Directions | undefined,
  topics: Float32Array | undefined,
  voter: Voter | undefined,
): Question {
  const terms: QueryTerm[] = [];
  const weightOf = new Map<number, number>();
  const unknown = Math.log(1 + store.size) * 0.5;
  let total = 0;
  let squares = 0;
  for (const term of counts.keys()) {
    const id = store.termId(term);
    const isKnown = id !== undefined && store.postings(id).live > 0;
    const weight = termWeight(term) * (isKnown ? store.rarity(id) : unknown * (term.length > 1 ? 1 : 0));
    total += weight;
    squares += weight * weight;
    if (isKnown) {
      terms.push({ id, term, weight });
      weightOf.set(id, weight);
    }
  }
  const isHan = [...counts.keys()].some((term) => /\p{Script=Han}/u.test(term));
  const direction = directions?.of(counts);
  return {
    terms,
    total,
    norm: Math.sqrt(squares),
    weightOf,
    direction,
    topics,
    vote: voter?.read(counts),
    isHan,
    length: counts.size,
  };
}

/** The entries worth a closer look: best by words, and best by learned direction. */
export function findCandidates(question: Question, store: EntryStore): Candidate[] {
  const scores = new Float64Array(store.stored.length);
  const touched: number[] = [];
  for (const { id, weight } of question.terms) {
    const { slots, weights } = store.postings(id);
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number;
      const w = weights[i] as number;
      if (scores[slot] === 0) touched.push(slot);
      scores[slot] = (scores[slot] as number) + (weight * w) / (saturation + w);
    }
  }
  const live = touched.filter((slot) => (store.stored[slot] as Stored).isLive);
  // What shares next to nothing with the question is not worth comparing by direction.
  const pool = topBy(live, (slot) => scores[slot] as number, comparedByDirection);
  const byWords = pool.slice(0, lexicalCandidates);
  const byDirection = related(question, store, pool);
  const chosen = [
    ...new Set([
      ...byWords,
      ...byDirection,
      ...sameTopic(question, store, pool.slice(0, comparedByTopic)),
      ...voted(question, store),
    ]),
  ];
  const top = scores[byWords[0] ?? 0] ?? 0;
  return chosen.map((slot) => {
    const rank = byWords.indexOf(slot);
    const relatedRank = byDirection.indexOf(slot);
    return describe(question, store, slot, { lexical: scores[slot] as number, top, rank, relatedRank });
  });
}

/** Entries that the learned judgement names. */
function voted(question: Question, store: EntryStore): number[] {
  return (question.vote?.best ?? []).flatMap((id) => store.slotOf(id) ?? []);
}

function related(question: Question, store: EntryStore, pool: readonly number[]): number[] {
  const direction = question.direction;
  if (!direction) return [];
  const values = new Map<number, number>();
  for (const slot of pool) {
    const own = (store.stored[slot] as Stored).direction;
    if (own) values.set(slot, cosine(direction, own));
  }
  return topBy([...values.keys()], (slot) => values.get(slot) as number, relatedCandidates);
}

const answerOnly = 1 << 2;
const share = ({ hit, all }: { hit: number; all: number }): number => (all > 0 ? hit / all : 0);

/** Entries whose title or questions are on the question's topic, though in other words. */
function sameTopic(question: Question, store: EntryStore, pool: readonly number[]): number[] {
  const { topics } = question;
  if (!topics) return [];
  const values = new Map<number, number>();
  for (const slot of pool) {
    let nearest = 0;
    for (const ask of (store.stored[slot] as Stored).asks) {
      if (ask.topics) nearest = Math.max(nearest, cosine(topics, ask.topics));
    }
    values.set(slot, nearest);
  }
  return topBy([...values.keys()], (slot) => values.get(slot) as number, relatedCandidates);
}

export const featureNames = [
  'lexicalShare',
  'lexical',
  'ask',
  'askTwo',
  'title',
  'covered',
  'coveredSynonyms',
  'askCovered',
  'relatedAsk',
  'related',
  'relatedTwo',
  'rank',
  'relatedRank',
  'tags',
  'language',
  'lexicalPerTerm',
  'topic',
  'topicMean',
  'service',
  'serviceBack',
  'goods',
  'vote',
  'voteLog',
] as const;

interface Found {
  readonly lexical: number;
  readonly top: number;
  readonly rank: number;
  readonly relatedRank: number;
}

/** The features by which candidates are ranked; all within about 0..1. */
function describe(question: Question, store: EntryStore, slot: number, found: Found): Candidate {
  const stored = store.stored[slot] as Stored;
  const asks = stored.asks.map((ask) => compareAsk(question, store, ask));
  const order = asks.toSorted((a, b) => b.cosine - a.cosine);
  const relatedOrder = asks.toSorted((a, b) => b.related - a.related);
  let covered = 0;
  let synonyms = 0;
  let synonymTotal = 0;
  let tags = 0;
  const service = { hit: 0, all: 0 };
  const goods = { hit: 0, all: 0 };
  for (const { id, term, weight } of question.terms) {
    const mask = stored.terms.get(id) ?? 0;
    // What only the answer mentions is seldom what the entry is about.
    const trust = mask === 0 ? 0 : mask === answerOnly ? 0.4 : 1;
    covered += weight * trust;
    if (mask & 8) tags += weight;
    if (!term.startsWith('=')) continue;
    synonymTotal += weight;
    synonyms += weight * trust;
    const side = store.isService(id) ? service : goods;
    side.all += weight;
    side.hit += weight * trust;
  }
  const vote = question.vote?.of(stored.entry.id) ?? 0;
  const relatedBest = relatedOrder[0]?.related ?? 0;
  const isOtherLanguage = stored.entry.lang !== undefined && (stored.entry.lang === 'zh') !== question.isHan;
  const features = [
    found.top > 0 ? found.lexical / found.top : 0,
    Math.tanh(found.lexical / 40),
    order[0]?.cosine ?? 0,
    order[1]?.cosine ?? 0,
    asks[0]?.cosine ?? 0,
    question.total > 0 ? covered / question.total : 0,
    synonymTotal > 0 ? synonyms / synonymTotal : 0,
    Math.max(0, ...asks.map((ask) => ask.covered)),
    Math.max(0, relatedBest),
    question.direction && stored.direction ? Math.max(0, cosine(question.direction, stored.direction)) : 0,
    Math.max(0, relatedOrder[1]?.related ?? 0),
    found.rank >= 0 ? 1 / (1 + found.rank) : 0,
    found.relatedRank >= 0 ? 1 / (1 + found.relatedRank) : 0,
    question.total > 0 ? tags / question.total : 0,
    isOtherLanguage ? -1 : 0,
    Math.tanh(found.lexical / (1 + question.total)),
    Math.max(0, ...asks.map((ask) => ask.topic)),
    asks.reduce((sum, ask) => sum + ask.topic, 0) / asks.length,
    share(service),
    Math.max(0, ...asks.map((ask) => ask.serviceBack)),
    share(goods),
    vote,
    vote > 0.0003 ? 1 + Math.log(vote) / 8 : 0,
  ];
  const nearest = stored.asks[asks.indexOf(order[0] as (typeof asks)[number])] ?? (stored.asks[0] as Ask);
  return {
    stored,
    lexical: found.lexical,
    lexicalRank: found.rank,
    relatedRank: found.relatedRank,
    nearest,
    features,
  };
}

function compareAsk(
  question: Question,
  store: EntryStore,
  ask: Ask,
): { cosine: number; covered: number; related: number; topic: number; serviceBack: number } {
  let product = 0;
  let squares = 0;
  let shared = 0;
  let total = 0;
  const service = { hit: 0, all: 0 };
  for (const id of ask.terms) {
    const mine = store.weight(id);
    squares += mine * mine;
    total += mine;
    if (store.isService(id)) {
      service.all += mine;
      if (question.weightOf.has(id)) service.hit += mine;
    }
    const theirs = question.weightOf.get(id);
    if (theirs === undefined) continue;
    product += mine * theirs;
    shared += mine;
  }
  const length = Math.sqrt(squares) * question.norm;
  return {
    cosine: length > 0 ? product / length : 0,
    covered: total > 0 ? shared / total : 0,
    serviceBack: share(service),
    related: question.direction && ask.direction ? cosine(question.direction, ask.direction) : 0,
    topic: question.topics && ask.topics ? cosine(question.topics, ask.topics) : 0,
  };
}
