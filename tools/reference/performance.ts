import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Result = {
  name: string;
  figures: Record<string, number>;
  limits: Record<string, { min?: number; max?: number; unit: string }>;
  ok: boolean;
  machine?: { cores: number; memoryGiB: number; node: string };
  notes?: Record<string, string>;
};

const FOLDER = fileURLToPath(new URL('../../bench/results/', import.meta.url));

const WHAT: Record<string, string> = {
  'message-path':
    'From a shopper’s request to stored, acknowledged and pushed to the agent’s socket, in one server process.',
  'event-log': 'From emit to stamped to handled by a subscriber.',
  sockets: 'Idle visitors, and thousands that come back at once.',
  inbox: 'Lists, counters and search over a million conversations.',
  start: 'From the command to serving.',
  size: 'What browsers download.',
};

function section(result: Result): string {
  const rows = Object.entries(result.figures).map(([key, value]) => {
    const limit = result.limits[key];
    const asked = limit
      ? [limit.min === undefined ? '' : `≥ ${limit.min}`, limit.max === undefined ? '' : `≤ ${limit.max}`]
          .filter(Boolean)
          .join(', ')
      : '';
    return `| ${key} | ${value} ${limit?.unit ?? ''} | ${asked} |`;
  });
  const notes = Object.entries(result.notes ?? {}).map(([key, note]) => `- ${key}: ${note}`);
  const machine = result.machine
    ? `Measured on ${result.machine.cores} cores, ${result.machine.memoryGiB} GiB, Node ${result.machine.node}.`
    : '';
  const command = result.name === 'size' ? 'npm run size' : `npm run bench -- ${result.name}`;
  return [
    `## ${result.name}`,
    '',
    WHAT[result.name] ?? '',
    '',
    `\`${command}\``,
    '',
    '| figure | measured | asked |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...notes,
    machine,
    '',
  ].join('\n');
}

/** docs/reference/performance.md from the newest results. */
export function printPerformance(): string {
  const names = existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((f) => f.endsWith('.json'))
        .sort()
    : [];
  const results = names.map((f) => JSON.parse(readFileSync(`${FOLDER}${f}`, 'utf8')) as Result);
  const intro = [
    '# Performance',
    '',
    'Printed from bench/results by `npm run generate`. Each benchmark starts a PostgreSQL and a server of its own, prints a table, writes its result and ends with one line of JSON. Ratios are within one run, against a floor that is measured in the same run, so that a slow or busy machine moves both. Repeat any of them with the command under its title; `BENCH_DATABASE_URL` points at an outside PostgreSQL.',
    '',
  ].join('\n');
  return `${intro}\n${results.map(section).join('\n')}`;
}
