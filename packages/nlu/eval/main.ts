import { runEmotion } from './emotion.ts';
import { runRetrieval } from './retrieval.ts';
import { runShop } from './shop.ts';

type Evaluation = (args: readonly string[]) => { isOk: boolean } | Promise<{ isOk: boolean }>;

/** `npm run eval -- NAME`; every evaluation ends with a JSON line and fails the process when a limit is not met. */
const evaluations: Record<string, Evaluation> = {
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
