import { describe, expect, it } from 'vitest';
import { loadIntentModel, saveIntentModel, trainIntentModel } from '../model/index.ts';
import { inspect } from './model.ts';
import { shopExamples as rows } from './test-rows.ts';

describe('portraits of intents', () => {
  const model = trainIntentModel(rows);

  it('know the words and meanings of an intent in its own rows, and none in what it never saw', () => {
    const known = inspect(model, rows[0]?.text ?? '').signals;
    const foreign = inspect(model, 'xylem quaffs gnarly zephyrs').signals;
    expect(known.own).toBeCloseTo(1);
    expect(known.ownMeanings).toBeCloseTo(1);
    expect(foreign.own).toBe(0);
    expect(foreign.centre).toBeLessThan(known.centre);
    expect(foreign.norm).toBeLessThan(known.norm);
  });

  it('come back from a file as they were', () => {
    const loaded = loadIntentModel(saveIntentModel(model));
    for (const { text } of rows.slice(0, 5)) {
      expect(inspect(loaded, text).signals).toEqual(inspect(model, text).signals);
    }
  });
});
