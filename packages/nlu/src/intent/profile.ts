import type { GroupCounts, GroupWeights } from './features.ts';
import type { NetworkOptions } from './network.ts';

export interface Progress {
  /** Share of the whole training that is done, 0 to 1. */
  readonly done: number;
  readonly stage: 'reading' | 'rejection' | 'learning' | 'calibration';
}

/** How a model of this size is trained; see the README for how each number was chosen. */
export interface Profile {
  readonly weights: GroupWeights;
  readonly fewest: GroupCounts;
  readonly networks: number;
  readonly network: Omit<NetworkOptions, 'seed'>;
  /** The networks that learn with intents hidden, for the rejector: how many passes over all intents, how large, how long. */
  readonly rehearsal: { readonly rounds: number; readonly hidden: number; readonly epochs: number };
  /** Features beyond what a file of this many bytes holds are left out, those that taught least first. */
  readonly mostBytes: number;
  readonly usesNames: boolean;
  /** Whether training rows stay in the model, to measure likeness to. */
  readonly keepsRows: boolean;
  /** Whether out-of-scope rows are a class of their own; else they only teach the intents to be unsure. */
  readonly learnsForeign: boolean;
  /** Whether their hidden layers stay too; comparing thousands with every message would take too long. */
  readonly keepsHidden: boolean;
}
