import type { Network, Sparse } from './network.ts';

/**
 * A network ready for use: its large input layer in 4-bit integers, each row with its own scale. Half the bits leave
 * room for twice the features in a file, which is worth far more than fine weights.
 */
export interface PackedNetwork {
  /** An even number. */
  readonly hidden: number;
  readonly classes: number;
  /** Two units a byte, the first in the low half; each weight plus `ZERO`. features × hidden ÷ 2 bytes. */
  readonly input: Uint8Array;
  readonly inputScale: Float32Array;
  readonly inputBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

/** What a weight of 0 is stored as; weights are −7 to 7 times their row's scale. */
const ZERO = 8;
const MOST = 7;

/** Bytes of a file for one feature in one packed network. */
export const packedBytes = (hidden: number): number => hidden / 2 + 4;

/** Packs a trained network into about an eighth of its size. */
export function packNetwork(network: Network): PackedNetwork {
  const { features, hidden, classes } = network;
  const input = new Uint8Array((features * hidden) / 2);
  const inputScale = new Float32Array(features);
  for (let f = 0; f < features; f++) {
    const at = f * hidden;
    let most = 0;
    for (let k = 0; k < hidden; k++) most = Math.max(most, Math.abs(network.input[at + k] as number));
    const scale = most / MOST || 1;
    inputScale[f] = scale;
    const stored = (k: number): number => Math.round((network.input[at + k] as number) / scale) + ZERO;
    for (let k = 0; k < hidden; k += 2) input[(at + k) / 2] = stored(k) | (stored(k + 1) << 4);
  }
  const { inputBias, output, outputBias } = network;
  return { hidden, classes, input, inputScale, inputBias, output, outputBias };
}

/**
 * Activations of the hidden layer, none below 0, for one vector. Features are added two at a time, so that sums are
 * fetched and put back half as often: three times as fast as one by one. `ZERO` is taken off at the end.
 */
export function hiddenOf(
  { hidden, input, inputScale, inputBias }: PackedNetwork,
  vector: Sparse,
): Float32Array {
  const { ids, values } = vector;
  const width = hidden / 2;
  const sums = new Float64Array(hidden);
  let excess = 0;
  for (let q = 0; q < ids.length; q += 2) {
    const first = ids[q] as number;
    // An odd one out is added beside itself, times 0.
    const second = ids[q + 1] ?? first;
    const x = (values[q] as number) * (inputScale[first] as number);
    const y = (values[q + 1] ?? 0) * (inputScale[second] as number);
    excess += ZERO * (x + y);
    const other = (second - first) * width;
    for (let at = first * width, k = 0; k < hidden; at++, k += 2) {
      const a = input[at] as number;
      const b = input[at + other] as number;
      sums[k] = (sums[k] as number) + (a & 15) * x + (b & 15) * y;
      sums[k + 1] = (sums[k + 1] as number) + (a >> 4) * x + (b >> 4) * y;
    }
  }
  return Float32Array.from(sums, (sum, k) => Math.max(0, sum - excess + (inputBias[k] as number)));
}

/** Adds the scores (logits) of every class for one hidden layer to `z`, times `share`. */
export function addScores(network: PackedNetwork, h: Float32Array, z: Float32Array, share: number): void {
  const { hidden, classes, output, outputBias } = network;
  for (let c = 0; c < classes; c++) z[c] = (z[c] as number) + (outputBias[c] as number) * share;
  for (let k = 0; k < hidden; k++) {
    const x = (h[k] as number) * share;
    if (x <= 0) continue;
    const at = k * classes;
    for (let c = 0; c < classes; c++) z[c] = (z[c] as number) + (output[at + c] as number) * x;
  }
}
