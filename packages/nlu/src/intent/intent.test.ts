import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadIntentModel, saveIntentModel } from '../model/intent-file.ts';
import { trainIntentModel } from '../model/training.ts';
import { GROWTH_MAX, growthOf } from '../testing/growth.ts';
import { learnExample } from './correction.ts';
import { classify, type IntentModel, intentShares, OUT_OF_SCOPE } from './model.ts';
import { Arena, createKernel } from './simd.ts';
import { splitMessage, understand } from './split.ts';
import { shopExamples } from './test-rows.ts';

let model: IntentModel;

beforeAll(() => {
  model = trainIntentModel(shopExamples, { parents: { refund: 'aftersales', return: 'aftersales' } });
}, 60_000);

describe('classifying', () => {
  it.each([
    ['帮我查一下快递到哪里了', 'track'],
    ['my parcel has not arrived, where is it', 'track'],
    ['钱什么时候退给我', 'refund'],
    ['我要转人工客服', 'human'],
    ['this cream gave me a rash', 'allergy'],
  ])('%s is %s', (text, intent) => {
    expect(classify(model, text).ranking[0]?.intent).toBe(intent);
  });

  it('gives probabilities that sum to one, and parents', () => {
    const answer = classify(model, '我想退货', { top: 100 });
    expect(answer.ranking.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
    expect(answer.parents[0]?.intent).toBe('aftersales');
  });

  it('gives the shares of all intents in their order, a learned correction included', () => {
    const corrected = learnExample(model, '支持花呗吗', 'refund');
    for (const known of [model, corrected]) {
      const { ranking } = classify(known, '支持花呗吗', { top: 100 });
      const shares = intentShares(known, '支持花呗吗');
      expect(shares).toHaveLength(known.intents.length);
      for (const { intent, probability } of ranking)
        expect(shares[known.intents.indexOf(intent)]).toBe(probability);
    }
    expect(intentShares(corrected, '支持花呗吗')[corrected.intents.indexOf('refund')]).toBeGreaterThan(0.9);
  });

  it('refuses what it does not know', () => {
    for (const text of ['', '   ', '。。。']) expect(classify(model, text).intent).toBe(OUT_OF_SCOPE);
    const known = Math.min(...shopExamples.map(({ text }) => classify(model, text).trust));
    for (const text of ['the mitochondria of eukaryotes', '量子色动力学的渐近自由']) {
      expect(classify(model, text).trust).toBeLessThan(known);
    }
  });

  it('learns what out-of-scope rows have in common when there are many', () => {
    const matters = [
      'my cat',
      '我家的猫',
      'the moon',
      '天上的云',
      'my homework',
      '数学作业',
      'that song',
      '邻居',
    ];
    const saying = [
      'tell me about',
      'sing of',
      '讲讲',
      '说说',
      'what colour is',
      'dream of',
      '画一下',
      '想念',
    ];
    const remarks = ['', ' please', ' 吧'];
    const chat = matters.flatMap((matter) =>
      saying.flatMap((say) =>
        remarks.map((remark) => ({ text: `${say} ${matter}${remark}`, intent: 'oos' })),
      ),
    );
    const foreign = trainIntentModel([...shopExamples, ...chat]);
    for (const text of ['sing about that song of the moon', '说说邻居的猫吧']) {
      expect(classify(foreign, text).intent).toBe(OUT_OF_SCOPE);
    }
    expect(classify(foreign, '我要转人工客服').intent).toBe('human');
    const loaded = loadIntentModel(saveIntentModel(foreign));
    expect(classify(loaded, '说说邻居的猫吧')).toEqual(classify(foreign, '说说邻居的猫吧'));
  }, 60_000);

  it('never throws and stays within 0 to 1, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const answer = classify(model, text);
        expect(answer.trust).toBeGreaterThanOrEqual(0);
        expect(answer.trust).toBeLessThanOrEqual(1);
        expect(answer.probability).toBeGreaterThanOrEqual(0);
        expect(answer.probability).toBeLessThanOrEqual(1 + 1e-9);
        understand(model, text);
      }),
    );
  }, 60_000);

  it('answers a megabyte, one character and broken surrogates within bounded time', () => {
    for (const unit of ['退', 'a', 'ab ', '\ud800', '😀', '1', '退款 refund ', "'"]) {
      classify(model, unit);
      const growth = growthOf(unit, (text) => {
        classify(model, text);
        understand(model, text);
      });
      expect(growth, unit).toBeLessThan(GROWTH_MAX);
    }
  }, 60_000);

  it('is the same model for the same seed, another for another', () => {
    const again = trainIntentModel(shopExamples, { parents: { refund: 'aftersales', return: 'aftersales' } });
    const other = trainIntentModel(shopExamples, { seed: 2 });
    const bytes = saveIntentModel(model);
    expect(Buffer.compare(bytes, saveIntentModel(again))).toBe(0);
    expect(Buffer.compare(bytes, saveIntentModel(other))).not.toBe(0);
  }, 60_000);
});

