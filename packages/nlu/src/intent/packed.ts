import type { Network, Sparse } from './network.ts';

/** A network ready for use: its large input layer in 8-bit integers, each row with its own scale. */
export interface PackedNetwork {
  readonly hidden: number;
  readonly classes: number;
  readonly input: Int8Array;
  readonly inputScale: Float32Array;
  readonly inputBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

/** Packs a trained network into about a quarter of its size. */
export function packNetwork(network: Network): PackedNetwork {
  const { features, hidden, classes } = network;
  const input = new Int8Array(features * hidden);
  const inputScale = new Float32Array(features);
  for (let f = 0; f < features; f++) {
    const at = f * hidden;
    let most = 0;
    for (let k = 0; k < hidden; k++) most = Math.max(most, Math.abs(network.input[at + k] as number));
    const scale = most / 127 || 1;
    inputScale[f] = scale;
    for (let k = 0; k < hidden; k++) input[at + k] = Math.round((network.input[at + k] as number) / scale);
  }
  const { inputBias, output, outputBias } = network;
  return { hidden, classes, input, inputScale, inputBias, output, outputBias };
}

/** Activations of the hidden layer, none below 0, for one vector. */
export function hiddenOf(network: PackedNetwork, vector: Sparse): Float32Array {
  const { hidden, input } = network;
  const h = new Float32Array(network.inputBias);
  for (let q = 0; q < vector.ids.length; q++) {
    const id = vector.ids[q] as number;
    const at = id * hidden;
    const x = (vector.values[q] as number) * (network.inputScale[id] as number);
    for (let k = 0; k < hidden; k++) h[k] = (h[k] as number) + (input[at + k] as number) * x;
  }
  for (let k = 0; k < hidden; k++) if ((h[k] as number) < 0) h[k] = 0;
  return h;
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
