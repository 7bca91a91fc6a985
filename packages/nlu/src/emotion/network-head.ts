import { type Network, type NetworkOptions, type Sparse, trainNetwork } from '../intent/network.ts';
import { addScores, hiddenOf, type PackedNetwork, packNetwork } from '../intent/packed.ts';
import type { Features } from './features.ts';
import { softmax } from './linear.ts';
import { type Emotion, emotions } from './types.ts';

/** Networks over the places that training saw often enough. */
export interface NetworkHead {
  /** Places in ascending order; a place's position is its input number. */
  readonly places: Int32Array;
  readonly members: readonly NetworkMember[];
}

export interface NetworkMember {
  /** Emotion (index) of each output class; a class is an emotion, or one emotion about one topic. */
  readonly classEmotions: Int32Array;
  readonly network: PackedNetwork;
}

export interface NetworkExample {
  readonly features: Features;
  readonly emotion: Emotion;
  /** What the message is about; '' when nobody said. */
  readonly topic: string;
  readonly weight: number;
}

const options: Omit<NetworkOptions, 'seed'> = {
  hidden: 64,
  epochs: 15,
  rate: 0.1,
  inputRate: 1,
  inputDropout: 0.2,
  hiddenDropout: 0.3,
  smoothing: 0.05,
  spread: 0.05,
};
/** Rows that must show a place before it becomes an input: rarer ones tell nothing and make the file three times as large. */
const leastRows = 4;
/** No more inputs than these, the places of most rows: four networks of them are 9 MB. */
const mostPlaces = 64_000;

/** Which networks are trained: those that learn topics too, and those that do not. */
const kinds = [false, true, false, true];

/**
 * Networks of two kinds. Some learn emotions alone; others learn pairs of topic and emotion as classes of one softmax: what a
 * message is about helps to hear a feeling that no word shows, and the hidden layer is shared by both (multi-task
 * learning, Caruana 1997). The topic is not needed to read. They err on different rows, which is what averaging lives
 * on. Deterministic by `seed`. Leaves early, with the networks that are ready, when `isCancelled` says so.
 */
export function trainNetworkHead(
  examples: readonly NetworkExample[],
  seed: number,
  isCancelled?: () => boolean,
): NetworkHead {
  const places = frequentPlaces(examples);
  const inputOf = indexPlaces(places);
  const vectors = examples.map(({ features }) => toVector(features, inputOf));
  const members: NetworkMember[] = [];
  for (const [i, hasTopics] of examples.length === 0 ? [] : kinds.entries()) {
    const { labels, classEmotions } = numberClasses(examples, hasTopics);
    const rows = examples.map(({ weight }, r) => ({
      vector: vectors[r] as Sparse,
      label: labels[r] as number,
      weight,
    }));
    const run = trainNetwork(rows, places.length, classEmotions.length, { ...options, seed: seed * 31 + i });
    let step: IteratorResult<number, Network> = run.next();
    while (!step.done && !isCancelled?.()) step = run.next();
    if (!step.done) break;
    members.push({ classEmotions, network: packNetwork(step.value) });
  }
  return { places, members };
}

function numberClasses(
  examples: readonly NetworkExample[],
  hasTopics: boolean,
): { labels: number[]; classEmotions: Int32Array } {
  const classes = new Map<string, number>();
  const classEmotions: number[] = [];
  const labels = examples.map(({ emotion, topic }) => {
    const key = hasTopics ? `${topic}\n${emotion}` : emotion;
    const label = classes.get(key) ?? classes.size;
    if (label === classes.size) {
      classes.set(key, label);
      classEmotions.push(emotions.indexOf(emotion));
    }
    return label;
  });
  return { labels, classEmotions: Int32Array.from(classEmotions) };
}

function frequentPlaces(examples: readonly NetworkExample[]): Int32Array {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const place of new Set(features.places)) counts.set(place, (counts.get(place) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= leastRows);
  kept.sort(([a, m], [b, n]) => n - m || a - b);
  return Int32Array.from(kept.slice(0, mostPlaces), ([place]) => place).sort();
}

const indices = new WeakMap<Int32Array, Map<number, number>>();

function indexPlaces(places: Int32Array): Map<number, number> {
  const known = indices.get(places);
  if (known) return known;
  const index = new Map<number, number>();
  places.forEach((place, i) => {
    index.set(place, i);
  });
  indices.set(places, index);
  return index;
}

function toVector({ places, values }: Features, inputOf: ReadonlyMap<number, number>): Sparse {
  const sums = new Map<number, number>();
  places.forEach((place, k) => {
    const input = inputOf.get(place);
    if (input !== undefined) sums.set(input, (sums.get(input) ?? 0) + (values[k] as number));
  });
  return { ids: Int32Array.from(sums.keys()), values: Float32Array.from(sums.values()) };
}

/** Probabilities of the emotions by each network, summed over topics. */
export function networkProbabilities(head: NetworkHead, features: Features): number[][] {
  const vector = toVector(features, indexPlaces(head.places));
  return head.members.map(({ classEmotions, network }) => {
    const scores = new Float32Array(network.classes);
    addScores(network, hiddenOf(network, vector), scores, 1);
    const sums = emotions.map(() => 0);
    softmax([...scores]).forEach((probability, k) => {
      const emotion = classEmotions[k] as number;
      sums[emotion] = (sums[emotion] as number) + probability;
    });
    return sums;
  });
}
