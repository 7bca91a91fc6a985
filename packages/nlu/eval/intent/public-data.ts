import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IntentExample } from '../../src/intent/index.ts';
import { parseCsv } from '../shop/table-file.ts';

/** Public sets beside the repository; see its README for sources and licences. Not part of the product. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'data', 'intent');

const read = (...path: string[]): string => readFileSync(join(FOLDER, ...path), 'utf8');

export type ClincPart = 'train' | 'val' | 'test' | 'oos_train' | 'oos_val' | 'oos_test';

/** CLINC150 (Larson et al. 2019), full or small. */
export function readClinc(size: 'full' | 'small'): Record<ClincPart, IntentExample[]> {
  const data = JSON.parse(read('clinc150', `data_${size}.json`)) as Record<ClincPart, [string, string][]>;
  return Object.fromEntries(
    Object.entries(data).map(([part, rows]) => [part, rows.map(([text, intent]) => ({ text, intent }))]),
  ) as Record<ClincPart, IntentExample[]>;
}

/** HWU64 (Liu et al. 2021) as split in the comparison of 2021: `small` 10 rows an intent, `large` 30. */
export function readHwu64(size: 'small' | 'large', part: 'train' | 'test'): IntentExample[] {
  return read('hwu64-saas', `hwu_${size}_${part}.csv`)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      // The text is not quoted, though it may have commas: everything after the second one.
      const [intent = '', , ...text] = line.split(',');
      return { intent, text: text.join(',').replace(/^"|"$/g, '') };
    });
}

/** HINT3 Curekart (Arora et al. 2020); its label for out of scope becomes `oos`. */
export function readCurekart(part: 'train' | 'test'): IntentExample[] {
  return parseCsv(read('hint3-curekart', `${part}.csv`))
    .slice(1)
    .map(([text = '', label = '']) => ({ text, intent: label === 'NO_NODES_DETECTED' ? 'oos' : label }));
}

export interface PublishedPoint {
  readonly inScope: number;
  readonly recall: number;
  readonly mcc: number;
}

/** What the HINT3 paper published for one system, a point for each threshold; shares. */
export function readPublished(system: string): PublishedPoint[] {
  const [head = [], ...rows] = parseCsv(read('hint3-curekart', 'published', `${system}_curekart.csv`));
  const column = (name: string): number => head.indexOf(name);
  return rows.map((row) => ({
    inScope: Number(row[column('Inscope Accuracy')]),
    recall: Number(row[column('OOS Recall')]),
    mcc: Number(row[column('MCC')]),
  }));
}
