import type { IntentExample } from '../src/intent/index.ts';
import { measureIntents } from './intent/measure-intents.ts';
import { finishReport } from './intent/report.ts';
import { option, readTableFile } from './shop/table-file.ts';

function readExamples(file: string): IntentExample[] {
  return readTableFile(file).map((row, i) => {
    if (row.text === undefined || row.intent === undefined) {
      throw new Error(`${file}, row ${i + 1}: columns text and intent are needed`);
    }
    return { text: row.text, intent: row.intent.trim() === '' ? 'oos' : row.intent.trim() };
  });
}

/**
 * `npm run eval -- intent --train A.csv --test B.csv [--validation C.csv]`: any data, columns text and intent, out of
 * scope as `oos` or empty; JSON Lines are read too.
 */
export function runIntent(args: readonly string[]): { isOk: boolean } {
  const train = readExamples(option(args, 'train') as string);
  const test = readExamples(option(args, 'test') as string);
  const chosen = option(args, 'validation', false);
  const { figures, parts } = measureIntents('Intents', {
    train,
    test,
    ...(chosen ? { validation: readExamples(chosen) } : {}),
  });
  return finishReport('intent', figures, {}, parts);
}
