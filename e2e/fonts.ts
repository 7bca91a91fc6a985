import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const TEXT = '@expo-google-fonts/noto-sans-sc';
const EMOJI = '@expo-google-fonts/noto-color-emoji';
const FOLDERS = [
  [TEXT, '400Regular'],
  [TEXT, '500Medium'],
  [TEXT, '600SemiBold'],
  [TEXT, '700Bold'],
  [EMOJI, '400Regular'],
] as const;

/**
 * A fonts.conf for fontconfig that knows two families from npm, Noto Sans SC and its emoji, and
 * gives them for every name asked: pages look the same on every machine, whatever fonts it has.
 */
export function makeFontsConf(): { path: string; remove: () => void } {
  const { resolve } = createRequire(import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-fonts-'));
  mkdirSync(join(folder, 'cache'));
  const path = join(folder, 'fonts.conf');
  const directories = FOLDERS.map(
    ([name, weight]) => `  <dir>${join(dirname(resolve(`${name}/package.json`)), weight)}</dir>`,
  ).join('\n');
  writeFileSync(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${directories}
  <cachedir>${join(folder, 'cache')}</cachedir>
  <match target="pattern"><edit name="family" mode="append_last" binding="strong"><string>Noto Sans SC</string></edit></match>
</fontconfig>
`,
  );
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
