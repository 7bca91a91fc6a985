import { unit } from './anchors.ts';
import { GROUPS, type GroupWeights, type RawFeatures } from './features.ts';
import { hiddenOf, type PackedNetwork } from './packed.ts';
import { indexOf, rarityOf, type Vocabulary, vectorOf } from './vocabulary.ts';

/** What each intent's training rows look like: their words and meanings, and the place they take in the hidden layers. */
export interface Portraits {
  /** Where each intent's features start in `seen`; one more than there are intents. */
  readonly starts: Int32Array;
  /** Stems and meanings in the rows of each intent, ascending within it. */
  readonly seen: Int32Array;
  /** Mean of the hidden layers, each network's of length 1, by intent. */
  readonly means: Float32Array;
  /** One over the variance within intents, by hidden unit. */
  readonly precision: Float32Array;
}

interface Row {
  readonly raw: RawFeatures;
  readonly label: number;
}

interface Learned {
  readonly vocabulary: Vocabulary;
  readonly networks: readonly PackedNetwork[];
  readonly weights: GroupWeights;
}

const STEM = GROUPS.indexOf('stem');
const CLASS = GROUPS.indexOf('class');
/** Rows of an intent that tell where it lies; more do not move the mean. */
const MOST_ROWS = 20;
/** Keeps units that never vary from deciding alone. */
const LEAST_VARIANCE = 1e-4;

function seenFeatures(
  rows: readonly Row[],
  intents: number,
  vocabulary: Vocabulary,
): Pick<Portraits, 'starts' | 'seen'> {
  const sets = Array.from({ length: intents }, () => new Set<number>());
  for (const { raw, label } of rows) {
    for (const group of [STEM, CLASS]) {
      for (const hash of raw.groups[group] as Int32Array) {
        const id = indexOf(vocabulary, hash);
        if (id >= 0) sets[label]?.add(id);
      }
    }
  }
  const starts = new Int32Array(intents + 1);
  for (const [c, set] of sets.entries()) starts[c + 1] = (starts[c] as number) + set.size;
  const seen = new Int32Array(starts[intents] as number);
  for (const [c, set] of sets.entries()) seen.set(Int32Array.from(set).sort(), starts[c]);
  return { starts, seen };
}

function places(
  rows: readonly Row[],
  intents: number,
  { vocabulary, networks, weights }: Learned,
): Pick<Portraits, 'means' | 'precision'> {
  const width = networks.reduce((sum, { hidden }) => sum + hidden, 0);
  const means = new Float32Array(intents * width);
  const counts = new Int32Array(intents);
  const squares = new Float64Array(width);
  let total = 0;
  for (const { raw, label } of rows) {
    if ((counts[label] as number) >= MOST_ROWS) continue;
    counts[label] = (counts[label] as number) + 1;
    total++;
    const vector = vectorOf(raw, vocabulary, weights);
    let k = 0;
    for (const network of networks) {
      for (const value of unit(hiddenOf(network, vector))) {
        const at = label * width + k;
        means[at] = (means[at] as number) + value;
        squares[k] = (squares[k] as number) + value * value;
        k++;
      }
    }
  }
  for (let at = 0; at < means.length; at++) {
    const count = counts[Math.floor(at / width)] as number;
    means[at] = (means[at] as number) / Math.max(1, count);
    squares[at % width] = (squares[at % width] as number) - count * (means[at] as number) ** 2;
  }
  const precision = Float32Array.from(
    squares,
    (square) => 1 / (Math.max(0, square) / Math.max(1, total) + LEAST_VARIANCE),
  );
  return { means, precision };
}

/** Draws the portraits of intents 0 to `intents` − 1; rows with other labels are left out. */
export function drawPortraits(rows: readonly Row[], intents: number, learned: Learned): Portraits {
  const known = rows.filter(({ label }) => label >= 0 && label < intents);
  return { ...seenFeatures(known, intents, learned.vocabulary), ...places(known, intents, learned) };
}

function isSeen(portraits: Portraits, intent: number, id: number): boolean {
  let low = portraits.starts[intent] as number;
  let high = portraits.starts[intent + 1] as number;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((portraits.seen[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return low < (portraits.starts[intent + 1] as number) && portraits.seen[low] === id;
}

function shareSeen(
  hashes: Int32Array,
  portraits: Portraits,
  intent: number,
  vocabulary: Vocabulary,
  without: number,
): number {
  let seen = 0;
  let all = 0;
  for (const hash of new Set(hashes)) {
    const id = indexOf(vocabulary, hash);
    const weight = rarityOf(vocabulary, id);
    all += weight;
    if (id >= 0 && isSeen(portraits, intent, id)) seen += weight;
  }
  return all > 0 ? seen / all : without;
}

/**
 * Of models that learned out-of-scope rows as a class: those tell what is foreign better, and beside them these signs, which
 * depend on the size of the networks, only moved the threshold.
 */
export const NO_PORTRAITS: Portraits = {
  starts: new Int32Array(1),
  seen: new Int32Array(0),
  means: new Float32Array(0),
  precision: new Float32Array(0),
};

/** How a message resembles the portrait of its best intent, and how near it comes to any. */
export interface Resemblance {
  /** Share of its words, weighted by rarity, that rows of the intent had. */
  readonly words: number;
  /** The same of its meanings; a half without a meaning. */
  readonly meanings: number;
  /** Minus the logarithm of the Mahalanobis distance to the nearest intent (Lee et al. 2018), units taken as independent. */
  readonly centre: number;
  /** Length of all hidden layers together: what no unit knows leaves them short. */
  readonly norm: number;
}

const UNKNOWN: Resemblance = { words: 0, meanings: 0, centre: 0, norm: 0 };

const lengthOf = (layers: readonly Float32Array[]): number =>
  Math.sqrt(layers.reduce((sum, layer) => sum + layer.reduce((part, value) => part + value * value, 0), 0));

export function resemble(
  portraits: Portraits,
  raw: RawFeatures,
  layers: readonly Float32Array[],
  intent: number,
  vocabulary: Vocabulary,
): Resemblance {
  const { means, precision } = portraits;
  if (means.length === 0) return UNKNOWN;
  const width = precision.length;
  const here = new Float32Array(width);
  let to = 0;
  for (const layer of layers) {
    here.set(unit(layer), to);
    to += layer.length;
  }
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < means.length; at += width) {
    let sum = 0;
    for (let k = 0; k < width; k++) {
      const gap = (here[k] as number) - (means[at + k] as number);
      sum += gap * gap * (precision[k] as number);
    }
    if (sum < least) least = sum;
  }
  const share = (group: number, without: number): number =>
    shareSeen(raw.groups[group] as Int32Array, portraits, intent, vocabulary, without);
  return {
    words: share(STEM, 0),
    meanings: share(CLASS, 0.5),
    centre: -Math.log(1 + least),
    norm: lengthOf(layers),
  };
}
