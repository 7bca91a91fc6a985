import { GROUPS, type GroupWeights, type RawFeatures } from './features.ts';
import { type NetworkOptions, trainNetwork } from './network.ts';
import { type Vocabulary, vectorOf } from './vocabulary.ts';

const STEM = GROUPS.indexOf('stem');
/** Enough to see which features the intents hang on. */
const GLANCE = { hidden: 32, epochs: 2 };

interface Row {
  readonly raw: RawFeatures;
  readonly label: number;
}

/**
 * The `most` features of which a small network learned most in two short passes (magnitude pruning; Han et al. 2015);
 * the vocabulary itself when it is not larger. Every stem stays: a word that training saw must not be taken for
 * unknown. The networks that answer are then trained on these features alone, which is faster as well.
 * Yields the share done.
 */
export function* chooseFeatures(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  classes: number,
  options: { readonly most: number; readonly weights: GroupWeights; readonly network: NetworkOptions },
): Generator<number, Vocabulary> {
  const { hashes, rarity } = vocabulary;
  if (hashes.length <= options.most) return vocabulary;
  const examples = rows.map(({ raw, label }) => ({
    vector: vectorOf(raw, vocabulary, options.weights),
    label,
    weight: 1,
  }));
  const { hidden, input } = yield* trainNetwork(examples, hashes.length, classes, {
    ...options.network,
    ...GLANCE,
  });
  const stems = new Set(rows.flatMap(({ raw }) => [...(raw.groups[STEM] ?? [])]));
  const learned = Float64Array.from(hashes, (hash, f) => {
    if (stems.has(hash)) return Number.POSITIVE_INFINITY;
    let square = 0;
    for (let at = f * hidden; at < (f + 1) * hidden; at++) square += (input[at] as number) ** 2;
    return square;
  });
  const order = Int32Array.from(hashes, (_, f) => f).sort((a, b) => {
    const [more, less] = [learned[b] as number, learned[a] as number];
    return more === less ? a - b : more - less;
  });
  const kept = order.slice(0, options.most).sort();
  return {
    ...vocabulary,
    hashes: Int32Array.from(kept, (f) => hashes[f] as number),
    rarity: Float32Array.from(kept, (f) => rarity[f] as number),
  };
}
