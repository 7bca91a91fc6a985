import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROWTH_MAX, growthOf } from '../testing/growth.ts';
import { chooseOffsets, chooseThreshold } from './choose.ts';
import { createMoodReader, loadMoodModel, type MoodExample, saveMoodModel, trainMood } from './index.ts';

const reader = createMoodReader();

describe('the lexicon alone', () => {
  it.each([
    ['你们就是骗子，退钱！！', 'anger'],
    ['呵呵，服务真棒啊，骗谁呢', 'anger'],
    ['This is ridiculous, worst service ever', 'anger'],
    ['会不会丢了啊，好担心', 'worry'],
    ["I'm worried it got lost, is it safe?", 'worry'],
    ['好失望，白高兴一场', 'sadness'],
    ['so disappointed, it ruined her birthday', 'sadness'],
    ['太好用了，爱了爱了', 'joy'],
    ['I love it, thank you so much!', 'joy'],
    ['运费多少', 'neutral'],
    ['what is the size of this bottle', 'neutral'],
  ])('%s is %s', (text, emotion) => {
    expect(reader.read(text).emotion).toBe(emotion);
  });

  it('reads negations the other way round', () => {
    expect(reader.read('我不担心').emotion).not.toBe('worry');
    expect(reader.read('not happy with this').emotion).not.toBe('joy');
  });

  it.each([
    ['再不退我就打12315', true],
    ['你们等着收律师函，我要起诉', true],
    ["I'll file a chargeback if this isn't fixed", true],
    ['再拖我就打12345，顺便发抖音', true],
    ['律师函已经寄出了', true],
    ['Trading Standards will hear from me', true],
    ["I'll see you in small claims court", true],
    ['what time do you open', false],
    ['我是美妆博主，想谈合作', false],
    ['我要投诉到你们总部', false],
    ['the news said this preservative is banned', false],
    ['我要退货', false],
  ])('%s: threat %s', (text, isThreat) => {
    expect(reader.read(text).isThreat).toBe(isThreat);
  });

  it('hears urgency', () => {
    expect(reader.read('急！今天必须送到，明天婚礼要用').urgency).toBeGreaterThanOrEqual(2);
    expect(reader.read('随便问问').urgency).toBe(0);
  });
});

const example = (text: string, emotion: MoodExample['emotion'], threat = false): MoodExample => ({
  text,
  emotion,
  intensity: emotion === 'neutral' ? 0 : 2,
  urgency: 0,
  threat,
});
const examples = [
  ...['zorg blatt', 'zorg again', 'such zorg'].map((text) => example(text, 'anger')),
  ...['plim today', 'plim plim', 'my plim'].map((text) => example(text, 'joy')),
  ...['table', 'order please', 'hello there', 'a bottle'].map((text) => example(text, 'neutral')),
];

describe('the trained reader', () => {
  it('learns words that the lexicon does not know', () => {
    const trained = createMoodReader(trainMood(examples, []));
    expect(trained.read('zorg').probabilities.anger).toBeGreaterThan(reader.read('zorg').probabilities.anger);
    expect(trained.read('plim').probabilities.joy).toBeGreaterThan(trained.read('zorg').probabilities.joy);
  });

  it('gives the same model for the same rows, and survives a file', () => {
    const first = saveMoodModel(trainMood(examples, examples));
    expect(saveMoodModel(trainMood(examples, examples))).toEqual(first);
    const loaded = createMoodReader(loadMoodModel(first));
    expect(loaded.read('zorg')).toEqual(createMoodReader(trainMood(examples, examples)).read('zorg'));
    const damaged = first.slice();
    damaged[damaged.length - 9] = (damaged[damaged.length - 9] as number) ^ 1;
    expect(() => loadMoodModel(damaged)).toThrow();
  });

  it('with rows enough learns networks too, which survive a file', () => {
    const rows = Array.from({ length: 420 }, (_, i): MoodExample => {
      const kind = i % 3;
      const text = `${['zorg', 'plim', 'table'][kind]} ${['box', 'jar', 'tube', 'pump'][i % 4]} ${i}`;
      const row = example(text, (['anger', 'joy', 'neutral'] as const)[kind] ?? 'neutral');
      return { ...row, intents: [`topic.${i % 2}`], situation: `scene ${i % 7}` };
    });
    const model = trainMood(rows, []);
    expect(model.network.members.length).toBeGreaterThan(0);
    const loaded = loadMoodModel(saveMoodModel(model));
    for (const text of ['zorg jar', 'plim', 'table']) {
      expect(createMoodReader(loaded).read(text)).toEqual(createMoodReader(model).read(text));
    }
    expect(createMoodReader(loaded).read('plim tube').emotion).toBe('joy');
    expect(createMoodReader(loaded).read('zorg tube').emotion).toBe('anger');
  });

  it('refuses to train on nothing', () => {
    expect(() => trainMood([], [])).toThrow(RangeError);
  });
});

describe('any text', () => {
  it('never throws; probabilities sum to one; evidence lies in the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const mood = reader.read(text);
        const sum = Object.values(mood.probabilities).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(1);
        expect(mood.intensity === 0).toBe(mood.emotion === 'neutral');
        for (const { start, end } of mood.evidence) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  }, 20_000);

  it.each(['a', '怒', '!', '\udc00', '哈', ' '])('answers a megabyte of %j in bounded time', (unit) => {
    expect(growthOf(unit, (text) => reader.read(text))).toBeLessThan(GROWTH_MAX);
  });
});

describe('choices on held-out rows', () => {
  it('takes the middle of the thresholds that are as good as the best', () => {
    const threats = [0.01, 0.02, 0.03, 0.9, 0.95, 0.99];
    const labels = [false, false, false, true, true, true];
    const threshold = chooseThreshold(threats, labels);
    expect(threshold).toBeGreaterThan(0.1);
    expect(threshold).toBeLessThan(0.8);
    expect(chooseThreshold([0.3], [false])).toBe(0.5);
  });

  it('would rather look at a false threat than miss one', () => {
    const threats = [0.2, 0.25, 0.3, 0.9];
    expect(chooseThreshold(threats, [true, false, true, true])).toBeLessThan(0.2);
  });

  it('lets a small set of rows count as much as a large one', () => {
    const unsure = [Math.log(0.55), Math.log(0.45)];
    const first = [Math.log(0.9), Math.log(0.1)];
    const second = [Math.log(0.1), Math.log(0.9)];
    const repeat = (row: number[], times: number) => Array.from({ length: times }, () => row);
    // Moving the border costs the large set five rows of a hundred and wins the small one four of eight.
    const large = {
      logs: [...repeat(first, 45), ...repeat(unsure, 5), ...repeat(second, 50)],
      labels: Array.from({ length: 100 }, (_, i) => (i < 50 ? 0 : 1)),
    };
    const small = {
      logs: [...repeat(first, 4), ...repeat(unsure, 4)],
      labels: Array.from({ length: 8 }, (_, i) => (i < 4 ? 0 : 1)),
    };
    expect(chooseOffsets([large], 2)).toEqual([0, 0]);
    const [a = 0, b = 0] = chooseOffsets([large, small], 2);
    expect(b - a).toBeGreaterThan(0.19);
  });
});
