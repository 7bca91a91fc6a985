import { describe, expect, it } from 'vitest';
import type { Network, Sparse } from './network.ts';
import { hiddenOf, packedBytes, packNetwork } from './packed.ts';
import { createRandom } from './random.ts';

const random = createRandom(5);
const spread = (n: number): Float32Array => Float32Array.from({ length: n }, () => random() * 2 - 1);
const network: Network = {
  features: 50,
  hidden: 8,
  classes: 3,
  input: spread(50 * 8),
  inputBias: spread(8),
  output: spread(8 * 3),
  outputBias: spread(3),
};
const packed = packNetwork(network);

/** The same sum over the weights before they were rounded, and how far rounding may move it. */
function exact({ ids, values }: Sparse): { layer: number[]; slack: number } {
  const sums = Array.from(network.inputBias);
  let slack = 1e-6;
  ids.forEach((id, q) => {
    const row = network.input.subarray(id * 8, id * 8 + 8);
    row.forEach((weight, k) => {
      sums[k] = (sums[k] as number) + weight * (values[q] as number);
    });
    slack += (Math.abs(values[q] as number) * Math.max(...row.map(Math.abs))) / 7 / 2;
  });
  return { layer: sums.map((sum) => Math.max(0, sum)), slack };
}

describe('a packed network', () => {
  it.each([0, 1, 2, 3, 24, 25])(
    'gives the hidden layer of %i features up to the rounding of its weights',
    (n) => {
      const ids = Int32Array.from({ length: n }, (_, q) => (q * 7) % 50);
      const vector = { ids, values: Float32Array.from({ length: n }, () => random()) };
      const { layer, slack } = exact(vector);
      hiddenOf(packed, vector).forEach((value, k) => {
        expect(Math.abs(value - (layer[k] as number))).toBeLessThanOrEqual(slack);
        expect(value).toBeGreaterThanOrEqual(0);
      });
    },
  );

  it('keeps the largest weights of each row, of both signs, as they were', () => {
    const [first, second] = [Float32Array.of(1, -1, 0.5, 0), Float32Array.of(-0.02, 0.02, 0, 0.01)];
    const small = packNetwork({
      ...{ features: 2, hidden: 4, classes: 1, inputBias: new Float32Array(4) },
      input: Float32Array.of(...first, ...second),
      output: new Float32Array(4),
      outputBias: new Float32Array(1),
    });
    const of = (id: number, value: number) =>
      hiddenOf(small, { ids: Int32Array.of(id), values: Float32Array.of(value) });
    expect(of(0, 1)[0]).toBeCloseTo(1, 6);
    expect(of(0, -1)[1]).toBeCloseTo(1, 6);
    expect(of(1, 1)[1]).toBeCloseTo(0.02, 6);
    expect(of(1, -1)[0]).toBeCloseTo(0.02, 6);
    expect(of(0, 1)[3]).toBe(0);
  });

  it('takes the bytes that are counted for it', () => {
    expect(packed.input.byteLength + packed.inputScale.byteLength).toBe(50 * packedBytes(8));
  });
});
