/** `npm run bench -- NAME`: runs bench/NAME.ts; without a name says which there are. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const name = process.argv[2] ?? '';
const folder = new URL('../bench/', import.meta.url);
const known = ['message-path', 'event-log', 'sockets', 'inbox', 'start'].filter((n) =>
  existsSync(new URL(`${n}.ts`, folder)),
);
if (!known.includes(name)) {
  console.error(`npm run bench -- ${known.join(' | ')}`);
  process.exit(2);
}
await import(fileURLToPath(new URL(`${name}.ts`, folder)));
