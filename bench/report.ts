import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A limit that a figure must keep: at least `min`, at most `max`. */
export type Limit = { min?: number; max?: number; unit: string };
export type Figures = Record<string, number>;
export type Limits = Record<string, Limit>;

const RESULTS = new URL('./results/', import.meta.url);

const isKept = (value: number | undefined, { min, max }: Limit) =>
  value !== undefined && (min === undefined || value >= min) && (max === undefined || value <= max);

const round = (value: number) =>
  Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1_000) / 1_000;

/** The value below which the share of the sorted values lies (nearest rank). */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

export const sortNumbers = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/**
 * Prints a table, writes bench/results/NAME.json and ends with one line of JSON. The exit code says
 * whether every limit was kept.
 */
export function report(
  name: string,
  figures: Figures,
  limits: Limits,
  notes: Record<string, string> = {},
): void {
  const rounded = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, round(value)]));
  const ok = Object.entries(limits).every(([key, limit]) => isKept(rounded[key], limit));
  const width = Math.max(...Object.keys(rounded).map((k) => k.length)) + 2;
  console.log(`\n${name}`);
  for (const [key, value] of Object.entries(rounded)) {
    const limit = limits[key];
    const asked = limit
      ? [
          limit.min !== undefined ? `at least ${limit.min}` : '',
          limit.max !== undefined ? `at most ${limit.max}` : '',
        ]
          .filter(Boolean)
          .join(', ')
      : '';
    const verdict = limit ? (isKept(value, limit) ? 'kept' : 'MISSED') : '';
    console.log(
      `  ${key.padEnd(width)}${String(value).padStart(12)} ${(limit?.unit ?? '').padEnd(8)} ${asked.padEnd(20)} ${verdict}`,
    );
  }
  for (const [key, note] of Object.entries(notes)) console.log(`  ${key}: ${note}`);
  const machine = {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(
    fileURLToPath(new URL(`${name}.json`, RESULTS)),
    `${JSON.stringify({ name, figures: rounded, limits, ok, machine, notes }, null, 2)}\n`,
  );
  console.log(JSON.stringify({ name, figures: rounded, limits, ok }));
  process.exitCode = ok ? 0 : 1;
}
