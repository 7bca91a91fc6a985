import { describe, expect, it } from 'vitest';
import { hasShopFile, readShopRows } from './corpus.ts';
import { measureOverlap, overlapBound, sharedSituations } from './overlap.ts';

describe('overlap', () => {
  it('finds a rewording and leaves a new sentence', () => {
    const train = [{ id: 'a', text: '我的快递三天没动了，是不是丢了' }];
    const near = measureOverlap([{ id: 'x', text: '我的快递五天没动了，是不是丢了？' }], train);
    expect(near.max).toBeGreaterThan(0.5);
    const far = measureOverlap([{ id: 'y', text: '请问积雪草精华孕妇能不能用' }], train);
    expect(far.tooNear).toEqual([]);
  });

  it('takes a new order number for the same sentence', () => {
    const { tooNear } = measureOverlap(
      [{ id: 'x', text: '帮我查订单 2026110500216 到哪里了' }],
      [{ id: 'a', text: '帮我查订单 88771 到哪里了' }],
    );
    expect(tooNear).toHaveLength(1);
  });

  it('knows situations that stand in two sets', () => {
    expect(sharedSituations([{ situation: 's1' }], [{ situation: 's1' }, { situation: 's2' }])).toEqual([
      's1',
    ]);
  });
});

describe.skipIf(!hasShopFile('test.jsonl') || !hasShopFile('train.jsonl'))('the shop corpus', () => {
  const sets = [
    ['validation', 'train'],
    ['test', 'train'],
    ['test', 'validation'],
  ] as const;
  it.each(sets)(
    '%s holds no rewording of %s',
    (set, other) => {
      const { tooNear, compared } = measureOverlap(readShopRows(set), readShopRows(other));
      expect(compared).toBeGreaterThan(0);
      // Ids alone: nobody is to read test rows while developing.
      expect(
        tooNear.map(({ id, other: near, jaccard }) => `${id}~${near} ${jaccard.toFixed(2)}`),
        `bound ${overlapBound}`,
      ).toEqual([]);
      expect(sharedSituations(readShopRows(set), readShopRows(other))).toEqual([]);
    },
    60_000,
  );

  it.each(['train', 'validation', 'test'] as const)(
    '%s has spans that lie in their texts',
    (set) => {
      for (const { id, text, entities } of readShopRows(set)) {
        for (const { start, end, text: written } of entities)
          expect(`${id} ${text.slice(start, end)}`).toBe(`${id} ${written}`);
      }
    },
    60_000,
  );
});
