import { expect, it } from 'vitest';
import { stem } from './stem.ts';

it.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['cats', 'cat'],
  ['agreed', 'agre'],
  ['plastered', 'plaster'],
  ['motoring', 'motor'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['relational', 'relat'],
  ['conditional', 'condit'],
  ['operator', 'oper'],
  ['electrical', 'electr'],
  ['hopefulness', 'hope'],
  ['adoption', 'adopt'],
  ['effective', 'effect'],
  ['controlling', 'control'],
  ['refunded', 'refund'],
  ['refunds', 'refund'],
  ['sky', 'sky'],
  ['is', 'is'],
  ['退款', '退款'],
  ['', ''],
])('the stem of %s is %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});
