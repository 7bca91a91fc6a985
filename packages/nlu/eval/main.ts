import { runClinc } from './clinc150.ts';
import { runEmotion } from './emotion.ts';
import { runHint3 } from './hint3.ts';
import { runHwu64 } from './hwu64.ts';
import { runIntent } from './intent.ts';
import { runRetrieval } from './retrieval.ts';
import { runShop } from './shop.ts';

type Evaluation = (args: readonly string[]) => { isOk: boolean } | Promise<{ isOk: boolean }>;

/** `npm run eval -- NAME`; every evaluation ends with a JSON line and fails the process when a limit is not met. */
const evaluations: Record<string, Evaluation> = {
  clinc150: runClinc,
  'hwu64-saas': runHwu64,
  hint3: runHint3,
  intent: runIntent,
  shop: runShop,
  emotion: runEmotion,
  retrieval: runRetrieval,
};

export async function main(args: readonly string[]): Promise<void> {
  const [name = '', ...rest] = args;
  const run = evaluations[name];
  if (!run) {
    console.error(`npm run eval -- ${Object.keys(evaluations).join(' | ')}`);
    process.exitCode = 2;
    return;
  }
  const { isOk } = await run(rest);
  if (!isOk) process.exitCode = 1;
}

if (import.meta.main) await main(process.argv.slice(2));
