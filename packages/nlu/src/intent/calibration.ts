/** Probability of log-odds. */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Softmax of scores divided by a temperature. */
export function softmax(scores: ArrayLike<number>, temperature = 1): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) most = Math.max(most, scores[c] as number);
  const out = new Float64Array(scores.length);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp(((scores[c] as number) - most) / temperature);
    out[c] = e;
    sum += e;
  }
  for (let c = 0; c < out.length; c++) out[c] = (out[c] as number) / sum;
  return out;
}

/** Log of the sum of exponentials. */
export function logSumExp(scores: ArrayLike<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) most = Math.max(most, scores[c] as number);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += Math.exp((scores[c] as number) - most);
  return most + Math.log(sum);
}

/**
 * The temperature under which held-out rows are likeliest (Guo et al. 2017, temperature scaling), by golden
 * section between 0.2 and 5. 1 without rows.
 */
export function fitTemperature(rows: readonly { scores: ArrayLike<number>; label: number }[]): number {
  if (rows.length === 0) return 1;
  const loss = (log: number): number => {
    const t = Math.exp(log);
    return rows.reduce(
      (sum, { scores, label }) => sum - Math.log((softmax(scores, t)[label] as number) + 1e-9),
      0,
    );
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.2), Math.log(5)];
  for (let round = 0; round < 18; round++) {
    const [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}
