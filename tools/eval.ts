import { main } from '../packages/nlu/eval/main.ts';

await main(process.argv.slice(2));
