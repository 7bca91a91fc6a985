import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderTraditional } from '../../../tools/make-zh-tw.ts';
import { LOADER_TEXTS } from '../loader/texts.ts';
import en from './en.ts';
import zhCN, { type Locale, type TextKey } from './zh-cn.ts';
import zhTW from './zh-tw.gen.ts';

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const keys = Object.keys(zhCN) as TextKey[];

test.each<[string, Locale]>([
  ['en', en],
  ['zh-TW', zhTW],
])('%s has the keys and places of zh-CN, and no empty text', (_name, locale) => {
  expect(Object.keys(locale)).toEqual(keys);
  for (const key of keys) {
    expect(locale[key].trim(), key).not.toBe('');
    expect(places(locale[key]), key).toEqual(places(zhCN[key]));
  }
});

test('the loader speaks the same languages with the same places', () => {
  for (const key of Object.keys(LOADER_TEXTS['zh-CN']) as (keyof (typeof LOADER_TEXTS)['zh-CN'])[]) {
    for (const language of ['zh-TW', 'en'] as const) {
      expect(places(LOADER_TEXTS[language][key]), key).toEqual(places(LOADER_TEXTS['zh-CN'][key]));
    }
  }
});

test('the committed zh-TW is what zh-CN gives today', () => {
  const file = new URL('./zh-tw.gen.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(renderTraditional(zhCN));
});

test('English has no Han characters and Chinese no half-width sentence marks', () => {
  for (const key of keys) {
    expect(en[key], key).not.toMatch(/\p{Script=Han}/u);
    if (key !== 'emailPlaceholder') expect(zhCN[key], key).not.toMatch(/\p{Script=Han}[,.!?;:]/u);
  }
});
