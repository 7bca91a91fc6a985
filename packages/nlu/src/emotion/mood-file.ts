import { type ModelArray, ModelError, packModel, unpackModel } from '../model/index.ts';
import type { LinearHead } from './linear.ts';
import type { NetworkHead, NetworkMember } from './network-head.ts';
import type { MoodModel } from './train.ts';

const heads = ['emotion', 'intensity', 'urgency', 'threat'] as const;
const networkArrays = ['input', 'inputScale', 'inputBias', 'output', 'outputBias'] as const;

type Settings = Omit<MoodModel, (typeof heads)[number] | 'network'>;

/** The places that training saw, with what belongs to them: the others are zero. */
function sparse({ classes, weights, scales }: LinearHead) {
  const places = Int32Array.from(scales.keys()).filter((place) => scales[place] !== 0);
  const kept = new Int8Array(places.length * classes);
  places.forEach((place, i) => {
    kept.set(weights.subarray(place * classes, (place + 1) * classes), i * classes);
  });
  return { places, scales: Float32Array.from(places, (place) => scales[place] as number), weights: kept };
}

/** The model as bytes for a file: the container of src/model, kind `mood`. */
export function saveMoodModel(model: MoodModel): Uint8Array<ArrayBuffer> {
  const arrays: Record<string, ModelArray> = {};
  for (const name of heads) {
    const { places, scales, weights } = sparse(model[name]);
    arrays[`${name}.places`] = places;
    arrays[`${name}.scales`] = scales;
    arrays[`${name}.weights`] = weights;
    arrays[`${name}.bias`] = model[name].bias;
  }
  const { places, members } = model.network;
  arrays['network.places'] = places;
  members.forEach(({ classEmotions, network }, i) => {
    arrays[`network.${i}.classEmotions`] = classEmotions;
    for (const name of networkArrays) arrays[`network.${i}.${name}`] = network[name];
  });
  const { version, temperature, emotionOffsets, urgencyOffsets, threatThreshold } = model;
  const sizes = heads.map((name) => ({ classes: model[name].classes, dimensions: model[name].dimensions }));
  const networkSizes = members.map(({ network: { hidden, classes } }) => ({ hidden, classes }));
  const settings = { version, temperature, emotionOffsets, urgencyOffsets, threatThreshold };
  const meta = { ...settings, sizes, networkSizes };
  return packModel({ kind: 'mood', meta, arrays });
}

/**
 * Reads what `saveMoodModel` wrote. @throws ModelError for damaged bytes, another kind of model or another layout.
 */
export function loadMoodModel(bytes: Uint8Array): MoodModel {
  const { meta, arrays } = unpackModel(bytes, 'mood');
  const { sizes, networkSizes, ...rest } = meta as Settings & {
    readonly sizes: readonly { readonly classes: number; readonly dimensions: number }[];
    readonly networkSizes: readonly { readonly hidden: number; readonly classes: number }[];
  };
  if (rest.version !== 5) throw new ModelError('nlu.model_version', `mood model ${rest.version} is not read`);
  const read = (name: (typeof heads)[number], i: number): LinearHead => {
    const { classes, dimensions } = sizes[i] ?? { classes: 0, dimensions: 0 };
    const places = arrays[`${name}.places`];
    const keptScales = arrays[`${name}.scales`];
    const keptWeights = arrays[`${name}.weights`];
    const bias = arrays[`${name}.bias`];
    if (!places || !keptScales || !keptWeights || !(bias instanceof Float32Array)) {
      throw new ModelError('nlu.model_damaged', `the mood model has no ${name}`);
    }
    const scales = new Float32Array(dimensions);
    const weights = new Int8Array(classes * dimensions);
    places.forEach((place: number, k: number) => {
      scales[place] = keptScales[k] as number;
      weights.set(keptWeights.subarray(k * classes, (k + 1) * classes), place * classes);
    });
    return { classes, dimensions, weights, scales, bias };
  };
  return {
    ...rest,
    emotion: read('emotion', 0),
    intensity: read('intensity', 1),
    urgency: read('urgency', 2),
    threat: read('threat', 3),
    network: readNetworks(arrays, networkSizes),
  };
}

function readNetworks(
  arrays: Readonly<Record<string, ModelArray>>,
  sizes: readonly { readonly hidden: number; readonly classes: number }[],
): NetworkHead {
  const take = <T extends ModelArray>(name: string, kind: abstract new (...args: never[]) => T): T => {
    const array = arrays[`network.${name}`];
    if (array instanceof kind) return array;
    throw new ModelError('nlu.model_damaged', `the mood model has no network.${name}`);
  };
  const members = sizes.map(
    (size, i): NetworkMember => ({
      classEmotions: take(`${i}.classEmotions`, Int32Array),
      network: {
        ...size,
        input: take(`${i}.input`, Uint8Array),
        inputScale: take(`${i}.inputScale`, Float32Array),
        inputBias: take(`${i}.inputBias`, Float32Array),
        output: take(`${i}.output`, Float32Array),
        outputBias: take(`${i}.outputBias`, Float32Array),
      },
    }),
  );
  return { places: take('places', Int32Array), members };
}
