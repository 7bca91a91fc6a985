/**
 * Builds what runs in browsers: the console and the storefront. With --if-stale only what has changed
 * since its last build.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SHARED = ['packages/contracts/src', 'packages/sync/src', 'package-lock.json'];
const TARGETS = [
  { name: 'console', folder: 'apps/console', command: ['vite', 'build', '--logLevel', 'warn'] },
  { name: 'storefront', folder: 'apps/storefront', command: ['node', 'tools/build.ts'] },
];

function* files(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    yield* files(join(path, entry.name));
  }
}

/** What a build depends on, as one hash of contents: times of files change with every clone. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const source of [folder, ...SHARED])
    for (const file of files(join(root, source)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

for (const { name, folder, command } of TARGETS) {
  const stamp = join(root, folder, 'dist/.built-from');
  const wanted = fingerprint(folder);
  const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (process.argv.includes('--if-stale') && isFresh) continue;
  const [program, ...args] = command as [string, ...string[]];
  const done = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: join(root, folder),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error(`Building ${name} failed.`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
