export type { Context } from './context.ts';
export { type Correction, learnExample } from './correction.ts';
export {
  type Classification,
  type ClassifyOptions,
  classify,
  type IntentModel,
  inspect,
  intentShares,
  OUT_OF_SCOPE,
  type ScoredIntent,
} from './model.ts';
export { type MessagePart, splitMessage, type Understanding, understand } from './split.ts';
export type { Goals } from './threshold.ts';
export { type IntentExample, type Progress, type TrainOptions, trainIntents } from './train.ts';
