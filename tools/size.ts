/** `npm run size`: what browsers download, as gzip. Fails above the limits. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { report } from '../bench/report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const gzipKb = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length / 1_024;

/** The widget: its loader comes with the shop's page; the panel and one language when it opens. */
function widget(): { before: number; total: number } {
  const dist = join(root, 'apps/storefront/dist');
  const { loader, chunks } = JSON.parse(readFileSync(join(dist, 'widget/files.json'), 'utf8')) as {
    loader: string;
    chunks: Record<string, string>;
  };
  const before = gzipKb(join(dist, loader));
  const panel = gzipKb(join(dist, chunks.panel!));
  const named = new Set(Object.values(chunks));
  // Chunks that Vite made besides the named ones are needed by the panel.
  const shared = readdirSync(join(dist, 'widget'))
    .filter((f) => f.endsWith('.js') && !named.has(`widget/${f}`))
    .reduce((sum, f) => sum + gzipKb(join(dist, 'widget', f)), 0);
  const languages = Object.entries(chunks)
    .filter(([name]) => name !== 'panel')
    .map(([, file]) => gzipKb(join(dist, file)));
  return { before, total: before + panel + shared + Math.max(...languages) };
}

/** Scripts that the console's page asks for before anything is clicked: its entry and what that imports. */
function consoleFirstLoad(): number {
  const dist = join(root, 'apps/console/dist');
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const wanted = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((m) => m[1]!);
  const seen = new Set<string>();
  let sum = 0;
  for (let file = wanted.pop(); file; file = wanted.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const source = readFileSync(join(dist, file), 'utf8');
    sum += gzipKb(join(dist, file));
    // Static imports only: import("…") is loaded when it is needed.
    for (const m of source.matchAll(
      /(?:^|[;}\s])(?:import|export)(?:[^"'();]*?from)?\s*["']\.\/([^"']+\.js)["']/g,
    ))
      wanted.push(`assets/${m[1]}`);
  }
  return sum;
}

/** The sign-in page and the inbox are lazy: what a signed-in agent downloads until the inbox stands. */
const { before, total } = widget();
report(
  'size',
  { widget_before_open_kb: before, widget_total_kb: total, console_first_load_kb: consoleFirstLoad() },
  {
    widget_before_open_kb: { max: 30, unit: 'KB' },
    widget_total_kb: { max: 60, unit: 'KB' },
    console_first_load_kb: { max: 400, unit: 'KB' },
  },
);
