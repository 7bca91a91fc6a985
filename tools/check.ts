/** `npm run check`: types, lint, boundaries, generated files, dead code. All of them, then one verdict. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const STEPS: { name: string; command: string[] }[] = [
  { name: 'types: server, packages, tools', command: ['tsc', '-p', '.'] },
  { name: 'types: console', command: ['tsc', '-p', 'apps/console'] },
  { name: 'types: storefront', command: ['tsc', '-p', 'apps/storefront'] },
  { name: 'lint and format', command: ['biome', 'ci', '--reporter=summary', '.'] },
  {
    name: 'boundaries',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'packages', '--output-type', 'err'],
  },
  { name: 'generated files', command: ['node', 'tools/generate.ts', '--check'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
];

/** Runs one step quietly; its words are shown only if it fails. */
async function run(command: string[]): Promise<{ isGood: boolean; words: string }> {
  const [program, ...args] = command as [string, ...string[]];
  const child = spawn(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    shell: process.platform === 'win32',
  });
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { isGood: code === 0, words };
}

/** @returns names of the failed steps */
export async function check(): Promise<string[]> {
  const failed: string[] = [];
  const queue = [...STEPS];
  // Two at a time: as many as the smallest machine has cores.
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const started = performance.now();
      const { isGood, words } = await run(step.command);
      console.log(
        `${isGood ? 'ok  ' : 'FAIL'} ${step.name} (${((performance.now() - started) / 1_000).toFixed(1)} s)`,
      );
      if (isGood) continue;
      failed.push(step.name);
      console.log(words.split('\n').slice(0, 120).join('\n'));
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = await check();
  if (failed.length > 0) {
    console.error(`check failed: ${failed.join('; ')}`);
    process.exit(1);
  }
}
