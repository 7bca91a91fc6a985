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

const unit = (h: Float32Array): Float32Array => {
  let square = 0;
  for (const value of h) square += value * value;
  const length = Math.sqrt(square) || 1;
  return h.map((value) => value / length);
};

/** Packs vectors of length 1, as the networks see them too. */
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

/**
 * Cosine of hidden layers with the nearest anchor's, averaged over the networks (deep nearest neighbours; Sun et al.
 * 2022); 0 without anchors. Two messages are near here when they mean alike to the networks, in whatever words.
 */
export function nearestHidden(anchors: Anchors, layers: readonly Float32Array[]): number {
  const { hidden, width } = anchors;
  if (width === 0) return 0;
  const mine = new Float32Array(width);
  let to = 0;
  for (const layer of layers) {
    mine.set(unit(layer), to);
    to += layer.length;
  }
  let most = 0;
  for (let at = 0; at < hidden.length; at += width) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (mine[k] as number) * (hidden[at + k] as number);
    if (sum > most) most = sum;
  }
  return most / 127 / layers.length;
}

let dense = new Float32Array(0);

/** Cosine of a vector with the nearest anchor; 0 without anchors. `features` is the size of the vocabulary. */
export function nearestCosine(anchors: Anchors, vector: Sparse, features: number): number {
  const { starts, ids, values } = anchors;
  if (starts.length < 2) return 0;
  if (dense.length < features) dense = new Float32Array(features);
  vector.ids.forEach((id, q) => {
    dense[id] = vector.values[q] as number;
  });
  let most = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    let sum = 0;
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
      sum += (dense[ids[k] as number] as number) * (values[k] as number);
    }
    if (sum > most) most = sum;
  }
  for (const id of vector.ids) dense[id] = 0;
  return most / 255;
}