describe('correcting', () => {
  it('takes one example into effect at once, also for a new intent', () => {
    const text = '你们支持花呗分期吗';
    const corrected = learnExample(model, text, 'payment');
    expect(classify(corrected, text).intent).toBe('payment');
    expect(classify(corrected, '支持花呗分期吗').intent).toBe('payment');
    expect(classify(corrected, '我想退货').ranking[0]?.intent).toBe('return');
    expect(model.corrections).toHaveLength(0);
  });

  it('can be told that a message is out of scope', () => {
    const corrected = learnExample(model, '我想退货', OUT_OF_SCOPE);
    expect(classify(corrected, '我想退货').intent).toBe(OUT_OF_SCOPE);
  });
});

describe('several requests in one message', () => {
  it('cuts at sentences and at words that add something', () => {
    const text = '快递到哪了？另外我想退货';
    expect(splitMessage(text).map((part) => part.text)).toEqual(['快递到哪了', '我想退货']);
    for (const part of splitMessage(text)) expect(text.slice(part.start, part.end)).toBe(part.text);
  });

  it('finds both', () => {
    const { intents } = understand(model, '快递到哪了？另外我想申请退货');
    expect(intents.map(({ classification }) => classification.intent)).toEqual(['track', 'return']);
  });

  it('keeps parts inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'退款，。? also and\n') }), (text) => {
        for (const { start, end, text: part } of splitMessage(text))
          expect(text.slice(start, end)).toBe(part);
      }),
    );
  });
});

describe('context', () => {
  it('decides what a bare answer means', () => {
    const rows = shopExamples.flatMap((row) => [row, row]);
    const yes = ['是的', '对', '嗯', '好的', 'yes'].flatMap((text) => [
      { text, intent: 'return', context: { botQuestion: '您要申请退货吗', previousIntent: 'return' } },
      { text, intent: 'human', context: { botQuestion: '需要转人工客服吗', previousIntent: 'human' } },
    ]);
    const aware = trainIntentModel([...rows, ...yes]);
    const asked = (botQuestion: string, previousIntent: string): string | undefined =>
      classify(aware, '好的', { context: { botQuestion, previousIntent } }).ranking[0]?.intent;
    expect(asked('您要申请退货吗', 'return')).toBe('return');
    expect(asked('需要转人工客服吗', 'human')).toBe('human');
  }, 60_000);
});

it('computes with vectors what plain arithmetic gives', () => {
  const [rows, width] = [7, 12];
  const arena = new Arena(createKernel(10_000));
  const [matrix, vector, factors] = [arena.floats(rows * width), arena.floats(width), arena.floats(3)];
  const picked = arena.integers(3);
  matrix.set(matrix.map((_, i) => Math.sin(i)));
  picked.set([5, 0, 3]);
  factors.set([0.5, -2, 3]);
  const { gather, dots, scatter } = arena.kernel;
  gather(vector.byteOffset, matrix.byteOffset, picked.byteOffset, factors.byteOffset, 3, width * 4);
  for (let k = 0; k < width; k++) {
    const sum = [5, 0, 3].reduce((all, row, i) => all + Math.sin(row * width + k) * [0.5, -2, 3][i]!, 0);
    expect(vector[k]).toBeCloseTo(sum, 5);
  }
  scatter(vector.byteOffset, matrix.byteOffset, picked.byteOffset, factors.byteOffset, 3, width * 4);
  expect(matrix[3 * width]).toBeCloseTo(Math.sin(3 * width) + 3 * vector[0]!, 4);
  dots(vector.byteOffset, matrix.byteOffset, picked.byteOffset, factors.byteOffset, 3, width * 4);
  expect(factors[1]).toBeCloseTo(
    vector.reduce((sum, value, k) => sum + value * matrix[k]!, 0),
    3,
  );
});
