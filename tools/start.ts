/** `npm start`: front ends built if need be, then the server with whatever arguments were given. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const built = spawnSync(process.execPath, ['tools/build.ts', '--if-stale'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
await import('../apps/server/src/main.ts');
