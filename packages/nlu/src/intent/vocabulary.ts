import { GROUPS, type Group, type GroupWeights, type RawFeatures } from './features.ts';
import { hashText, mix } from './hash.ts';
import type { Sparse } from './network.ts';

/** The features that training saw, in ascending order of hash, with the weight of their rarity. */
export interface Vocabulary {
  readonly hashes: Int32Array;
  /** ln((rows + 1) / (rows with the feature + 0.5)) */
  readonly rarity: Float32Array;
  readonly rows: number;
}

const STEM = GROUPS.indexOf('stem');
const BIGRAM = GROUPS.indexOf('bigram');

/** Features seen in at least `minCount` rows; stems from one row on, since unknown words tell what is foreign. */
export function buildVocabulary(rows: readonly RawFeatures[], minCount: number): Vocabulary {
  const counts = new Map<number, number>();
  const stems = new Set<number>();
  for (const { groups } of rows) {
    const seen = new Set<number>();
    for (const hashes of groups) for (const hash of hashes) seen.add(hash);
    for (const hash of seen) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    for (const hash of groups[STEM] ?? []) stems.add(hash);
  }
  const kept: number[] = [];
  for (const [hash, count] of counts) if (count >= minCount || stems.has(hash)) kept.push(hash);
  const hashes = Int32Array.from(kept).sort();
  const rarity = Float32Array.from(hashes, (hash) =>
    Math.log((rows.length + 1) / ((counts.get(hash) ?? 0) + 0.5)),
  );
  return { hashes, rarity, rows: rows.length };
}

/** Position of a hash in the vocabulary, −1 when it is not there. */
export function indexOf(vocabulary: Vocabulary, hash: number): number {
  const { hashes } = vocabulary;
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = hashes[middle] as number;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function pushGroup(
  hashes: Int32Array,
  vocabulary: Vocabulary,
  weight: number,
  ids: number[],
  values: number[],
): void {
  if (hashes.length === 0 || weight === 0) return;
  const counts = new Map<number, number>();
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const from = values.length;
  let square = 0;
  for (const [hash, count] of counts) {
    const id = indexOf(vocabulary, hash);
    if (id < 0) continue;
    const value = (1 + Math.log(count)) * (vocabulary.rarity[id] as number);
    square += value * value;
    ids.push(id);
    values.push(value);
  }
  const scale = square > 0 ? weight / Math.sqrt(square) : 0;
  for (let i = from; i < values.length; i++) values[i] = (values[i] as number) * scale;
}

/**
 * The weighted vector of a text, of length 1: counts damped by logarithm, times rarity (tf–idf; Salton and
 * Buckley 1988), each group of features scaled to its weight.
 */
export function vectorOf(raw: RawFeatures, vocabulary: Vocabulary, weights: GroupWeights): Sparse {
  const ids: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < GROUPS.length; i++) {
    pushGroup(raw.groups[i] as Int32Array, vocabulary, weights[GROUPS[i] as Group], ids, values);
  }
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { ids: Int32Array.from(ids), values: Float32Array.from(values, (value) => value / length) };
}

export interface Novelty {
  /** Share of the message's words, weighted by rarity, that training never saw; 0 to 1. */
  readonly words: number;
  /** Share of its pairs of neighbouring words that training did not see (often enough). */
  readonly pairs: number;
}

/** How much of a text is unknown. */
export function noveltyOf(raw: RawFeatures, vocabulary: Vocabulary): Novelty {
  const rarest = Math.log((vocabulary.rows + 1) / 0.5);
  let unknown = 0;
  let all = 0;
  for (const { stem } of raw.words) {
    const id = indexOf(vocabulary, mix(hashText(stem), 0, 2));
    const weight = id < 0 ? rarest : (vocabulary.rarity[id] as number);
    all += weight;
    if (id < 0) unknown += weight;
  }
  const pairs = raw.groups[BIGRAM] as Int32Array;
  let newPairs = 0;
  for (const hash of pairs) if (indexOf(vocabulary, hash) < 0) newPairs++;
  return { words: all > 0 ? unknown / all : 1, pairs: pairs.length > 0 ? newPairs / pairs.length : 1 };
}
