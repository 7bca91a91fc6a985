import { ModelError, packModel, unpackModel } from '../model/index.ts';
import type { LinearHead } from './linear.ts';
import type { MoodModel } from './train.ts';

const heads = ['emotion', 'intensity', 'urgency', 'threat'] as const;

/** Most weights are zero; what is kept is place and value. */
function sparse(weights: Float32Array): { places: Int32Array; values: Float32Array } {
  const places: number[] = [];
  weights.forEach((weight, i) => {
    if (weight !== 0) places.push(i);
  });
  return { places: Int32Array.from(places), values: Float32Array.from(places, (i) => weights[i] as number) };
}

/** The model as bytes for a file: the container of src/model, kind `mood`. */
export function saveMoodModel(model: MoodModel): Uint8Array<ArrayBuffer> {
  const arrays: Record<string, Int32Array | Float32Array> = {};
  for (const name of heads) {
    const { places, values } = sparse(model[name].weights);
    arrays[`${name}.places`] = places;
    arrays[`${name}.values`] = values;
    arrays[`${name}.bias`] = model[name].bias;
  }
  const { version, temperature, emotionOffsets, urgencyOffsets, threatThreshold } = model;
  const sizes = heads.map((name) => ({ classes: model[name].classes, dimensions: model[name].dimensions }));
  const meta = { version, temperature, emotionOffsets, urgencyOffsets, threatThreshold, sizes };
  return packModel({ kind: 'mood', meta, arrays });
}

/**
 * Reads what `saveMoodModel` wrote. @throws ModelError for damaged bytes, another kind of model or another layout.
 */
export function loadMoodModel(bytes: Uint8Array): MoodModel {
  const { meta, arrays } = unpackModel(bytes, 'mood');
  const { sizes, ...rest } = meta as Omit<MoodModel, (typeof heads)[number]> & {
    readonly sizes: readonly { readonly classes: number; readonly dimensions: number }[];
  };
  const read = (name: (typeof heads)[number], i: number): LinearHead => {
    const { classes, dimensions } = sizes[i] ?? { classes: 0, dimensions: 0 };
    const places = arrays[`${name}.places`];
    const values = arrays[`${name}.values`];
    const bias = arrays[`${name}.bias`];
    if (!places || !values || !(bias instanceof Float32Array)) {
      throw new ModelError('nlu.model_damaged', `the mood model has no ${name}`);
    }
    const weights = new Float32Array(classes * dimensions);
    places.forEach((place: number, k: number) => {
      weights[place] = values[k] as number;
    });
    return { classes, dimensions, weights, bias };
  };
  return {
    ...rest,
    emotion: read('emotion', 0),
    intensity: read('intensity', 1),
    urgency: read('urgency', 2),
    threat: read('threat', 3),
  };
}
