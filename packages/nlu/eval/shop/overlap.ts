/**
 * Measures how near the texts of one set come to those of another: no test sentence may be a rewording of a training
 * one, or a figure measures memory.
 */
export interface Overlap {
  /** Texts long enough to tell (see `leastLength`). */
  readonly compared: number;
  readonly mean: number;
  /** The 99th percentile of the nearest neighbours. */
  readonly high: number;
  readonly max: number;
  /** Pairs at or above the bound, nearest first. */
  readonly tooNear: readonly { readonly id: string; readonly other: string; readonly jaccard: number }[];
}

export interface LabelledText {
  readonly id: string;
  readonly text: string;
}

/** Highest trigram Jaccard allowed between two sentences of different sets. */
export const overlapBound = 0.6;
/** Shorter ones ("谢谢", "where is it") are said alike by everybody and say nothing of copying. */
export const leastLength = 8;

/** Letters and digits only, lower case, every digit alike: a new order number does not make a new sentence. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/\d+/g, '0');
}

function trigrams(text: string): Set<string> {
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= text.length; i++) grams.add(text.slice(i, i + 3));
  return grams;
}

/** Nearest neighbour of every text of `texts` among `others`, by Jaccard of character trigrams. */
export function measureOverlap(
  texts: readonly LabelledText[],
  others: readonly LabelledText[],
  bound = overlapBound,
): Overlap {
  const sizes = new Int32Array(others.length);
  const where = new Map<string, number[]>();
  others.forEach((other, i) => {
    const grams = trigrams(plain(other.text));
    sizes[i] = grams.size;
    for (const gram of grams) {
      const list = where.get(gram);
      if (list) list.push(i);
      else where.set(gram, [i]);
    }
  });
  // Counts by place instead of a map: common trigrams stand in thousands of texts.
  const shared = new Int32Array(others.length);
  const nearest: { id: string; other: string; jaccard: number }[] = [];
  for (const { id, text } of texts) {
    const written = plain(text);
    if (written.length < leastLength) continue;
    const grams = trigrams(written);
    const touched: number[] = [];
    for (const gram of grams) {
      for (const i of where.get(gram) ?? []) {
        if (shared[i] === 0) touched.push(i);
        shared[i] = (shared[i] as number) + 1;
      }
    }
    let best = { id, other: '', jaccard: 0 };
    for (const i of touched) {
      const count = shared[i] as number;
      shared[i] = 0;
      const jaccard = count / (grams.size + (sizes[i] as number) - count);
      if (jaccard > best.jaccard) best = { id, other: (others[i] as LabelledText).id, jaccard };
    }
    nearest.push(best);
  }
  const values = nearest.map(({ jaccard }) => jaccard).sort((a, b) => a - b);
  return {
    compared: values.length,
    mean: values.reduce((a, b) => a + b, 0) / Math.max(1, values.length),
    high: values[Math.floor(values.length * 0.99)] ?? 0,
    max: values.at(-1) ?? 0,
    tooNear: nearest.filter(({ jaccard }) => jaccard >= bound).sort((a, b) => b.jaccard - a.jaccard),
  };
}

/** Situations that stand in both sets; there must be none. */
export function sharedSituations(
  rows: readonly { readonly situation: string }[],
  others: readonly { readonly situation: string }[],
): string[] {
  const known = new Set(others.map(({ situation }) => situation));
  return [...new Set(rows.map(({ situation }) => situation))].filter((situation) => known.has(situation));
}
