import { softmax } from './linear.ts';

/** Predictions for rows that the model did not learn from; sets of rows count alike, however many rows each has. */
export interface Judged {
  readonly logs: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** The temperature with the least negative log-likelihood on a grid. */
export function chooseTemperature(sets: readonly Judged[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let temperature = 0.4; temperature <= 4; temperature *= 1.08) {
    const loss = mean(
      sets.map(({ logs, labels }) =>
        mean(
          logs.map((row, i) => -Math.log((softmax(row, temperature)[labels[i] as number] as number) + 1e-9)),
        ),
      ),
    );
    if (loss < least) {
      least = loss;
      best = temperature;
    }
  }
  return best;
}

/** Offsets by coordinate search on macro-F1, kept within ±1.5 and drawn towards zero so that few rows do not rule. */
export function chooseOffsets(sets: readonly Judged[], classes: number): number[] {
  const offsets = new Array<number>(classes).fill(0);
  const value = (): number =>
    mean(
      sets.map(({ logs, labels }) =>
        macroF1(
          logs.map((row) => pick(row, offsets)),
          labels,
          classes,
        ),
      ),
    ) -
    0.004 * offsets.reduce((sum, offset) => sum + Math.abs(offset), 0);
  let best = value();
  for (let round = 0; round < 3; round++) {
    for (let c = 0; c < classes; c++) {
      const kept = offsets[c] as number;
      let choice = kept;
      for (let offset = -1.5; offset <= 1.5; offset += 0.1) {
        offsets[c] = offset;
        const now = value();
        if (now > best + 1e-9) {
          best = now;
          choice = offset;
        }
      }
      offsets[c] = choice;
    }
  }
  return offsets;
}

export function pick(logs: readonly number[], offsets: readonly number[]): number {
  let best = 0;
  for (let c = 1; c < logs.length; c++) {
    if ((logs[c] as number) + (offsets[c] ?? 0) > (logs[best] as number) + (offsets[best] ?? 0)) best = c;
  }
  return best;
}

/** Mean of the classes' F1, over classes that occur in the labels. */
function macroF1(guesses: readonly number[], labels: readonly number[], classes: number): number {
  const hits = new Array<number>(classes).fill(0);
  const guessed = new Array<number>(classes).fill(0);
  const actual = new Array<number>(classes).fill(0);
  labels.forEach((label, i) => {
    const guess = guesses[i] as number;
    guessed[guess] = (guessed[guess] as number) + 1;
    actual[label] = (actual[label] as number) + 1;
    if (guess === label) hits[label] = (hits[label] as number) + 1;
  });
  const scores = actual.flatMap((count, c) =>
    count === 0 ? [] : [(2 * (hits[c] as number)) / ((guessed[c] as number) + count)],
  );
  return scores.length === 0 ? 0 : mean(scores);
}

/** How much of the best F2 a threshold may lose and still count as good as the best. */
const leeway = 0.005;

/**
 * The threshold in the middle, by log-odds, of all that reach the best F2 but for a little: F2 holds recall twice as
 * dear as precision, since a missed threat costs more than a look at a false one, and the middle of the plateau does
 * not hang on single rows. Rows of all sets are pooled. One half when there is no threat.
 */
export function chooseThreshold(threats: readonly number[], labels: readonly boolean[]): number {
  const actual = labels.filter(Boolean).length;
  if (actual === 0) return 0.5;
  const tried: { odds: number; value: number }[] = [];
  for (let odds = -4; odds <= 4; odds += 0.1) {
    const threshold = 1 / (1 + Math.exp(-odds));
    let hit = 0;
    let called = 0;
    labels.forEach((label, i) => {
      if ((threats[i] as number) < threshold) return;
      called++;
      if (label) hit++;
    });
    tried.push({ odds, value: (5 * hit) / (4 * actual + called) });
  }
  const best = Math.max(...tried.map(({ value }) => value));
  const good = tried.filter(({ value }) => value >= best - leeway).map(({ odds }) => odds);
  return 1 / (1 + Math.exp(-mean([good[0] as number, good.at(-1) as number])));
}
