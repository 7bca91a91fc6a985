import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

/**
 * Browsers of 2022 and later; WeChat's own browser among them. No plugins: JSX becomes Preact calls by the
 * compiler that Vite brings.
 */
const common = {
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} satisfies InlineConfig;
const target = ['chrome96', 'safari15.4', 'firefox102'];

function outputOf(result: Awaited<ReturnType<typeof build>>): Rolldown.OutputChunk[] {
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((file) => file.type === 'chunk');
}

/** The panel and the languages: ES modules with hashed names. Answers entry name → file name. */
async function buildChunks(): Promise<Record<string, string>> {
  const result = await build({
    ...common,
    build: {
      target,
      outDir: dist,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: {
          panel: `${root}src/widget/panel/index.tsx`,
          'zh-CN': `${root}src/widget/locales/zh-cn.ts`,
          'zh-TW': `${root}src/widget/locales/zh-tw.gen.ts`,
          en: `${root}src/widget/locales/en.ts`,
        },
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: 'widget/[name]-[hash].js',
          chunkFileNames: 'widget/[name]-[hash].js',
        },
      },
    },
  });
  return Object.fromEntries(
    outputOf(result)
      .filter((chunk) => chunk.isEntry)
      .map((chunk) => [chunk.name, chunk.fileName]),
  );
}

/** The loader: one classic script with a stable name, since shops' pages carry its address for years. */
async function buildLoader(chunks: Record<string, string>): Promise<void> {
  await build({
    ...common,
    define: { CHUNKS: JSON.stringify(chunks) },
    build: {
      target,
      outDir: dist,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: `${root}src/widget/loader/main.ts`,
        output: { format: 'iife', entryFileNames: 'widget.js' },
      },
    },
  });
}

/** The demo shop, an ordinary page at /shop that knows nothing of the widget but its script tag. */
async function buildShop(): Promise<void> {
  await build({
    ...common,
    root: `${root}src/shop`,
    base: '/shop/',
    build: {
      target,
      outDir: `${dist}/shop`,
      emptyOutDir: true,
      modulePreload: false,
      // Names without a hash: the demo's server holds the page in memory and is not cached by browsers.
      rolldownOptions: {
        output: { entryFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
      },
    },
  });
}

async function buildAll(): Promise<void> {
  mkdirSync(dist, { recursive: true });
  rmSync(`${dist}/widget`, { recursive: true, force: true });
  const chunks = await buildChunks();
  await buildLoader(chunks);
  await buildShop();
  const size = readFileSync(`${dist}/widget.js`).length;
  // For tools/size.ts: which files come before the panel opens and which with it.
  writeFileSync(`${dist}/widget/files.json`, `${JSON.stringify({ loader: 'widget.js', chunks }, null, 2)}\n`);
  console.log(
    `storefront built: widget.js ${(size / 1024).toFixed(1)} KB, chunks ${Object.values(chunks).join(', ')}`,
  );
}

await buildAll();
if (process.argv.includes('--watch')) {
  let timer: NodeJS.Timeout | undefined;
  watch(`${root}src`, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => buildAll().catch((error) => console.error(error)), 150);
  });
  console.log('watching apps/storefront/src');
}
