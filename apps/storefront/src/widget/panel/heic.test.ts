import { expect, it } from 'vitest';
import { isHeic } from './heic.ts';

it.each([
  ['IMG_0001.HEIC', '', true],
  ['IMG_0001.heif', '', true],
  ['photo', 'image/heic', true],
  ['photo', 'image/heif-sequence', true],
  ['heic.png', 'image/png', false],
  ['theic', '', false],
])('%s of type "%s"', (name, type, expected) => {
  expect(isHeic({ name, type })).toBe(expected);
});
