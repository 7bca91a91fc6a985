import { describe, expect, it } from 'vitest';
import { spelledRight } from './lexicon/spelling.ts';
import { chooseThreshold, type Judged } from './threshold.ts';
import { wordsOf } from './words.ts';

const spread = (n: number, low: number, high: number, inScope: boolean): Judged[] =>
  Array.from({ length: n }, (_, i) => ({
    trust: low + ((high - low) * (i + 0.5)) / n,
    isRight: inScope,
    inScope,
  }));

describe('threshold', () => {
  const rows = [...spread(1_000, 0.2, 1, true), ...spread(200, 0, 0.6, false)];
  const figuresAt = (threshold: number): [accuracy: number, recall: number] => [
    rows.filter((row) => row.inScope && row.trust >= threshold).length / 1_000,
    rows.filter((row) => !row.inScope && row.trust < threshold).length / 200,
  ];

  it('keeps both goals when both can be kept, with room on either side', () => {
    const [accuracy, recall] = figuresAt(
      chooseThreshold(rows, { goals: { inScopeAccuracy: 0.85, outOfScopeRecall: 0.35 } }),
    );
    expect(accuracy).toBeGreaterThan(0.86);
    expect(recall).toBeGreaterThan(0.37);
  });

  it('moves to the side of the harder goal', () => {
    const careful = chooseThreshold(rows, { goals: { inScopeAccuracy: 0.95, outOfScopeRecall: 0.3 } });
    const strict = chooseThreshold(rows, { goals: { inScopeAccuracy: 0.7, outOfScopeRecall: 0.7 } });
    expect(careful).toBeLessThan(strict);
  });

  it('loses no more right answers than may be lost', () => {
    const [accuracy] = figuresAt(chooseThreshold(rows, { mayLose: 0.02 }));
    expect(accuracy).toBeCloseTo(0.98, 5);
  });

  it('gives the most right answers without a wish, and 0 without rows', () => {
    const threshold = chooseThreshold(rows);
    const right = (at: number): number => figuresAt(at)[0] * 1_000 + figuresAt(at)[1] * 200;
    for (const other of [0, 0.1, 0.3, 0.5, 0.7])
      expect(right(threshold)).toBeGreaterThanOrEqual(right(other));
    expect(chooseThreshold([])).toBe(0);
  });
});

describe('reading English', () => {
  it.each([
    ['recieved', 'received'],
    ['exchnage', 'exchange'],
    ['delivry', 'delivery'],
    ['expacted', 'expected'],
    ['orignal', 'original'],
  ])('%s is a slip of %s', (slip, word) => {
    expect(spelledRight(slip)).toBe(word);
  });

  it.each(['toner', 'mouth', 'carrier', 'chance', 'order', 'glow', 'qwxyzk', '退款'])('%s stays', (word) => {
    expect(spelledRight(word)).toBe(word);
  });

  it('cuts Latin letters from the Chinese beside them', () => {
    expect(wordsOf('app付不了').map(({ form }) => form)).toEqual(
      ['app', '付不了'].flatMap((part) => wordsOf(part).map(({ form }) => form)),
    );
  });

  it('knows times, measures and dictated initials', () => {
    const stems = wordsOf('at 8am or 7:30 p.m. on the 15th, 2kg of i. b. m.').map(({ stem }) => stem);
    expect(stems).toEqual(['at', '#time', 'or', '#time', 'pm', 'on', 'the', '#nth', '#measure', 'of', 'ibm']);
  });
});
