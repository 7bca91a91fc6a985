import { expect, test } from 'vitest';
import { fileSize, format, isEmojiOnly } from './format.ts';

test('values take their places, in whatever order, as plain text', () => {
  expect(format('{name}：{text}', { text: '<b>', name: '$&' })).toBe('$&：<b>');
  expect(format('{missing}')).toBe('{missing}');
});

test.each([
  [820, '820 B'],
  [1536, '1.5 KB'],
  [20 * 1024 * 1024, '20 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});

test.each([
  ['👍', true],
  ['🙏🏽 👨‍👩‍👧', true],
  ['1', false],
  ['👍好', false],
  ['👍👍👍👍', false],
  ['', false],
])('%j is only emoji: %s', (text, is) => {
  expect(isEmojiOnly(text)).toBe(is);
});
