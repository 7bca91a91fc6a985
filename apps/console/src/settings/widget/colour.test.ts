import { expect, it } from 'vitest';
import { contrast, isColour, wordsOn } from './colour.ts';

it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  // Known values of WCAG's own examples.
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
])('%s on %s is %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

it('chooses words that can be read', () => {
  expect(wordsOn('#0e7c66')).toBe('#ffffff');
  expect(wordsOn('#ffd54a')).toBe('#16201d');
});

it('knows a colour', () => {
  expect(isColour('#0E7C66')).toBe(true);
  for (const text of ['0e7c66', '#fff', '#0e7c6g', 'red', '']) expect(isColour(text)).toBe(false);
});
