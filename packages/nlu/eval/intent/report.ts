import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../shop/measure.ts';
import { type Part, writePage } from '../shop/page.ts';

/** The least or the most that a figure must be. */
export type Limit = { readonly least: number } | { readonly most: number };

/** What every classifier must keep to, whatever the data. */
export const COST_LIMITS = {
  trainCpuSeconds: { most: 30 },
  peakMemoryMb: { most: 600 },
  p99Ms: { most: 3 },
  modelMb: { most: 30 },
  loadMs: { most: 200 },
} as const satisfies Record<string, Limit>;

/** Prints figures beside limits, writes the page and the JSON file, and ends with the JSON line. */
export function finishReport(
  name: string,
  figures: Readonly<Record<string, number>>,
  limits: Readonly<Record<string, Limit>>,
  parts: readonly Part[],
): { isOk: boolean } {
  const results = Object.entries(limits).map(([key, limit]) => {
    const value = figures[key] ?? Number.NaN;
    const isMet = 'least' in limit ? value >= limit.least : value <= limit.most;
    return { key, value, isMet, wanted: 'least' in limit ? `≥ ${limit.least}` : `≤ ${limit.most}` };
  });
  const head = ['figure', 'measured', 'to reach', ''];
  const lines = results.map(({ key, value, wanted, isMet }) => [key, value, wanted, isMet ? 'ok' : 'short']);
  if (lines.length > 0) console.log(`\n${table([head, ...lines])}`);
  const bars = Object.entries(limits).flatMap(([key, limit]) =>
    'least' in limit && limit.least <= 100
      ? [{ label: key, value: figures[key] ?? 0, target: limit.least }]
      : [],
  );
  const page = writePage(name, [
    ...(bars.length > 0 ? [{ kind: 'bars', title: 'Figures to reach', bars } as const] : []),
    ...(lines.length > 0
      ? [{ kind: 'table', title: 'Figures to reach', rows: [head, ...lines] } as const]
      : []),
    ...parts,
  ]);
  console.log(`page: ${page}`);
  const isOk = results.every(({ isMet }) => isMet);
  const json = JSON.stringify({ name, figures, limits, ok: isOk });
  writeFileSync(join(import.meta.dirname, '..', 'results', `${name}.json`), `${json}\n`);
  console.log(json);
  return { isOk };
}
