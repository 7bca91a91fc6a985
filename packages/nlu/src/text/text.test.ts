import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROWTH_MAX, growthOf } from '../testing/growth.ts';
import { countScripts, detectLanguage } from './detect.ts';
import { spellingDistance } from './distance.ts';
import { foldText, normaliseText } from './normalise.ts';
import { blurSound, pinyinOf, soundsAlike } from './pinyin.ts';
import { toSimplified } from './simplify.ts';

const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

describe('language', () => {
  it.each([
    ['我的快递到哪了', 'zh-CN'],
    ['請問我的訂單什麼時候出貨', 'zh-TW'],
    ['where is my parcel', 'en'],
    ['退款 please', 'zh-CN'],
    ['我的 order 还没 arrive', 'zh-CN'],
    ['注文はいつ届きますか', 'ja'],
    ['주문이 언제 도착하나요', 'ko'],
    ['Где моя посылка', 'ru'],
    ['12345 !!!', 'und'],
    ['', 'und'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  it('counts scripts', () => {
    expect(countScripts('退款ab12😀')).toEqual({ han: 2, latin: 2, digit: 2, emoji: 1 });
  });
});

describe('normalising', () => {
  it.each([
    ['ＡＢＣ１２３', 'ABC123'],
    ['sooooo good', 'soo good'],
    ['啊啊啊啊啊快点', '啊啊快点'],
    ['单号 10000007', '单号 10000007'],
    ['看 https://a.example/b?c=1 这个', '看 这个'],
    ['請退款 :(', '请退款 🙁'],
    ['zero\u200bwidth', 'zerowidth'],
    ['👍🏿', '👍'],
  ])('%s becomes %s', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it('accepts any string, gives well-formed text and is stable', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(normaliseText(text).isWellFormed()).toBe(true);
        expect(foldText(text).isWellFormed()).toBe(true);
        expect(toSimplified(text)).toHaveLength(text.length);
        detectLanguage(text);
      }),
    );
  });

  it('takes a megabyte within bounded time', () => {
    for (const unit of ['退', 'a', ':)', 'http://', '\ud800', '😀']) {
      const growth = growthOf(unit, (text) => {
        normaliseText(text);
        detectLanguage(text);
      });
      expect(growth, unit).toBeLessThan(GROWTH_MAX);
    }
  }, 30_000);
});

describe('typos', () => {
  it.each([
    ['refund', 'refund', 0],
    ['refund', 'refudn', 1],
    ['kitten', 'sitting', 3],
    ['退款', '退宽', 1],
    ['', 'abc', 3],
  ])('%s and %s are %d apart', (a, b, distance) => {
    expect(spellingDistance(a, b)).toBe(distance);
    expect(spellingDistance(b, a)).toBe(distance);
  });

  it('stops at the most that is asked for', () => {
    expect(spellingDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });

  it('hears 退宽 as 退款', () => {
    expect(pinyinOf('款')).toBe('kuan');
    expect(pinyinOf('a')).toBeUndefined();
    expect(soundsAlike('退宽', '退款')).toBe(true);
    expect(soundsAlike('退货', '退款')).toBe(false);
    expect(blurSound('zhang')).toBe('zan');
  });

  it('accepts any string', () => {
    fc.assert(
      fc.property(anyString, anyString, (a, b) => {
        expect(spellingDistance(a, b)).toBeGreaterThanOrEqual(0);
        soundsAlike(a, b);
      }),
    );
  });
});
