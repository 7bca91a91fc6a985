import { expect, test } from 'vitest';
import { toLanguage, toTheme } from './script-tag.ts';

test.each([
  ['zh', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['ende', null],
  ['fr', null],
  ['', null],
  [undefined, null],
])('%j is read as %s', (tag, language) => {
  expect(toLanguage(tag)).toBe(language);
});

test('a theme is one of three, whatever is handed in', () => {
  expect(['system', 'light', 'dark'].map(toTheme)).toEqual(['system', 'light', 'dark']);
  expect([toTheme('blue'), toTheme(1), toTheme(null)]).toEqual([null, null, null]);
});
