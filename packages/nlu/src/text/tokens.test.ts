import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROWTH_MAX, growthOf } from '../testing/growth.ts';
import { createSegmenter } from './segment.ts';
import { indexTokens, searchTokens } from './tokens.ts';

const finds = (text: string, query: string): boolean => {
  const index = new Set(indexTokens(text));
  const wanted = searchTokens(query);
  return wanted.length > 0 && wanted.every((token) => index.has(token));
};

const anyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom('退', '款', '快递', '精华液', 'Refund', "'", '\\', '\u0000', '\ud800', ' ', '７', 'é'),
    )
    .map((parts) => parts.join('')),
);

describe('index and search tokens', () => {
  it.each([
    ['我要申请退款', '退款'],
    ['这款面霜用完过敏', '面霜'],
    ['这款面霜用完过敏', '霜'],
    ['七天无理由退货', '无理由'],
    ['請問我的訂單何時發貨', '订单'],
    ['请问我的订单何时发货', '訂單'],
    ['订单号 ＱＨ２０２６０００１', 'qh20260001'],
    ['order QH-2026-0001 is late', 'QH20260001'],
    ['order QH-2026-0001 is late', 'QH-2026-0001'],
    ['顺丰SF1234567890123', '0123'],
    ['顺丰SF1234567890123', 'sf1234567890123'],
    ['The parcels were shipped', 'parcel shipping'],
    ['un café crème', 'cafe'],
    ['烟酰胺精华液30ml', '烟酰胺'],
    ['write to zhang.wei@example.com', 'zhang.wei@example.com'],
    ['申请退款怎么弄', '怎么退款'],
  ])('%s is found by %s', (text, query) => {
    expect(finds(text, query)).toBe(true);
  });

  it('does not find what is not there', () => {
    expect(finds('我要退货', '退款')).toBe(false);
    expect(finds('order 10', 'order 11')).toBe(false);
  });

  it('indexes words of the user dictionary', () => {
    const segmenter = createSegmenter(['清和亮肤精华', 'two words', '']);
    expect(indexTokens('买了清和亮肤精华', { segmenter })).toContain('清和亮肤精华');
  });

  it('leaves grammar words out of a query unless they are all there is', () => {
    expect(searchTokens('我的快递到哪了')).toEqual(['快递']);
    expect(searchTokens('我的')).not.toEqual([]);
  });

  it('gives only letters, marks and digits, bounded, for any string', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        for (const token of [...indexTokens(text), ...searchTokens(text)]) {
          expect(token).toMatch(/^[\p{L}\p{M}\p{N}]{1,64}$/u);
          expect(token.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('never gives an empty search for a query with a letter or digit, and a text finds itself', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        if (/[\p{L}\p{N}]/u.test(text.toWellFormed())) expect(searchTokens(text)).not.toEqual([]);
        const index = new Set(indexTokens(text));
        for (const token of searchTokens(text)) expect(index).toContain(token);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every Chinese word of two characters inside a text', () => {
    const han = fc.string({
      unit: fc.constantFrom(...'我要退款货快递精华液面霜过敏发票的了怎么'),
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(han, fc.nat(), (text, at) => {
        const from = at % (text.length - 1);
        expect(finds(text, text.slice(from, from + 2))).toBe(true);
      }),
    );
  });

  it('answers a megabyte of anything within bounded time, bounded in tokens', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20000)));
    for (const unit of [
      '退',
      'a',
      '7',
      '退款啊',
      'ab ',
      '\ud800',
      "'",
      'é',
      '한',
      'ー',
      '-a',
      'a1',
      all.join(''),
    ]) {
      const growth = growthOf(unit, (text) => {
        expect(indexTokens(text).length).toBeLessThanOrEqual(10_000);
        expect(searchTokens(text).length).toBeLessThanOrEqual(32);
      });
      expect(growth, unit.slice(0, 5)).toBeLessThan(GROWTH_MAX);
    }
  }, 60_000);
});
