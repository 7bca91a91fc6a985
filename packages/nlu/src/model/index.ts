export { type ModelArray, type ModelParts, packModel, unpackModel } from './container.ts';
export { ModelError, type ModelErrorCode } from './errors.ts';
export { loadIntentModel, saveIntentModel } from './intent-file.ts';
export { type TrainingControl, trainIntentModel, trainInWorker, type WorkerOptions } from './training.ts';
