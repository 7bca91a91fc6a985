import { NO_ANCHORS, packAnchors } from './anchors.ts';
import { chooseFeatures } from './choose-features.ts';
import type { RawFeatures } from './features.ts';
import type { IntentModel } from './learned.ts';
import { type Example, trainNetwork } from './network.ts';
import { type PackedNetwork, packedBytes, packNetwork } from './packed.ts';
import { drawPortraits, NO_PORTRAITS } from './portraits.ts';
import { type Profile, type Progress, reported } from './profile.ts';
import { type Vocabulary, vectorOf } from './vocabulary.ts';

/** A message read into features; its label is −1 when it is out of scope. */
export interface Row {
  readonly raw: RawFeatures;
  readonly label: number;
  readonly weight: number;
}

/** Chooses the features, trains the networks on them and keeps of the rows what answers will be compared with. */
export function* learn(
  rows: readonly Row[],
  all: Vocabulary,
  intents: number,
  profile: Profile,
  seed: number,
): Generator<Progress, Pick<IntentModel, 'networks' | 'anchors' | 'vocabulary' | 'portraits'>> {
  const { weights, networks, network, learnsForeign } = profile;
  const classes = learnsForeign ? intents + 1 : intents;
  const labelled = rows.map((row) => ({
    ...row,
    label: row.label < 0 && learnsForeign ? intents : row.label,
  }));
  const most = Math.floor(profile.mostBytes / (8 + networks * packedBytes(network.hidden)));
  const choice = chooseFeatures(labelled, all, classes, { most, weights, network: { ...network, seed } });
  const vocabulary = yield* reported(choice, 'learning', 0.4, 0.05);
  const examples: Example[] = labelled.map(({ raw, label, weight }) => ({
    vector: vectorOf(raw, vocabulary, weights),
    label,
    weight,
  }));
  const packed: PackedNetwork[] = [];
  for (let i = 0; i < networks; i++) {
    const run = trainNetwork(examples, vocabulary.hashes.length, classes, {
      ...network,
      seed: seed * 31 + i,
    });
    packed.push(packNetwork(yield* reported(run, 'learning', 0.45 + (0.5 * i) / networks, 0.5 / networks)));
  }
  const known = examples.filter((row) => row.label >= 0 && row.label < intents).map((row) => row.vector);
  return {
    networks: packed,
    vocabulary,
    anchors: profile.keepsRows ? packAnchors(known, profile.keepsHidden ? packed : []) : NO_ANCHORS,
    portraits: learnsForeign
      ? NO_PORTRAITS
      : drawPortraits(rows, intents, { vocabulary, networks: packed, weights }),
  };
}
