import { FEW, GROUPS, type GroupCounts, type GroupWeights, MANY } from './features.ts';
import type { NetworkOptions } from './network.ts';

export interface Progress {
  /** Share of the whole training that is done, 0 to 1. */
  readonly done: number;
  readonly stage: 'reading' | 'rejection' | 'learning' | 'calibration';
}

/** Runs a part of the training that yields its own share done, told as `span` of the whole from `from` on. */
export function* reported<Result>(
  part: Generator<number, Result>,
  stage: Progress['stage'],
  from: number,
  span: number,
): Generator<Progress, Result> {
  let step = part.next();
  while (!step.done) {
    yield { done: from + span * step.value, stage };
    step = part.next();
  }
  return step.value;
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

const SHARED = {
  rate: 0.1,
  inputRate: 3,
  inputDropout: 0.3,
  hiddenDropout: 0.3,
  smoothing: 0.1,
  spread: 0.1,
} as const;

const ONE_ROW = Object.fromEntries(GROUPS.map((group) => [group, 1])) as GroupCounts;
/** Stems count from one row on, since unknown words tell what is foreign. */
const MANY_ROWS = Object.fromEntries(GROUPS.map((group) => [group, group === 'stem' ? 1 : 2])) as GroupCounts;

/** From so many rows on five networks are averaged instead of three, and learn for longer: the time is well spent. */
const MANY_PHRASED = 40_000;
const LONG = 8;

/** From so many out-of-scope rows on they are learned as a class. */
const FEWEST_FOREIGN = 100;

/**
 * @param rows examples, of which `foreign` are out of scope
 * @param wanted told apart by rows an intent unless given
 */
export function profileOf(rows: number, foreign: number, intents: number, wanted?: 'many' | 'few'): Profile {
  const learnsForeign = foreign >= FEWEST_FOREIGN;
  const isMany = wanted ? wanted === 'many' : rows / Math.max(1, intents) >= 40;
  const isPhrased = rows > MANY_PHRASED;
  const epochs = rows > 12_000 ? 5 : rows > 6_000 ? 7 : 10;
  return isMany
    ? {
        weights: MANY,
        fewest: MANY_ROWS,
        networks: isPhrased ? 5 : 3,
        network: { ...SHARED, spread: 0.03, hidden: 64, epochs: isPhrased ? LONG : epochs },
        mostBytes: 28e6,
        // Ranking what is foreign needs no more when there are many rows.
        rehearsal: { rounds: 1, hidden: 64, epochs: Math.ceil(epochs / 2) + 1 },
        usesNames: false,
        keepsRows: false,
        keepsHidden: false,
        learnsForeign,
      }
    : {
        weights: FEW,
        fewest: ONE_ROW,
        mostBytes: Number.POSITIVE_INFINITY,
        networks: 6,
        network: { ...SHARED, hidden: 40, epochs: 25, rate: 0.06 },
        rehearsal:
          rows <= 1_000 ? { rounds: 2, hidden: 80, epochs: 25 } : { rounds: 1, hidden: 64, epochs: 14 },
        usesNames: true,
        keepsRows: rows <= 2_500,
        keepsHidden: rows <= 1_000,
        learnsForeign,
      };
}
