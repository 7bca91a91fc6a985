import { seededRandom } from '../emotion/random.ts';
import type { TermCounts } from './terms.ts';

/** Directions of terms learned from a shop's own texts: terms used in the same places point the same way. */
export interface TermRelations {
  readonly version: 1;
  readonly size: number;
  readonly terms: readonly string[];
  /** Row `i` of `size` numbers belongs to `terms[i]`. */
  readonly vectors: Float32Array;
  /** How much each term counts in the direction of a text: its inverse document frequency. */
  readonly weights: Float32Array;
}

export interface RelationOptions {
  /** Dimensions; default 64. */
  readonly size?: number;
  readonly seed?: number;
  /** Least number of texts a term stands in; default 2. */
  readonly leastTexts?: number;
}

interface Sparse {
  readonly rows: Int32Array[];
  readonly values: Float32Array[];
}

/**
 * Learns directions by factorising the positive pointwise mutual information of terms and texts (Bullinaria and
 * Levy 2007) with a randomised range finder and two power iterations (Halko, Martinsson and Tropp 2011, algorithm
 * 4.4). `texts` may be entries, single questions, or all utterances of one intent as one text. Deterministic by
 * seed; some 5,000 short texts take about a second.
 */
export function learnRelations(texts: readonly TermCounts[], options: RelationOptions = {}): TermRelations {
  const { size = 64, seed = 11, leastTexts = 2 } = options;
  const frequency = new Map<string, number>();
  for (const text of texts)
    for (const term of text.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const terms = [...frequency.keys()].filter((term) => (frequency.get(term) as number) >= leastTexts).sort();
  const indexOf = new Map(terms.map((term, i) => [term, i]));
  const matrix = mutualInformation(texts, indexOf, terms.length);
  const random = seededRandom(seed);
  const width = Math.max(1, Math.min(size, terms.length, texts.length));
  let basis = multiply(matrix, gaussian(texts.length * width, random), terms.length, width);
  for (let round = 0; round < 2; round++) {
    orthonormalise(basis, terms.length, width);
    basis = multiply(matrix, multiplyTransposed(matrix, basis, width), terms.length, width);
  }
  orthonormalise(basis, terms.length, width);
  const weights = Float32Array.from(terms, (term) =>
    Math.log(1 + texts.length / (frequency.get(term) as number)),
  );
  return { version: 1, size: width, terms, vectors: Float32Array.from(basis), weights };
}

/** One column of the matrix for each text; context counts are smoothed by the power 0.75. */
function mutualInformation(texts: readonly TermCounts[], indexOf: Map<string, number>, size: number): Sparse {
  const termTotals = new Float64Array(size);
  const textTotals = texts.map((text) => {
    let sum = 0;
    for (const [term, count] of text) {
      const at = indexOf.get(term);
      if (at === undefined) continue;
      termTotals[at] = (termTotals[at] as number) + count;
      sum += count;
    }
    return sum;
  });
  const total = termTotals.reduce((a, b) => a + b, 0);
  const smoothed = textTotals.map((sum) => sum ** 0.75);
  const smoothedTotal = smoothed.reduce((a, b) => a + b, 0);
  const rows: Int32Array[] = [];
  const values: Float32Array[] = [];
  texts.forEach((text, d) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [term, count] of text) {
      const i = indexOf.get(term);
      if (i === undefined) continue;
      const expected = ((termTotals[i] as number) / total) * ((smoothed[d] as number) / smoothedTotal);
      const information = Math.log(count / total / expected);
      if (information > 0) {
        at.push(i);
        value.push(information);
      }
    }
    rows.push(Int32Array.from(at));
    values.push(Float32Array.from(value));
  });
  return { rows, values };
}

function gaussian(length: number, random: () => number): Float64Array {
  return Float64Array.from(
    { length },
    () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random()),
  );
}

/** matrix (terms × texts) · right (texts × width). */
function multiply(
  { rows, values }: Sparse,
  right: Float64Array,
  height: number,
  width: number,
): Float64Array {
  const out = new Float64Array(height * width);
  rows.forEach((at, d) => {
    const value = values[d] as Float32Array;
    for (let k = 0; k < at.length; k++) {
      const row = (at[k] as number) * width;
      const x = value[k] as number;
      for (let j = 0; j < width; j++)
        out[row + j] = (out[row + j] as number) + x * (right[d * width + j] as number);
    }
  });
  return out;
}

/** Transposed matrix (texts × terms) · left (terms × width). */
function multiplyTransposed({ rows, values }: Sparse, left: Float64Array, width: number): Float64Array {
  const out = new Float64Array(rows.length * width);
  rows.forEach((at, d) => {
    const value = values[d] as Float32Array;
    for (let k = 0; k < at.length; k++) {
      const row = (at[k] as number) * width;
      const x = value[k] as number;
      for (let j = 0; j < width; j++)
        out[d * width + j] = (out[d * width + j] as number) + x * (left[row + j] as number);
    }
  });
  return out;
}

/** Columns made orthonormal by modified Gram–Schmidt; columns without length stay zero. */
function orthonormalise(matrix: Float64Array, height: number, width: number): void {
  for (let j = 0; j < width; j++) {
    for (let i = 0; i < j; i++) {
      let product = 0;
      for (let r = 0; r < height; r++)
        product += (matrix[r * width + i] as number) * (matrix[r * width + j] as number);
      for (let r = 0; r < height; r++) {
        const at = r * width + j;
        matrix[at] = (matrix[at] as number) - product * (matrix[r * width + i] as number);
      }
    }
    let length = 0;
    for (let r = 0; r < height; r++) length += (matrix[r * width + j] as number) ** 2;
    const scale = length > 1e-18 ? 1 / Math.sqrt(length) : 0;
    for (let r = 0; r < height; r++) matrix[r * width + j] = (matrix[r * width + j] as number) * scale;
  }
}

export interface Directions {
  readonly size: number;
  /** The unit direction of a text; all zero when it has no known term. */
  of(terms: TermCounts): Float32Array;
}

export function createDirections(relations: TermRelations): Directions {
  const { size, vectors, weights } = relations;
  const indexOf = new Map(relations.terms.map((term, i) => [term, i]));
  return {
    size,
    of(terms) {
      const out = new Float32Array(size);
      for (const [term, count] of terms) {
        const at = indexOf.get(term);
        if (at === undefined) continue;
        const weight = (weights[at] as number) * Math.log2(1 + count);
        for (let j = 0; j < size; j++)
          out[j] = (out[j] as number) + weight * (vectors[at * size + j] as number);
      }
      let length = 0;
      for (let j = 0; j < size; j++) length += (out[j] as number) ** 2;
      if (length > 0) for (let j = 0; j < size; j++) out[j] = (out[j] as number) / Math.sqrt(length);
      return out;
    },
  };
}
