import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROWTH_MAX, growthOf } from '../testing/growth.ts';
import { createEntityFinder, type Entity } from './index.ts';

const finder = createEntityFinder({ product: ['积雪草舒缓精华', 'Cica Calming Serum'], colour: ['02豆沙'] });
const pieces = fc.constantFrom(
  ...'3天前 上周 ¥12 SF1403358271902 13812345678 双十一 两瓶 浙江 two weeks Nov 11 @a.com 第 号 月 半 . - 00 😀 \ud800 \udc00 豆沙 İ ﬀ Ａ'.split(
    ' ',
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 })
    .map((codes) => String.fromCharCode(...codes)),
);

function checkSpans(text: string, found: readonly Entity[]): void {
  let last = 0;
  for (const { start, end, text: written, confidence } of found) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(written).toBe(text.slice(start, end));
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    last = end;
  }
}

describe('entity finder on any text', () => {
  it('never throws, and spans lie in the text without overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        checkSpans(text, finder.find(text));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['digits', '1'],
    ['letters', 'a'],
    ['one Han character', '三'],
    ['a broken surrogate', '\ud800'],
    ['spaces', ' '],
    ['numbers with spaces', '123 '],
    ['mail-like', 'a.a@'],
    ['names', '积雪草'],
  ])('answers a megabyte of %s in bounded time', (_, unit) => {
    expect(growthOf(unit, (text) => checkSpans(text, finder.find(text)))).toBeLessThan(GROWTH_MAX);
  });
});
