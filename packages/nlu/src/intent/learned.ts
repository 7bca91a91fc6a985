import type { Anchors } from './anchors.ts';
import type { Context } from './context.ts';
import type { GroupWeights } from './features.ts';
import type { PackedNetwork } from './packed.ts';
import type { Portraits } from './portraits.ts';
import type { Rejector } from './rejection.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One example learned after training. */
export interface Correction {
  readonly text: string;
  readonly intent: string;
  readonly context?: Context;
  /** Length-1 vector over feature hashes, known to training or not. */
  readonly vector: ReadonlyMap<number, number>;
}

/** Everything that training learned. Plain data; `saveIntentModel` writes it. */
export interface IntentModel {
  /** Names of the intents, by class number. */
  readonly intents: readonly string[];
  /** Parent of each intent that has one. */
  readonly parents: Readonly<Record<string, string>>;
  readonly weights: GroupWeights;
  readonly vocabulary: Vocabulary;
  readonly networks: readonly PackedNetwork[];
  readonly temperature: number;
  readonly anchors: Anchors;
  readonly portraits: Portraits;
  readonly rejector: Rejector;
  /** Messages trusted less than this are out of scope. */
  readonly threshold: number;
  readonly seed: number;
  /** Single examples learned after training; they take effect at once. */
  readonly corrections: readonly Correction[];
}
