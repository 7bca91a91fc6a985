/**
 * `npm run generate`: database types, the OpenAPI document and docs/reference, all from their sources.
 * With --check nothing is written; the exit code says whether the committed files are true.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printOpenApi } from './reference/openapi.ts';
import {
  printApi,
  printConfiguration,
  printErrors,
  printEvents,
  printPermissions,
} from './reference/pages.ts';
import { printPerformance } from './reference/performance.ts';

const root = new URL('../', import.meta.url);
const isCheck = process.argv.includes('--check');

const FILES: Record<string, () => string> = {
  'docs/reference/openapi.json': printOpenApi,
  'docs/reference/api.md': printApi,
  'docs/reference/events.md': printEvents,
  'docs/reference/errors.md': printErrors,
  'docs/reference/configuration.md': printConfiguration,
  'docs/reference/permissions.md': printPermissions,
  'docs/reference/performance.md': printPerformance,
};

const stale: string[] = [];
for (const [name, print] of Object.entries(FILES)) {
  const path = fileURLToPath(new URL(name, root));
  const text = print();
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(name);
  if (isCheck) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
for (const tool of ['tools/generate-types.ts', 'tools/make-zh-tw.ts']) {
  const done = spawnSync(process.execPath, [tool, ...(isCheck ? ['--check'] : [])], {
    cwd: fileURLToPath(root),
    stdio: 'inherit',
  });
  if (done.status !== 0) stale.push(tool);
}
if (isCheck && stale.length > 0) {
  console.error(`Not what their sources say: ${stale.join(', ')}. Run: npm run generate`);
  process.exit(1);
}
if (!isCheck) console.log(stale.length === 0 ? 'Unchanged.' : `Written: ${stale.join(', ')}`);
