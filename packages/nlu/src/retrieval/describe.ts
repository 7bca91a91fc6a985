import { type Found, likeness, productAt, type QueryTerm, type Question } from './candidates.ts';
import type { Ask, EntryStore, Stored } from './store.ts';

export interface Candidate {
  readonly stored: Stored;
  readonly nearest: Ask;
  readonly features: number[];
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

/** Weight in the question by term id, all zero between searches: a look into an array where a map would be asked. */
let asked = new Float64Array(4096);

/** The features by which the candidates are ranked; all within about 0..1. */
export function describeAll(question: Question, store: EntryStore, found: readonly Found[]): Candidate[] {
  if (asked.length < store.termCount) asked = new Float64Array(store.termCount * 2);
  for (const { id, weight } of question.terms) asked[id] = weight;
  const candidates = found.map((one) => describe(question, store, one));
  for (const { id } of question.terms) asked[id] = 0;
  return candidates;
}

const answerOnly = 1 << 2;
const shareOf = (hit: number, all: number): number => (all > 0 ? hit / all : 0);

function describe(question: Question, store: EntryStore, found: Found): Candidate {
  const stored = store.stored[found.slot] as Stored;
  const asks = compareAsks(question, store, stored);
  const terms = compareTerms(question, store, stored);
  const { entry, vectors } = stored;
  const vote = question.vote?.of(entry.id) ?? 0;
  const isOtherLanguage = entry.lang !== undefined && (entry.lang === 'zh') !== question.isHan;
  const features = [
    found.top > 0 ? found.lexical / found.top : 0,
    Math.tanh(found.lexical / 40),
    asks.best,
    asks.second,
    asks.title,
    shareOf(terms.covered, question.total),
    shareOf(terms.synonyms, terms.service + terms.goods),
    asks.covered,
    Math.max(0, asks.related),
    question.direction ? Math.max(0, productAt(question.direction, vectors, 0)) : 0,
    Math.max(0, asks.relatedSecond),
    found.rank >= 0 ? 1 / (1 + found.rank) : 0,
    found.relatedRank >= 0 ? 1 / (1 + found.relatedRank) : 0,
    shareOf(terms.tags, question.total),
    isOtherLanguage ? -1 : 0,
    Math.tanh(found.lexical / (1 + question.total)),
    asks.topic,
    asks.topicMean,
    shareOf(terms.serviceHit, terms.service),
    asks.serviceBack,
    shareOf(terms.goodsHit, terms.goods),
    vote,
    vote > 0.0003 ? 1 + Math.log(vote) / 8 : 0,
  ];
  return { stored, nearest: stored.asks[asks.nearest] as Ask, features };
}

/** How much of the question's weight the entry covers, by kind of term. */
function compareTerms({ terms }: Question, { service }: EntryStore, stored: Stored) {
  const sums = { covered: 0, tags: 0, synonyms: 0, service: 0, serviceHit: 0, goods: 0, goodsHit: 0 };
  for (let t = 0; t < terms.length; t++) {
    const { id, isSynonym, weight } = terms[t] as QueryTerm;
    const mask = stored.terms.get(id) ?? 0;
    // What only the answer mentions is seldom what the entry is about.
    const trust = mask === 0 ? 0 : mask === answerOnly ? 0.4 : 1;
    sums.covered += weight * trust;
    if (mask & 8) sums.tags += weight;
    if (!isSynonym) continue;
    sums.synonyms += weight * trust;
    if (service[id] === 1) {
      sums.service += weight;
      sums.serviceHit += weight * trust;
    } else {
      sums.goods += weight;
      sums.goodsHit += weight * trust;
    }
  }
  return sums;
}

/**
 * The question beside each title and question of the entry: the nearest, the second, and the most of each kind. Plain
 * loops and local numbers: it runs for every candidate of every search, and what it left behind would have to be
 * collected within some search.
 */
function compareAsks(question: Question, store: EntryStore, stored: Stored) {
  const sums = store.sumsOf(stored);
  const size = store.directionSize;
  const { weights, service: isService } = store;
  const count = stored.asks.length;
  let [best, second, nearest, title] = [0, 0, 0, 0];
  let [covered, serviceBack, topic, topicSum] = [0, 0, 0, 0];
  let [related, relatedSecond] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let a = 0; a < count; a++) {
    const { terms } = stored.asks[a] as Ask;
    let product = 0;
    let shared = 0;
    let service = 0;
    for (let t = 0; t < terms.length; t++) {
      const id = terms[t] as number;
      const theirs = asked[id] as number;
      if (theirs === 0) continue;
      const mine = weights[id] as number;
      product += mine * theirs;
      shared += mine;
      if (isService[id] === 1) service += mine;
    }
    const cosine = shareOf(product, Math.sqrt(sums[3 * a] as number) * question.norm);
    if (a === 0) title = cosine;
    if (a === 0 || cosine > best) {
      second = a === 0 ? 0 : best;
      best = cosine;
      nearest = a;
    } else if (cosine > second) second = cosine;
    covered = Math.max(covered, shareOf(shared, sums[3 * a + 1] as number));
    serviceBack = Math.max(serviceBack, shareOf(service, sums[3 * a + 2] as number));
    const near = question.direction ? productAt(question.direction, stored.vectors, size * (1 + a)) : 0;
    if (near > related) {
      relatedSecond = related;
      related = near;
    } else if (near > relatedSecond) relatedSecond = near;
    const alike = question.topics ? likeness(question.topics, stored, a, store) : 0;
    topic = Math.max(topic, alike);
    topicSum += alike;
  }
  const topicMean = topicSum / count;
  return { best, second, nearest, title, covered, serviceBack, topic, topicMean, related, relatedSecond };
}
