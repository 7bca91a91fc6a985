/** `npm run dev`: the demo server and both front ends, each reloading by itself when its files change. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const children = [
  spawn(bin('node'), ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts', '--demo'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  }),
  spawn(bin('node'), ['tools/build.ts', '--watch'], { cwd: join(root, 'apps/storefront'), stdio: 'inherit' }),
  spawn(bin('vite'), [], { cwd: join(root, 'apps/console'), stdio: 'inherit' }),
];
console.log('console with reload: http://127.0.0.1:7310/');
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
