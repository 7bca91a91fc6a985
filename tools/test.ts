/**
 * `npm test`: check, then every test: units, server on a real PostgreSQL, journeys in the real browser,
 * kills under load. Closes with the line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './check.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'xiaoer-test-'));
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const shell = process.platform === 'win32';

/** Front ends as they are served: the journeys look at built pages. */
const built = spawnSync(bin('node'), ['tools/build.ts', '--if-stale'], {
  cwd: root,
  stdio: 'inherit',
  shell,
});
const failedChecks = built.status === 0 ? await check() : ['build'];

let passed = 0;
let failed = failedChecks.length;
// One after another: the browser and the kills want the machine for themselves.
for (const projects of [['unit', 'server'], ['e2e'], ['chaos']]) {
  const output = join(folder, `${projects[0]}.json`);
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
    ...projects.flatMap((p) => ['--project', p]),
  ];
  const done = spawnSync(bin('vitest'), args, { cwd: root, stdio: 'inherit', shell });
  try {
    const result = JSON.parse(readFileSync(output, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numFailedTestSuites: number;
    };
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A file that could not even be loaded has no test that failed.
    if (done.status !== 0 && result.numFailedTests === 0) failed += Math.max(1, result.numFailedTestSuites);
  } catch {
    failed++;
  }
}
rmSync(folder, { recursive: true, force: true });
if (failedChecks.length > 0) console.log(`check failed: ${failedChecks.join('; ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
