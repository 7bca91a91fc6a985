import { NO_ANCHORS, packAnchors } from './anchors.ts';
import type { RawFeatures } from './features.ts';
import { judge } from './model.ts';
import { type Example, trainNetwork } from './network.ts';
import { packNetwork } from './packed.ts';
import { drawPortraits, NO_PORTRAITS } from './portraits.ts';
import { type Profile, type Progress, reported } from './profile.ts';
import { createRandom, shuffle } from './random.ts';
import type { Evidence } from './rejection.ts';
import { buildVocabulary, vectorOf } from './vocabulary.ts';

interface Row {
  readonly raw: RawFeatures;
  readonly label: number;
}

export interface HeldOut {
  /** Signals of rows in scope and of rows whose whole intent was hidden. */
  readonly evidence: readonly Evidence[];
  /** Scores and true classes of rows in scope that training did not see. */
  readonly calibration: readonly { scores: Float32Array; label: number }[];
}

/** More rows than this do not change what the rejector learns. */
const MOST_ROWS = 3_600;
/** Out-of-scope rows beside them, about their share of a corpus that has many. */
const MOST_FOREIGN = 1_200;
const PARTS = 3;
/** A background line counts as out of scope when more than this share of its word pairs is unknown. */
const FOREIGN = 0.6;

function* oneRound(
  rows: readonly Row[],
  background: readonly RawFeatures[],
  profile: Profile,
  isHidden: (label: number) => boolean,
  seed: number,
  from: number,
): Generator<Progress, HeldOut> {
  const random = createRandom(seed);
  const seen: Row[] = [];
  const tested: Row[] = [];
  for (const row of rows) {
    if (row.label < 0 && !profile.learnsForeign) continue;
    if (isHidden(row.label) || random() < 0.2) tested.push(row);
    else seen.push(row);
  }
  const labels = [...new Set(seen.map((row) => row.label))].filter((label) => label >= 0);
  labels.sort((a, b) => a - b);
  const evidence: Evidence[] = [];
  const calibration: { scores: Float32Array; label: number }[] = [];
  if (labels.length < 2) return { evidence, calibration };
  const numbers = new Map(labels.map((label, i) => [label, i]));
  const vocabulary = buildVocabulary(
    seen.map((row) => row.raw),
    profile.fewest,
    profile.weights,
  );
  const { weights } = profile;
  const examples: Example[] = seen.map(({ raw, label }) => ({
    vector: vectorOf(raw, vocabulary, weights),
    label: numbers.get(label) ?? labels.length,
    weight: 1,
  }));
  const { rounds, hidden, epochs } = profile.rehearsal;
  const options = { ...profile.network, hidden, epochs, seed };
  const classes = profile.learnsForeign ? labels.length + 1 : labels.length;
  const run = trainNetwork(examples, vocabulary.hashes.length, classes, options);
  const networks = [packNetwork(yield* reported(run, 'rejection', from, 0.25 / (PARTS * rounds)))];
  const anchors = profile.keepsRows
    ? packAnchors(
        examples.map(({ vector }) => vector),
        profile.keepsHidden ? networks : [],
      )
    : NO_ANCHORS;
  const drawn = seen.map(({ raw, label }) => ({ raw, label: numbers.get(label) ?? -1 }));
  const portraits = profile.learnsForeign
    ? NO_PORTRAITS
    : drawPortraits(drawn, labels.length, { vocabulary, networks, weights });
  const model = { intents: labels, vocabulary, weights, anchors, portraits, networks };
  for (const { raw, label } of tested) {
    const { scores, signals } = judge(model, raw);
    const number = numbers.get(label);
    evidence.push({ signals, inScope: number !== undefined, weight: 1 });
    if (number !== undefined) calibration.push({ scores, label: number });
  }
  for (const raw of background) {
    const { signals } = judge(model, raw);
    if (-signals.pairs > FOREIGN) evidence.push({ signals, inScope: false, weight: 1 });
  }
  return { evidence, calibration };
}

/**
 * Evidence for the rejector that needs no out-of-scope row: three times a third of the intents is hidden (twice
 * over when examples are few), a network learns the others, and rows of the hidden ones stand for what is out of scope; so do lines of
 * general small talk (after outlier exposure; Hendrycks et al. 2019) that are unlike the rows.
 */
export function* gatherEvidence(
  rows: readonly Row[],
  background: readonly RawFeatures[],
  profile: Profile,
  seed: number,
): Generator<Progress, HeldOut> {
  const random = createRandom(seed ^ 0x51ed270b);
  const order = Int32Array.from(rows, (_, i) => i);
  shuffle(order, random);
  const shuffled = [...order].map((i) => rows[i] as Row);
  const sample = [
    ...shuffled.filter((row) => row.label >= 0).slice(0, MOST_ROWS),
    ...shuffled.filter((row) => row.label < 0).slice(0, MOST_FOREIGN),
  ];
  const labels = [...new Set(sample.map((row) => row.label))]
    .filter((label) => label >= 0)
    .sort((a, b) => a - b);
  const total = PARTS * profile.rehearsal.rounds;
  const rounds: HeldOut[] = [];
  for (let i = 0; i < total; i++) {
    if (i % PARTS === 0) shuffle(labels, random);
    const hidden = new Set(labels.filter((_, k) => k % PARTS === i % PARTS));
    rounds.push(
      yield* oneRound(
        sample,
        background,
        profile,
        (label) => hidden.has(label),
        seed + i,
        0.15 + (0.25 * i) / total,
      ),
    );
  }
  return {
    evidence: rounds.flatMap((round) => round.evidence),
    calibration: rounds.flatMap((round) => round.calibration),
  };
}
