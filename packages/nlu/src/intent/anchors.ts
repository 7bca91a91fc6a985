import type { Sparse } from './network.ts';
import { hiddenOf, type PackedNetwork } from './packed.ts';

/** Training vectors kept in the model when examples are few: the likeness to the nearest tells what is foreign. */
export interface Anchors {
  /** Where each vector starts in `ids` and `values`; one more than there are vectors. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  /** Values times 255. */
  readonly values: Uint8Array;
  /** Hidden layers of all networks for each vector, each network's of length 1, times 127; `width` numbers a row. */
  readonly hidden: Int8Array;
  readonly width: number;
}

export const NO_ANCHORS: Anchors = {
  starts: Int32Array.of(0),
  ids: new Int32Array(0),
  values: new Uint8Array(0),
  hidden: new Int8Array(0),
  width: 0,
};

/** A hidden layer scaled to length 1. */
export const unit = (h: Float32Array): Float32Array => {
  let square = 0;
  for (const value of h) square += value * value;
  const length = Math.sqrt(square) || 1;
  return h.map((value) => value / length);
};

/** Packs vectors of length 1, as these networks see them too. */
export function packAnchors(vectors: readonly Sparse[], networks: readonly PackedNetwork[]): Anchors {
  const total = vectors.reduce((sum, { ids }) => sum + ids.length, 0);
  const starts = new Int32Array(vectors.length + 1);
  const ids = new Int32Array(total);
  const values = new Uint8Array(total);
  let at = 0;
  vectors.forEach((vector, i) => {
    ids.set(vector.ids, at);
    vector.values.forEach((value, q) => {
      values[at + q] = Math.min(255, Math.round(value * 255));
    });
    at += vector.ids.length;
    starts[i + 1] = at;
  });
  const width = networks.reduce((sum, network) => sum + network.hidden, 0);
  const hidden = new Int8Array(vectors.length * width);
  vectors.forEach((vector, i) => {
    let to = i * width;
    for (const network of networks) {
      const h = unit(hiddenOf(network, vector));
      hidden.set(
        h.map((value) => Math.round(value * 127)),
        to,
      );
      to += network.hidden;
    }
  });
  return { starts, ids, values, hidden, width };
}

/** Hidden layers by unit instead of by row; made on first use and kept beside them. */
const byUnit = new WeakMap<Int8Array, Int8Array>();

function unitsOf({ hidden, width }: Anchors): Int8Array {
  const known = byUnit.get(hidden);
  if (known) return known;
  const rows = hidden.length / width;
  const turned = new Int8Array(hidden.length);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < width; k++) turned[k * rows + row] = hidden[row * width + k] as number;
  byUnit.set(hidden, turned);
  return turned;
}

/**
 * Cosine of hidden layers with the nearest anchor's, averaged over the networks (deep nearest neighbours; Sun et al.
 * 2022); 0 without anchors. Two messages are near here when they mean alike to the networks, in whatever words.
 */
export function nearestHidden(anchors: Anchors, layers: readonly Float32Array[]): number {
  if (anchors.width === 0) return 0;
  const rows = anchors.hidden.length / anchors.width;
  // Only the units that are awake count, in whole numbers, two at a time: many rows are compared with every message.
  const places: number[] = [];
  const amounts: number[] = [];
  let to = 0;
  for (const layer of layers) {
    unit(layer).forEach((value, k) => {
      if (value <= 0) return;
      places.push((to + k) * rows);
      amounts.push(Math.round(value * 1_000));
    });
    to += layer.length;
  }
  if (places.length % 2 > 0) {
    places.push(0);
    amounts.push(0);
  }
  const units = unitsOf(anchors);
  const sums = new Int32Array(rows);
  for (let i = 0; i < places.length; i += 2) {
    const [from, other] = [places[i] as number, places[i + 1] as number];
    const [x, y] = [amounts[i] as number, amounts[i + 1] as number];
    for (let row = 0; row < rows; row++) {
      const gain = Math.imul(x, units[from + row] as number) + Math.imul(y, units[other + row] as number);
      sums[row] = ((sums[row] as number) + gain) | 0;
    }
  }
  let most = 0;
  for (const sum of sums) if (sum > most) most = sum;
  return most / 127_000 / layers.length;
}

interface Postings {
  /** Where each feature's vectors start in `rows` and `values`; one more than there are features. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Uint8Array;
}

/** The anchors by feature instead of by vector; made on first use and kept beside them. */
const postings = new WeakMap<Int32Array, Postings>();

function postingsOf(anchors: Anchors, features: number): Postings {
  const known = postings.get(anchors.ids);
  if (known) return known;
  const starts = new Int32Array(features + 1);
  for (const id of anchors.ids) starts[id + 1] = (starts[id + 1] as number) + 1;
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);
  const next = starts.slice();
  const rows = new Int32Array(anchors.ids.length);
  const values = new Uint8Array(anchors.ids.length);
  for (let row = 0; row + 1 < anchors.starts.length; row++) {
    for (let k = anchors.starts[row] as number; k < (anchors.starts[row + 1] as number); k++) {
      const id = anchors.ids[k] as number;
      const at = next[id] as number;
      next[id] = at + 1;
      rows[at] = row;
      values[at] = anchors.values[k] as number;
    }
  }
  const made = { starts, rows, values };
  postings.set(anchors.ids, made);
  return made;
}

/** Cosine of a vector with the nearest anchor; 0 without anchors. `features` is the size of the vocabulary. */
export function nearestCosine(anchors: Anchors, vector: Sparse, features: number): number {
  if (anchors.starts.length < 2) return 0;
  const { starts, rows, values } = postingsOf(anchors, features);
  const sums = new Float64Array(anchors.starts.length - 1);
  vector.ids.forEach((id, q) => {
    const x = vector.values[q] as number;
    for (let k = starts[id] as number; k < (starts[id + 1] as number); k++) {
      const row = rows[k] as number;
      sums[row] = (sums[row] as number) + x * (values[k] as number);
    }
  });
  let most = 0;
  for (const sum of sums) if (sum > most) most = sum;
  return most / 255;
}
