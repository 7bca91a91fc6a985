import { expect, it } from 'vitest';
import { same } from './use-draft.ts';

it.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  ['1', 1, false],
  [Number.NaN, Number.NaN, true],
])('%j and %j', (a, b, isSame) => {
  expect(same(a, b)).toBe(isSame);
  expect(same(b, a)).toBe(isSame);
});
