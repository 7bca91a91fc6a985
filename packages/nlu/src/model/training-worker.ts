import { parentPort, workerData } from 'node:worker_threads';
import { createSegmenter } from '../text/segment.ts';
import { saveIntentModel } from './intent-file.ts';
import { type TrainingJob, type TrainingReport, trainIntentModel } from './training.ts';

/** The other end of `trainInWorker`. */
function work({ examples, options }: TrainingJob): void {
  const send = (report: TrainingReport): void => parentPort?.postMessage(report);
  let last = -1;
  const { words, ...rest } = options;
  try {
    const model = trainIntentModel(
      examples,
      words && words.length > 0 ? { ...rest, segmenter: createSegmenter(words) } : rest,
      {
        onProgress: (progress) => {
          if (progress.done - last < 0.005 && progress.done < 1) return;
          last = progress.done;
          send({ type: 'progress', progress });
        },
      },
    );
    send({ type: 'model', bytes: saveIntentModel(model) });
  } catch (error) {
    send({ type: 'error', message: error instanceof Error ? error.message : String(error) });
  }
}

work(workerData as TrainingJob);
