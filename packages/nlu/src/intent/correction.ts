import type { Segmenter } from '../text/segment.ts';
import type { Context } from './context.ts';
import { featuresOf, GROUPS, type RawFeatures } from './features.ts';
import type { Correction, IntentModel } from './learned.ts';
import { indexOf } from './vocabulary.ts';

export type { Correction };

/** Cosine from which a correction begins to pull, and at which it decides alone. */
const BEGINS = 0.55;
const DECIDES = 0.85;

function hashVector(
  model: Pick<IntentModel, 'vocabulary' | 'weights'>,
  raw: RawFeatures,
): Map<number, number> {
  const { vocabulary, weights } = model;
  const rarest = Math.log((vocabulary.rows + 1) / 0.5);
  const out = new Map<number, number>();
  GROUPS.forEach((group, i) => {
    const counts = new Map<number, number>();
    for (const hash of raw.groups[i] ?? []) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    let square = 0;
    for (const [hash, count] of counts) {
      const id = indexOf(vocabulary, hash);
      const value = (1 + Math.log(count)) * (id < 0 ? rarest : (vocabulary.rarity[id] as number));
      counts.set(hash, value);
      square += value * value;
    }
    const scale = square > 0 ? weights[group] / Math.sqrt(square) : 0;
    for (const [hash, value] of counts) out.set(hash, (out.get(hash) ?? 0) + value * scale);
  });
  let square = 0;
  for (const value of out.values()) square += value * value;
  const length = Math.sqrt(square) || 1;
  for (const [hash, value] of out) out.set(hash, value / length);
  return out;
}

/**
 * A model that knows one more example, at once and without training: messages like it get its intent, the more
 * alike the more. The intent may be a new one, or `oos`. The given model is not changed.
 */
export function learnExample(
  model: IntentModel,
  text: string,
  intent: string,
  options: { readonly context?: Context; readonly segmenter?: Segmenter } = {},
): IntentModel {
  const vector = hashVector(model, featuresOf(text, options.context, options.segmenter));
  const { context } = options;
  const rest = model.corrections.filter((known) => known.text !== text);
  const correction: Correction = { text, intent, vector, ...(context ? { context } : {}) };
  return { ...model, corrections: [...rest, correction] };
}

/** The intent towards which learned examples pull a message, and how strongly (0 to 1). */
export function correctionPull(
  model: IntentModel,
  raw: RawFeatures,
): { readonly intent: string; readonly strength: number } | undefined {
  if (model.corrections.length === 0) return undefined;
  const vector = hashVector(model, raw);
  let best: { intent: string; strength: number } | undefined;
  for (const { vector: known, intent } of model.corrections) {
    let cosine = 0;
    for (const [hash, value] of vector) cosine += value * (known.get(hash) ?? 0);
    const strength = Math.min(1, (cosine - BEGINS) / (DECIDES - BEGINS));
    if (strength > (best?.strength ?? 0)) best = { intent, strength };
  }
  return best;
}
