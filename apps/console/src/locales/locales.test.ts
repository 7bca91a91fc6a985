import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Strings = { [key: string]: string | Strings };
const here = import.meta.dirname;
const source = join(here, '..');

/** Chinese has one plural form, English two: `x_one` and `x_other` stand for `x`. */
const plain = (key: string) => key.replace(/_(one|other)$/, '');

function flatten(tree: Strings, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[before + key, value] as [string, string]]
      : flatten(value, `${before}${key}.`),
  );
}

function read(language: string): Map<string, string> {
  const strings = new Map<string, string>();
  for (const file of readdirSync(join(here, language))) {
    const tree = JSON.parse(readFileSync(join(here, language, file), 'utf8')) as Strings;
    for (const [key, value] of flatten(tree)) strings.set(plain(`${file.split('.')[0]}:${key}`), value);
  }
  return strings;
}

const variables = (text: string) => new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]!));
const chinese = read('zh-CN');
const english = read('en');
const taiwan = read('zh-TW');

describe('languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect([...taiwan.keys()].sort()).toEqual([...chinese.keys()].sort());
  });
  it('use the same variables', () => {
    const different = [...chinese].filter(([key, text]) => {
      const theirs = variables(english.get(key) ?? '');
      // A count may be left unsaid in one language.
      return [...variables(text)].some((name) => name !== 'count' && !theirs.has(name));
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });
  it('have no empty string', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '');
    expect(empty.map(([key]) => key)).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [path] : [];
  });
}

describe('source', () => {
  it('names only strings that exist', () => {
    const missing: string[] = [];
    for (const path of sources(source)) {
      const code = readFileSync(path, 'utf8');
      const own = /useTranslation\(\s*'([\w-]+)'/.exec(code)?.[1] ?? 'common';
      for (const [, name, key] of code.matchAll(/\b(t|say)\(\s*'([\w:.-]+)'/g)) {
        const full = key!.includes(':') ? key! : `${name === 'say' ? 'inbox' : own}:${key}`;
        // A file with several components may speak from `common` in one and its own in another.
        if (!chinese.has(full) && !chinese.has(`common:${key}`)) missing.push(`${path}: ${full}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
