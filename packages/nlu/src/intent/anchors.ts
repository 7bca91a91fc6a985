import type { Sparse } from './network.ts';

/** Training vectors kept in the model when examples are few: the likeness to the nearest tells what is foreign. */
export interface Anchors {
  /** Where each vector starts in `ids` and `values`; one more than there are vectors. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  /** Values times 255. */
  readonly values: Uint8Array;
}

export const NO_ANCHORS: Anchors = {
  starts: Int32Array.of(0),
  ids: new Int32Array(0),
  values: new Uint8Array(0),
};

/** Packs vectors of length 1. */
export function packAnchors(vectors: readonly Sparse[]): Anchors {
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
  return { starts, ids, values };
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
