import type { Context } from '../intent/context.ts';
import { learnExample } from '../intent/correction.ts';
import type { GroupWeights } from '../intent/features.ts';
import type { IntentModel } from '../intent/model.ts';
import type { PackedNetwork } from '../intent/packed.ts';
import type { Rejector } from '../intent/rejection.ts';
import type { Segmenter } from '../text/segment.ts';
import { type ModelArray, packModel, unpackModel } from './container.ts';
import { ModelError } from './errors.ts';

const KIND = 'intent';

/** Grows whenever texts are read into other features, weights are stored or trust is measured otherwise: older files would be misread. */
const READING = 5;

interface Meta {
  readonly reading?: number;
  readonly intents: readonly string[];
  readonly parents: Readonly<Record<string, string>>;
  readonly weights: GroupWeights;
  readonly rows: number;
  readonly networks: readonly { hidden: number; classes: number }[];
  readonly temperature: number;
  readonly rejector: Rejector;
  readonly threshold: number;
  readonly seed: number;
  readonly corrections: readonly { text: string; intent: string; context?: Context }[];
}

/** An intent model as the bytes of a file. The same model always gives the same bytes. */
export function saveIntentModel(model: IntentModel): Uint8Array<ArrayBuffer> {
  const { intents, parents, weights, temperature, rejector, threshold, seed, vocabulary } = model;
  const arrays: Record<string, ModelArray> = { hashes: vocabulary.hashes, rarity: vocabulary.rarity };
  arrays.anchorStarts = model.anchors.starts;
  arrays.anchorIds = model.anchors.ids;
  arrays.anchorValues = model.anchors.values;
  arrays.anchorHidden = model.anchors.hidden;
  arrays.portraitStarts = model.portraits.starts;
  arrays.portraitSeen = model.portraits.seen;
  arrays.portraitMeans = model.portraits.means;
  arrays.portraitPrecision = model.portraits.precision;
  model.networks.forEach((network, i) => {
    arrays[`input${i}`] = network.input;
    arrays[`inputScale${i}`] = network.inputScale;
    arrays[`inputBias${i}`] = network.inputBias;
    arrays[`output${i}`] = network.output;
    arrays[`outputBias${i}`] = network.outputBias;
  });
  const meta: Meta = {
    ...{ intents, parents, weights, temperature, rejector, threshold, seed, rows: vocabulary.rows },
    reading: READING,
    networks: model.networks.map(({ hidden, classes }) => ({ hidden, classes })),
    corrections: model.corrections.map(({ text, intent, context }) => ({
      text,
      intent,
      ...(context ? { context } : {}),
    })),
  };
  return packModel({ kind: KIND, meta, arrays });
}

function take<T extends ModelArray>(
  arrays: Readonly<Record<string, ModelArray>>,
  name: string,
  type: new (length: number) => T,
  length: number,
): T {
  const array = arrays[name];
  if (!(array instanceof type) || array.length !== length) {
    throw new ModelError('nlu.model_damaged', `array ${name} is missing or has a wrong length`);
  }
  return array;
}

/**
 * The intent model in the bytes of a file; milliseconds for the largest. The bytes may not be changed afterwards.
 *
 * @throws ModelError `nlu.model_foreign`, `nlu.model_version`, `nlu.model_damaged` or `nlu.model_kind`
 */
export function loadIntentModel(
  bytes: Uint8Array,
  options: { readonly segmenter?: Segmenter } = {},
): IntentModel {
  const { meta, arrays } = unpackModel(bytes, KIND);
  const known = meta as Meta;
  const size = arrays.hashes?.length ?? 0;
  const networks = known.networks.map(({ hidden, classes }, i): PackedNetwork => {
    return {
      hidden,
      classes,
      input: take(arrays, `input${i}`, Uint8Array, (size * hidden) / 2),
      inputScale: take(arrays, `inputScale${i}`, Float32Array, size),
      inputBias: take(arrays, `inputBias${i}`, Float32Array, hidden),
      output: take(arrays, `output${i}`, Float32Array, hidden * classes),
      outputBias: take(arrays, `outputBias${i}`, Float32Array, classes),
    };
  });
  const { reading, rows, corrections, ...rest } = known;
  if (reading !== READING) {
    throw new ModelError('nlu.model_version', `features of version ${reading ?? 1}, not ${READING}`);
  }
  const vocabulary = {
    hashes: take(arrays, 'hashes', Int32Array, size),
    rarity: take(arrays, 'rarity', Float32Array, size),
    rows,
  };
  const kept = arrays.anchorIds?.length ?? 0;
  const starts = take(arrays, 'anchorStarts', Int32Array, Math.max(1, arrays.anchorStarts?.length ?? 0));
  const allHidden = networks.reduce((sum, { hidden }) => sum + hidden, 0);
  const width = arrays.anchorHidden?.length ? allHidden : 0;
  const anchors = {
    starts,
    ids: take(arrays, 'anchorIds', Int32Array, kept),
    values: take(arrays, 'anchorValues', Uint8Array, kept),
    hidden: take(arrays, 'anchorHidden', Int8Array, (starts.length - 1) * width),
    width,
  };
  const classes = known.intents.length;
  const drawn = arrays.portraitMeans?.length ? 1 : 0;
  const portraits = {
    starts: take(arrays, 'portraitStarts', Int32Array, classes * drawn + 1),
    seen: take(arrays, 'portraitSeen', Int32Array, arrays.portraitSeen?.length ?? 0),
    means: take(arrays, 'portraitMeans', Float32Array, classes * allHidden * drawn),
    precision: take(arrays, 'portraitPrecision', Float32Array, allHidden * drawn),
  };
  const model: IntentModel = { ...rest, vocabulary, networks, anchors, portraits, corrections: [] };
  return corrections.reduce(
    (out, { text, intent, context }) =>
      learnExample(out, text, intent, { ...options, ...(context ? { context } : {}) }),
    model,
  );
}
