import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { GROWTH_MAX, growthOf } from '../testing/growth.ts';
import {
  type KnowledgeEntry,
  KnowledgeIndex,
  learnShopRelations,
  loadRetrieval,
  saveRetrieval,
  trainRetrieval,
} from './index.ts';

const entries: KnowledgeEntry[] = [
  {
    id: 'ship',
    lang: 'zh',
    title: '付款后多久发货',
    questions: ['今天下单今天能发出吗'],
    answer: '16点前付款当天发出。',
    tags: ['发货'],
  },
  {
    id: 'fee',
    lang: 'zh',
    title: '包邮条件和运费',
    questions: ['满多少包邮'],
    answer: '满99元包邮。',
    tags: ['运费'],
  },
  {
    id: 'lost',
    lang: 'zh',
    title: '快递丢了怎么处理',
    questions: ['包裹丢失怎么赔'],
    answer: '丢件我们补发或退款。',
    tags: ['丢件'],
  },
  {
    id: 'retinol',
    lang: 'zh',
    title: 'A醇和酸能一起用吗',
    questions: ['视黄醇和水杨酸冲突吗'],
    answer: '不建议同一晚使用。',
    tags: ['成分'],
  },
  {
    id: 'fee-en',
    lang: 'en',
    title: 'Domestic shipping fee',
    questions: ['How much is postage?'],
    answer: 'Free over ¥99.',
    tags: ['shipping'],
  },
  {
    id: 'broken-en',
    lang: 'en',
    title: 'Broken or leaking on arrival',
    questions: ['My bottle arrived broken'],
    answer: 'Send a photo and we replace it.',
    tags: [],
  },
];
let index: KnowledgeIndex;
beforeAll(() => {
  index = new KnowledgeIndex(entries);
});

describe('search', () => {
  it.each([
    ['什么时候给我寄', 'ship'],
    ['邮费多少', 'fee'],
    ['郵費多少', 'fee'],
    ['我的件被搞丢了', 'lost'],
    ['夜曲和棉片能不能一起', 'retinol'],
    ['how much for postage', 'fee-en'],
    ['the cap snapped and it leaked', 'broken-en'],
  ])('%s finds %s', (question, id) => {
    expect(index.search(question).hits[0]?.id).toBe(id);
  });

  it('says which terms matched, and in what other words', () => {
    const [hit] = index.search('邮资多少').hits;
    const synonym = hit?.matched.find(({ term }) => term === '邮资');
    expect(synonym?.via).toMatch(/包邮|运费/);
    expect(synonym?.fields).toContain('title');
    const shares = hit?.matched.reduce((sum, { share }) => sum + share, 0) ?? 0;
    expect(shares).toBeLessThanOrEqual(1.0001);
  });

  it('trusts an answer more than none', () => {
    expect(index.search('明天股市涨不涨').noAnswer).toBeGreaterThan(index.search('包裹丢失怎么赔').noAnswer);
    expect(index.search('').hits).toEqual([]);
    expect(index.search('').noAnswer).toBe(1);
  });
});

