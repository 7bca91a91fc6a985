import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { learnExample } from '../intent/correction.ts';
import { classify, type IntentModel } from '../intent/model.ts';
import { shopExamples } from '../intent/test-rows.ts';
import { packModel, unpackModel } from './container.ts';
import { ModelError } from './errors.ts';
import { loadIntentModel, saveIntentModel } from './intent-file.ts';
import { trainIntentModel, trainInWorker } from './training.ts';

let model: IntentModel;
let bytes: Uint8Array<ArrayBuffer>;

beforeAll(() => {
  model = learnExample(trainIntentModel(shopExamples), '支持花呗吗', 'payment');
  bytes = saveIntentModel(model);
}, 60_000);

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof ModelError) return error.code;
    throw error;
  }
  return 'none';
};

describe('model file', () => {
  it('comes back as it was, corrections too', () => {
    const loaded = loadIntentModel(bytes);
    for (const { text } of shopExamples) expect(classify(loaded, text)).toEqual(classify(model, text));
    expect(classify(loaded, '支持花呗吗').intent).toBe('payment');
    expect(Buffer.compare(saveIntentModel(loaded), bytes)).toBe(0);
  });

  it('loads from any offset in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(loadIntentModel(shifted.subarray(3)).intents).toEqual(model.intents);
  });

  it('is refused when foreign, of another version, damaged, cut off or of another kind', () => {
    expect(codeOf(() => loadIntentModel(new Uint8Array()))).toBe('nlu.model_foreign');
    expect(codeOf(() => loadIntentModel(new TextEncoder().encode('{"a":1}'.repeat(10))))).toBe(
      'nlu.model_foreign',
    );
    const newer = bytes.slice();
    newer[8] = 99;
    expect(codeOf(() => loadIntentModel(newer))).toBe('nlu.model_version');
    expect(codeOf(() => loadIntentModel(bytes.slice(0, -8)))).toBe('nlu.model_damaged');
    expect(codeOf(() => loadIntentModel(bytes.slice(0, 30)))).toBe('nlu.model_damaged');
    const other = packModel({ kind: 'retrieval', meta: {}, arrays: {} });
    expect(codeOf(() => loadIntentModel(other))).toBe('nlu.model_kind');
    const empty = packModel({ kind: 'intent', meta: { networks: [{ hidden: 4, classes: 2 }] }, arrays: {} });
    expect(codeOf(() => loadIntentModel(empty))).toBe('nlu.model_damaged');
  });

  it('is refused when it read texts in an older way', () => {
    const { meta, arrays } = unpackModel(bytes, 'intent');
    const { reading: _, ...older } = meta as Record<string, unknown>;
    expect(codeOf(() => loadIntentModel(packModel({ kind: 'intent', meta: older, arrays })))).toBe(
      'nlu.model_version',
    );
  });

  it('is refused whichever single byte changed', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const wrong = bytes.slice();
        wrong[at] = (wrong[at] as number) ^ change;
        expect(codeOf(() => loadIntentModel(wrong))).toMatch(/^nlu\.model_/);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps arrays of every type', () => {
    const arrays = {
      a: Int8Array.of(-1, 2),
      b: Uint8Array.of(255),
      c: Int32Array.of(-7),
      d: Float32Array.of(0.5),
    };
    expect(unpackModel(packModel({ kind: 'x', meta: { n: '中' }, arrays }), 'x')).toEqual({
      kind: 'x',
      meta: { n: '中' },
      arrays,
    });
  });
});

describe('training', () => {
  it('reports progress that only grows', () => {
    const seen: number[] = [];
    trainIntentModel(shopExamples, {}, { onProgress: ({ done }) => seen.push(done) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  }, 60_000);

  it('refuses to learn from nothing', () => {
    expect(() => trainIntentModel([])).toThrow(RangeError);
    expect(() => trainIntentModel([{ text: 'hello', intent: 'oos' }])).toThrow(RangeError);
  });

  it('learns one intent from one example', () => {
    const tiny = trainIntentModel([{ text: 'refund please', intent: 'refund' }]);
    expect(classify(tiny, 'refund please').ranking[0]?.intent).toBe('refund');
  });

  it('runs in a worker with the same result, and reports', async () => {
    let reports = 0;
    const made = await trainInWorker(shopExamples, {}, { onProgress: () => reports++ });
    expect(Buffer.compare(made, saveIntentModel(trainIntentModel(shopExamples)))).toBe(0);
    expect(reports).toBeGreaterThan(2);
  }, 60_000);

  it('stops at once when cancelled, here and in a worker', async () => {
    const stopped = AbortSignal.abort();
    expect(codeOf(() => trainIntentModel(shopExamples, {}, { signal: stopped }))).toBe(
      'nlu.training_cancelled',
    );
    const later = new AbortController();
    const running = trainInWorker(
      shopExamples,
      {},
      { signal: later.signal, onProgress: () => later.abort() },
    );
    await expect(running).rejects.toMatchObject({ code: 'nlu.training_cancelled' });
  }, 60_000);

  it('says why a worker failed', async () => {
    await expect(trainInWorker([])).rejects.toMatchObject({ code: 'nlu.training_failed' });
  }, 60_000);
});
