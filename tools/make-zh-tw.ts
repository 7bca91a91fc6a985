/**
 * Makes the console's Traditional Chinese from the Simplified one: wording of Taiwan (twp), keys and
 * `{{variables}}` untouched. `--check` only compares and fails when a file is out of date.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter, CustomConverter } from 'opencc-js';

type Strings = { [key: string]: string | Strings };

/**
 * Words that the dictionary leaves, or turns into something nobody says at a Taiwanese service desk.
 * Applied after the conversion.
 */
const amend = CustomConverter([
  ['鏈接', '連結'],
  ['賬號', '帳號'],
  ['帳戶', '帳號'],
  ['粘貼', '貼上'],
]);
const toTaiwan = Converter({ from: 'cn', to: 'twp' });
const convert = (text: string) => amend(toTaiwan(text));

function convertTree(tree: Strings): Strings {
  const out: Strings = {};
  for (const [key, value] of Object.entries(tree))
    out[key] =
      typeof value === 'string'
        ? value
            .split(/(\{\{[^}]*\}\}|<[^>]*>)/)
            .map((part, index) => (index % 2 === 0 ? convert(part) : part))
            .join('')
        : convertTree(value);
  return out;
}

const locales = join(import.meta.dirname, '../apps/console/src/locales');
const isCheck = process.argv.includes('--check');
const target = join(locales, 'zh-TW');
mkdirSync(target, { recursive: true });

const stale: string[] = [];
const wanted = new Set<string>();
for (const file of readdirSync(join(locales, 'zh-CN'))) {
  const name = file.replace(/\.json$/, '.gen.json');
  wanted.add(name);
  const source = JSON.parse(readFileSync(join(locales, 'zh-CN', file), 'utf8')) as Strings;
  const text = `${JSON.stringify(convertTree(source), null, 2)}\n`;
  const path = join(target, name);
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (before === text) continue;
  stale.push(name);
  if (!isCheck) writeFileSync(path, text);
}
for (const file of readdirSync(target))
  if (!wanted.has(file)) {
    stale.push(file);
    if (!isCheck) rmSync(join(target, file));
  }

if (stale.length > 0) console.log(`${isCheck ? 'out of date' : 'written'}: ${stale.join(', ')}`);
if (isCheck && stale.length > 0) process.exit(1);