describe('entries come and go', () => {
  it('is found at once when added, and gone at once when removed', () => {
    const own = new KnowledgeIndex(entries);
    expect(own.search('刻字服务').hits.some(({ id }) => id === 'engrave')).toBe(false);
    own.add({
      id: 'engrave',
      title: '口红刻字',
      questions: ['刻字服务怎么下单'],
      answer: '可刻8个字母。',
      tags: [],
    });
    expect(own.search('刻字服务').hits[0]?.id).toBe('engrave');
    expect(own.size).toBe(entries.length + 1);
    expect(own.remove('engrave')).toBe(true);
    expect(own.remove('engrave')).toBe(false);
    expect(own.search('刻字服务').hits.some(({ id }) => id === 'engrave')).toBe(false);
  });

  it('replaces an entry of the same id', () => {
    const own = new KnowledgeIndex(entries);
    own.add({ id: 'fee', title: '门店营业时间', questions: [], answer: '10点到22点。', tags: [] });
    expect(own.size).toBe(entries.length);
    expect(own.search('门店几点开门').hits[0]?.id).toBe('fee');
  });

  it('learns a new way to ask', () => {
    const own = new KnowledgeIndex(entries);
    expect(own.learn('嗖嗖到的那种', 'ship')).toBe(true);
    expect(own.search('嗖嗖到').hits[0]?.id).toBe('ship');
    expect(own.learn('什么', 'nothing')).toBe(false);
  });

  it('answers alike after many changes as an index made anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(99)), { maxLength: 300 }), (steps) => {
        const made = (n: number): KnowledgeEntry => ({
          id: `n${n}`,
          title: `编号${n}的说明`,
          questions: [],
          answer: `答${n}`,
          tags: [],
        });
        const own = new KnowledgeIndex([]);
        const kept = new Map<number, KnowledgeEntry>();
        for (const [isAdded, n] of steps) {
          if (isAdded) {
            own.add(made(n));
            kept.set(n, made(n));
          } else expect(own.remove(`n${n}`)).toBe(kept.delete(n));
        }
        expect(own.size).toBe(kept.size);
        const ids = own.search('编号的说明', { limit: 300 }).hits.map(({ id }) => id);
        for (const id of ids) expect(kept.has(Number(id.slice(1)))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('training', () => {
  it('is deterministic and helps the right entry', () => {
    const queries = [
      { text: '寄多久', entries: ['ship'] },
      { text: '邮费贵不贵', entries: ['fee'] },
      { text: '讲个笑话', entries: [] },
    ];
    const relations = learnShopRelations(entries, [{ text: '啥时候寄', group: 'ship' }], { size: 8 });
    expect(learnShopRelations(entries, [{ text: '啥时候寄', group: 'ship' }], { size: 8 })).toEqual(
      relations,
    );
    const model = trainRetrieval(entries, queries, { relations });
    expect(trainRetrieval(entries, queries, { relations })).toEqual(model);
    const index = new KnowledgeIndex(entries, { relations, ...model });
    expect(index.search('满多少包邮').hits[0]?.id).toBe('fee');
    const loaded = loadRetrieval(saveRetrieval({ relations, ...model }));
    expect(loaded).toEqual({ relations, ...model });
    expect(new KnowledgeIndex(entries, loaded).search('邮费')).toEqual(index.search('邮费'));
    expect(() => loadRetrieval(saveRetrieval({ relations, ...model }).subarray(0, 90))).toThrow();
  });
});

describe('no good answer', () => {
  const asked = [
    { text: '付了钱啥时候寄出来', entries: ['ship'] },
    { text: '邮费怎么算的', entries: ['fee'] },
    { text: '今天天气咋样', entries: [] },
  ];
  const foreign = ['股市今天涨了没', '帮我写首诗', '隔壁的猫叫了一夜', '火车票怎么退', '高考分数线出来没'];
  const after = (unanswerable: readonly string[]) => {
    const model = trainRetrieval(entries, asked, { unanswerable });
    return new KnowledgeIndex(entries, model).search('发货的事想问问').noAnswer;
  };

  it('is no likelier for all the texts that only show what has none', () => {
    const many = Array.from({ length: 40 }, () => foreign).flat();
    expect(after(many)).toBeLessThan(after(foreign) + 0.05);
    expect(after(many)).toBeLessThan(0.5);
  });
});

describe('any text', () => {
  it('never throws; probabilities lie in 0..1', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const { hits, noAnswer } = index.search(text);
        expect(noAnswer).toBeGreaterThanOrEqual(0);
        expect(noAnswer).toBeLessThanOrEqual(1);
        for (const { probability } of hits) expect(probability).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['a', '发', '\ud800', '发货 ', '9'])('answers a megabyte of %j in bounded time', (unit) => {
    expect(growthOf(unit, (text) => index.search(text))).toBeLessThan(GROWTH_MAX);
  });
});
