import { GROUPS, type RawFeatures } from './features.ts';
import type { Network } from './network.ts';
import type { Vocabulary } from './vocabulary.ts';

const STEM = GROUPS.indexOf('stem');

/** Length of what every network learned of each feature. */
function normsOf(networks: readonly Network[], features: number): Float64Array {
  const norms = new Float64Array(features);
  for (const { hidden, input } of networks) {
    for (let f = 0; f < features; f++) {
      let square = 0;
      for (let at = f * hidden; at < (f + 1) * hidden; at++) square += (input[at] as number) ** 2;
      norms[f] = (norms[f] as number) + square;
    }
  }
  return norms;
}

/**
 * Leaves out the features of which the networks learned least (magnitude pruning; Han et al. 2015), so that at most
 * `most` stay. Every stem of `rows` stays: a word that training saw must not be told from then on as unknown.
 */
export function prune(
  networks: readonly Network[],
  vocabulary: Vocabulary,
  rows: readonly RawFeatures[],
  most: number,
): { networks: readonly Network[]; vocabulary: Vocabulary } {
  const { hashes } = vocabulary;
  if (hashes.length <= most) return { networks, vocabulary };
  const stems = new Set(rows.flatMap((row) => [...(row.groups[STEM] ?? [])]));
  const norms = normsOf(networks, hashes.length);
  for (let f = 0; f < norms.length; f++) {
    if (stems.has(hashes[f] as number)) norms[f] = Number.POSITIVE_INFINITY;
  }
  const order = Int32Array.from(hashes, (_, f) => f).sort(
    (a, b) => (norms[b] as number) - (norms[a] as number) || a - b,
  );
  const kept = order.slice(0, most).sort();
  return {
    networks: networks.map((network) => {
      const { hidden } = network;
      const input = new Float32Array(kept.length * hidden);
      kept.forEach((f, to) => {
        input.set(network.input.subarray(f * hidden, (f + 1) * hidden), to * hidden);
      });
      return { ...network, features: kept.length, input };
    }),
    vocabulary: {
      ...vocabulary,
      hashes: Int32Array.from(kept, (f) => hashes[f] as number),
      rarity: Float32Array.from(kept, (f) => vocabulary.rarity[f] as number),
    },
  };
}
