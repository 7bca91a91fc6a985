import { minimise } from '../emotion/minimise.ts';
import { featureNames } from './describe.ts';

/** Weights of the candidates' features, and of the signs that nothing answers. */
export interface Ranker {
  readonly version: 1;
  readonly weights: readonly number[];
  /** Turns the best candidates' figures into the probability of no answer. */
  readonly noAnswer: readonly number[];
}

/** Set by hand; used until a shop has questions with known answers. */
export const defaultRanker: Ranker = {
  version: 1,
  weights: [3, 1, 4, 1, 1, 2, 1.5, 1, 2, 1, 0.5, 1, 0.3, 0.5, 3, 1, 3, 1, 2, 1, 1, 3, 2],
  noAnswer: [2.2, -3.5, -2.5, -1.5, -1.2, -0.4, -1],
};

export function scoreFeatures(weights: ArrayLike<number>, features: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += (weights[i] ?? 0) * (features[i] as number);
  return sum;
}

/** One question's candidates with which of them answer it; `weight` is its share in training. */
export interface RankingExample {
  readonly candidates: readonly (readonly number[])[];
  readonly isRight: readonly boolean[];
  readonly weight: number;
}

/**
 * Listwise training: the softmax over a question's candidates should sit on the right ones (Cao et al. 2007, ListNet
 * with one right answer), with an L2 penalty towards the hand-set weights.
 */
export function trainRanking(examples: readonly RankingExample[], penalty = 0.3): number[] {
  const start = Float64Array.from(featureNames, (_, i) => defaultRanker.weights[i] ?? 0);
  const usable = examples.filter(({ isRight }) => isRight.includes(true) && isRight.includes(false));
  const solution = minimise(
    start,
    (point, gradient) => {
      let loss = 0;
      for (let i = 0; i < point.length; i++) {
        const away = (point[i] as number) - (start[i] as number);
        loss += (penalty / 2) * away * away;
        gradient[i] = penalty * away;
      }
      for (const example of usable) loss += addExample(example, point, gradient);
      return loss;
    },
    80,
  );
  return [...solution];
}

function addExample(
  { candidates, isRight, weight }: RankingExample,
  point: Float64Array,
  gradient: Float64Array,
): number {
  const scores = candidates.map((features) => scoreFeatures(point, features));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((a, b) => a + b, 0);
  const right = powers.reduce((a, power, i) => a + (isRight[i] ? power : 0), 0);
  candidates.forEach((features, c) => {
    const power = powers[c] as number;
    const pull = weight * (power / all - (isRight[c] ? power / right : 0));
    features.forEach((value, i) => {
      gradient[i] = (gradient[i] as number) + pull * value;
    });
  });
  return weight * -Math.log(right / all + 1e-12);
}

/** Signs of an answer among ranked candidates: constant, best cosine, coverage, lead, related, length, vote. */
export function answerSigns(
  ranked: readonly { readonly score: number; readonly features: readonly number[] }[],
  length: number,
): number[] {
  const best = ranked[0];
  if (!best) return [1, 0, 0, 0, 0, 0, 0];
  const top = ranked.map(({ score }) => Math.exp(score - best.score));
  const share = 1 / top.reduce((a, b) => a + b, 0);
  const pick = (name: (typeof featureNames)[number]): number =>
    best.features[featureNames.indexOf(name)] ?? 0;
  return [1, pick('ask'), pick('covered'), share, pick('relatedAsk'), Math.tanh(length / 20), pick('vote')];
}

/** Logistic regression of "nothing answers" on the signs, drawn to the hand-set weights. */
export function trainNoAnswer(
  signs: readonly (readonly number[])[],
  isUnanswered: readonly boolean[],
): number[] {
  const start = Float64Array.from(defaultRanker.noAnswer);
  const positives = isUnanswered.filter(Boolean).length;
  if (positives === 0 || positives === isUnanswered.length) return [...defaultRanker.noAnswer];
  const solution = minimise(
    start,
    (point, gradient) => {
      let loss = 0;
      for (let i = 0; i < point.length; i++) {
        const away = (point[i] as number) - (start[i] as number);
        loss += 0.05 * away * away;
        gradient[i] = 0.1 * away;
      }
      signs.forEach((row, r) => {
        const z = scoreFeatures(point, row);
        const p = 1 / (1 + Math.exp(-z));
        const label = isUnanswered[r] ? 1 : 0;
        loss -= Math.log((label ? p : 1 - p) + 1e-12);
        row.forEach((value, i) => {
          gradient[i] = (gradient[i] as number) + (p - label) * value;
        });
      });
      return loss;
    },
    80,
  );
  return [...solution];
}

export function noAnswerProbability(weights: readonly number[], signs: readonly number[]): number {
  return 1 / (1 + Math.exp(-scoreFeatures(weights, signs)));
}
