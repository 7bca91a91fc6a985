import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROWTH_MAX, growthOf } from '../testing/growth.ts';
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
    ['what time do you open', false],
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
  });

  it.each(['a', '怒', '!', '\udc00', '哈', ' '])('answers a megabyte of %j in bounded time', (unit) => {
    expect(growthOf(unit, (text) => reader.read(text))).toBeLessThan(GROWTH_MAX);
  });
});
