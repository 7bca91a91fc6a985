import { Worker } from 'node:worker_threads';
import type { IntentModel } from '../intent/model.ts';
import { type IntentExample, type Progress, type TrainOptions, trainIntents } from '../intent/train.ts';
import type { DictionaryWord } from '../text/segment.ts';
import { ModelError } from './errors.ts';

export interface TrainingControl {
  /** Called with how far training is, at most a few hundred times. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops training; the promise then rejects with `nlu.training_cancelled`. */
  readonly signal?: AbortSignal;
}

const cancelled = (): ModelError => new ModelError('nlu.training_cancelled', 'training was cancelled');

/**
 * Trains in this thread, to the end.
 *
 * @throws ModelError `nlu.training_cancelled` as soon as the signal has fired
 * @throws RangeError when there is no example with an intent
 */
export function trainIntentModel(
  examples: readonly IntentExample[],
  options: TrainOptions = {},
  control: TrainingControl = {},
): IntentModel {
  const run = trainIntents(examples, options);
  for (;;) {
    if (control.signal?.aborted) throw cancelled();
    const step = run.next();
    if (step.done) return step.value;
    control.onProgress?.(step.value);
  }
}

/** What goes to the worker: options without the segmenter, which cannot leave its thread, but with its words. */
export type WorkerOptions = Omit<TrainOptions, 'segmenter'> & { readonly words?: readonly DictionaryWord[] };

export interface TrainingJob {
  readonly examples: readonly IntentExample[];
  readonly options: WorkerOptions;
}

export type TrainingReport =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'model'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'error'; readonly message: string };

/**
 * Trains in a worker thread, so that the caller goes on serving. Gives the bytes of the model file, for
 * `loadIntentModel`.
 *
 * @throws ModelError `nlu.training_cancelled` or `nlu.training_failed`
 */
export function trainInWorker(
  examples: readonly IntentExample[],
  options: WorkerOptions = {},
  control: TrainingControl = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { signal, onProgress } = control;
  if (signal?.aborted) return Promise.reject(cancelled());
  return new Promise((resolve, reject) => {
    const workerData: TrainingJob = { examples, options };
    const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData });
    const finish = (act: () => void): void => {
      signal?.removeEventListener('abort', abort);
      void worker.terminate();
      act();
    };
    const fail = (message: string): void =>
      finish(() => reject(new ModelError('nlu.training_failed', message)));
    const abort = (): void => finish(() => reject(cancelled()));
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (report: TrainingReport) => {
      if (report.type === 'progress') onProgress?.(report.progress);
      else if (report.type === 'model') finish(() => resolve(report.bytes));
      else fail(report.message);
    });
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => fail(`the training thread ended with code ${code}`));
  });
}
