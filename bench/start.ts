/** How long the first start takes until the server answers, how long a later one, and what it weighs when idle. */

import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from './report.ts';
import { startProcess } from './stage.ts';

const RUNS = 3;

async function timed(directory: string): Promise<{ seconds: number; idleMb: number }> {
  const started = performance.now();
  const server = await startProcess(['--demo'], { DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'warn' });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${server.port}/readyz`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((done) => setTimeout(done, 10));
  }
  const seconds = (performance.now() - started) / 1_000;
  await new Promise((done) => setTimeout(done, 5_000));
  const kib = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]);
  await server.stop();
  return { seconds, idleMb: kib / 1_024 };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const firsts: number[] = [];
const laters: number[] = [];
const weights: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const directory = await mkdtemp(join(tmpdir(), 'xiaoer-start-'));
  await chmod(directory, 0o755);
  try {
    firsts.push((await timed(directory)).seconds);
    const later = await timed(directory);
    laters.push(later.seconds);
    weights.push(later.idleMb);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
report(
  'start',
  { first_start_s: median(firsts), later_start_s: median(laters), idle_memory_mb: median(weights) },
  {
    first_start_s: { max: 10, unit: 's' },
    later_start_s: { max: 3, unit: 's' },
    idle_memory_mb: { max: 250, unit: 'MB' },
  },
  { runs: `median of ${RUNS}; the first includes creating the database, migrating and the demo shop` },
);
