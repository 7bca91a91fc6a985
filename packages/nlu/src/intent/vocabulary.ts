import { GROUPS, type Group, type GroupCounts, type GroupWeights, type RawFeatures } from './features.ts';
import { hashText, mix } from './hash.ts';
import type { Sparse } from './network.ts';

/** The features that training saw, in ascending order of hash, with the weight of their rarity. */
export interface Vocabulary {
  readonly hashes: Int32Array;
  /** ln((rows + 1) / (rows with the feature + 0.5)) */
  readonly rarity: Float32Array;
  readonly rows: number;
}

const BIGRAM = GROUPS.indexOf('bigram');
const CLASS = GROUPS.indexOf('class');

/** Features seen in at least so many rows as their group asks for. */
export function buildVocabulary(
  rows: readonly RawFeatures[],
  fewest: GroupCounts,
  weights: GroupWeights,
): Vocabulary {
  const used = GROUPS.flatMap((group, i) => (weights[group] > 0 ? [{ i, least: fewest[group] }] : []));
  const counts = new Map<number, number>();
  const leastOf = new Map<number, number>();
  for (const { groups } of rows) {
    const seen = new Set<number>();
    for (const { i, least } of used) {
      for (const hash of groups[i] as Int32Array) {
        if (seen.has(hash)) continue;
        seen.add(hash);
        leastOf.set(hash, least);
      }
    }
    for (const hash of seen) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const kept: number[] = [];
  for (const [hash, count] of counts) if (count >= (leastOf.get(hash) ?? 1)) kept.push(hash);
  const hashes = Int32Array.from(kept).sort();
  const rarity = Float32Array.from(hashes, (hash) =>
    Math.log((rows.length + 1) / ((counts.get(hash) ?? 0) + 0.5)),
  );
  return { hashes, rarity, rows: rows.length };
}

/** Slots of an open-addressed table over a vocabulary's hashes; made on first use and kept beside it. */
const tables = new WeakMap<Int32Array, Int32Array>();

function tableOf(hashes: Int32Array): Int32Array {
  const known = tables.get(hashes);
  if (known) return known;
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, hashes.length * 2.5)));
  const table = new Int32Array(size).fill(-1);
  for (let i = 0; i < hashes.length; i++) {
    let slot = (hashes[i] as number) & (size - 1);
    while (table[slot] !== -1) slot = (slot + 1) & (size - 1);
    table[slot] = i;
  }
  tables.set(hashes, table);
  return table;
}

/** Position of a hash in the vocabulary, −1 when it is not there. */
export function indexOf(vocabulary: Vocabulary, hash: number): number {
  const { hashes } = vocabulary;
  const table = tableOf(hashes);
  const mask = table.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const id = table[slot] as number;
    if (id < 0 || hashes[id] === hash) return id;
  }
}

/** Room for one text's features; a text has at most a few thousand. */
const ids = new Int32Array(1 << 16);
const values = new Float64Array(1 << 16);
/** Room for one group's features while they are sorted; typed, since that neither calls back nor leaves anything behind. */
const room = new Int32Array(1 << 16);

/** Appends a group's known features from position `from` on; gives the new end. */
function putGroup(hashes: Int32Array, vocabulary: Vocabulary, weight: number, from: number): number {
  if (hashes.length === 0 || weight === 0) return from;
  let known = 0;
  for (let i = 0; i < hashes.length && known < room.length; i++) {
    const id = indexOf(vocabulary, hashes[i] as number);
    if (id >= 0) room[known++] = id;
  }
  const found = room.subarray(0, known).sort();
  let to = from;
  let square = 0;
  for (let i = 0; i < found.length && to < ids.length; ) {
    const id = found[i] as number;
    let count = 0;
    while (found[i] === id) {
      count++;
      i++;
    }
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * (vocabulary.rarity[id] as number);
    ids[to] = id;
    values[to++] = value;
    square += value * value;
  }
  const scale = square > 0 ? weight / Math.sqrt(square) : 0;
  for (let i = from; i < to; i++) values[i] = (values[i] as number) * scale;
  return to;
}

/**
 * The weighted vector of a text, of length 1: counts damped by logarithm, times rarity (tf–idf; Salton and
 * Buckley 1988), each group of features scaled to its weight.
 */
export function vectorOf(raw: RawFeatures, vocabulary: Vocabulary, weights: GroupWeights): Sparse {
  let end = 0;
  for (let i = 0; i < GROUPS.length; i++) {
    end = putGroup(raw.groups[i] as Int32Array, vocabulary, weights[GROUPS[i] as Group], end);
  }
  let square = 0;
  for (let i = 0; i < end; i++) square += (values[i] as number) ** 2;
  const length = Math.sqrt(square) || 1;
  const out = new Float32Array(end);
  for (let i = 0; i < end; i++) out[i] = (values[i] as number) / length;
  return { ids: ids.slice(0, end), values: out };
}

/** Weight of a feature by its position; of one that training never saw, that of the rarest. */
export const rarityOf = ({ rarity, rows }: Vocabulary, id: number): number =>
  id < 0 ? Math.log((rows + 1) / 0.5) : (rarity[id] as number);

export interface Novelty {
  /** Share of the message's words, weighted by rarity, that training never saw; 0 to 1. */
  readonly words: number;
  /** Share of its pairs of neighbouring words that training did not see (often enough). */
  readonly pairs: number;
  /** Number of words that training never saw. */
  readonly count: number;
  /** Share of its meanings, weighted by rarity, that training never saw; 0 without a meaning. */
  readonly meanings: number;
}

function newMeanings(raw: RawFeatures, vocabulary: Vocabulary): number {
  let unknown = 0;
  let all = 0;
  for (const hash of new Set(raw.groups[CLASS])) {
    const id = indexOf(vocabulary, hash);
    const weight = rarityOf(vocabulary, id);
    all += weight;
    if (id < 0) unknown += weight;
  }
  return all > 0 ? unknown / all : 0;
}

/** How much of a text is unknown. */
export function noveltyOf(raw: RawFeatures, vocabulary: Vocabulary): Novelty {
  let unknown = 0;
  let count = 0;
  let all = 0;
  for (const { stem } of raw.words) {
    const id = indexOf(vocabulary, mix(hashText(stem), 0, 2));
    const weight = rarityOf(vocabulary, id);
    all += weight;
    if (id >= 0) continue;
    unknown += weight;
    count++;
  }
  const pairs = raw.groups[BIGRAM] as Int32Array;
  let newPairs = 0;
  for (const hash of pairs) if (indexOf(vocabulary, hash) < 0) newPairs++;
  return {
    words: all > 0 ? unknown / all : 1,
    pairs: pairs.length > 0 ? newPairs / pairs.length : 1,
    count,
    meanings: newMeanings(raw, vocabulary),
  };
}
