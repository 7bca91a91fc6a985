import { seededRandom } from '../emotion/random.ts';
import { type TermCounts, termWeight } from './terms.ts';
import { topPlaces } from './top.ts';

/**
 * A direct judgement "this question → that entry", learned from all ways in which entries have been asked for. It
 * knows only entries that were there when it was trained; new ones are found by the other evidence.
 */
export interface Votes {
  readonly version: 1;
  readonly ids: readonly string[];
  readonly terms: readonly string[];
  /** Row `t` of `ids.length` numbers belongs to `terms[t]`. */
  readonly weights: Float32Array;
}

export interface VoteExample {
  readonly terms: TermCounts;
  readonly id: string;
}

const epochs = 14;
const rate = 0.35;
const shrink = 2e-5;

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer 2011). Deterministic by seed. Memory is terms ×
 * entries × 8 bytes, so it is meant for up to a few thousand entries.
 */
export function trainVotes(examples: readonly VoteExample[], seed = 5): Votes {
  const frequency = new Map<string, number>();
  for (const { terms } of examples)
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const terms = [...frequency.keys()].filter((term) => (frequency.get(term) as number) >= 2).sort();
  const termAt = new Map(terms.map((term, i) => [term, i]));
  const ids = [...new Set(examples.map(({ id }) => id))].sort();
  const idAt = new Map(ids.map((id, i) => [id, i]));
  const width = ids.length;
  const weights = new Float32Array(terms.length * width);
  const history = new Float32Array(terms.length * width).fill(1e-3);
  const rows = examples.map((example) => ({
    ...vectorOf(example.terms, termAt),
    label: idAt.get(example.id) as number,
  }));
  const random = seededRandom(seed);
  const scores = new Float64Array(width);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let step = 0; step < rows.length; step++) {
      const { at, values, label } = rows[Math.floor(random() * rows.length)] as (typeof rows)[number];
      probabilities(weights, at, values, scores);
      scores[label] = (scores[label] as number) - 1;
      for (let k = 0; k < at.length; k++) {
        const base = (at[k] as number) * width;
        const value = values[k] as number;
        for (let c = 0; c < width; c++) {
          const error = scores[c] as number;
          // What is all but certain moves nothing; skipping it halves the time.
          if (error < 1e-4 && error > -1e-4) continue;
          const place = base + c;
          const gradient = error * value + shrink * (weights[place] as number);
          const sum = (history[place] as number) + gradient * gradient;
          history[place] = sum;
          weights[place] = (weights[place] as number) - (rate * gradient) / Math.sqrt(sum);
        }
      }
    }
  }
  return { version: 1, ids, terms, weights };
}

function vectorOf(counts: TermCounts, termAt: Map<string, number>): { at: number[]; values: number[] } {
  const at: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const term of counts.keys()) {
    const weight = termWeight(term);
    squares += weight * weight;
    const place = termAt.get(term);
    if (place === undefined) continue;
    at.push(place);
    values.push(weight);
  }
  const scale = 1 / Math.sqrt(squares || 1);
  return { at, values: values.map((value) => value * scale) };
}

function probabilities(
  weights: Float32Array,
  at: readonly number[],
  values: readonly number[],
  out: Float64Array,
): void {
  const width = out.length;
  out.fill(0);
  for (let k = 0; k < at.length; k++) {
    const base = (at[k] as number) * width;
    const value = values[k] as number;
    for (let c = 0; c < width; c++) out[c] = (out[c] as number) + value * (weights[base + c] as number);
  }
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < width; c++) if ((out[c] as number) > top) top = out[c] as number;
  let sum = 0;
  for (let c = 0; c < width; c++) {
    const power = Math.exp((out[c] as number) - top);
    out[c] = power;
    sum += power;
  }
  for (let c = 0; c < width; c++) out[c] = (out[c] as number) / sum;
}

export interface Voter {
  /** Probability of each known entry, by id; the likeliest `ids` are in `best`. */
  read(terms: TermCounts): { readonly of: (id: string) => number; readonly best: readonly string[] };
}

export function createVoter(votes: Votes): Voter {
  const termAt = new Map(votes.terms.map((term, i) => [term, i]));
  const idAt = new Map(votes.ids.map((id, i) => [id, i]));
  return {
    read(terms) {
      const { at, values } = vectorOf(terms, termAt);
      const shares = new Float64Array(votes.ids.length);
      probabilities(votes.weights, at, values, shares);
      return {
        of: (id) => shares[idAt.get(id) ?? -1] ?? 0,
        best: topPlaces(shares, 12, { floor: 0.01 }).map((i) => votes.ids[i] as string),
      };
    },
  };
}
