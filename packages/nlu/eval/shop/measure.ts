/** Figures of a classification: rows are right labels, columns guesses. */
export interface Confusion {
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

export interface Score {
  readonly hit: number;
  readonly missed: number;
  readonly wrong: number;
}

export function confusionOf(
  right: readonly string[],
  guessed: readonly string[],
  labels: readonly string[],
): Confusion {
  const at = new Map(labels.map((label, i) => [label, i]));
  const counts = labels.map(() => labels.map(() => 0));
  right.forEach((label, i) => {
    const row = counts[at.get(label) ?? -1];
    const column = at.get(guessed[i] as string);
    if (row && column !== undefined) row[column] = (row[column] as number) + 1;
  });
  return { labels, counts };
}

export const precision = ({ hit, wrong }: Score): number => (hit + wrong === 0 ? 0 : hit / (hit + wrong));
export const recall = ({ hit, missed }: Score): number => (hit + missed === 0 ? 0 : hit / (hit + missed));
export const f1 = ({ hit, missed, wrong }: Score): number =>
  hit === 0 ? 0 : (2 * hit) / (2 * hit + missed + wrong);

export function scoreOf({ counts }: Confusion, c: number): Score {
  const hit = counts[c]?.[c] ?? 0;
  const actual = (counts[c] ?? []).reduce((a, b) => a + b, 0);
  const guessed = counts.reduce((sum, row) => sum + (row[c] ?? 0), 0);
  return { hit, missed: actual - hit, wrong: guessed - hit };
}

/** Mean F1 over labels that occur. */
export function macroF1Of(confusion: Confusion): number {
  const present = confusion.labels
    .map((_, c) => scoreOf(confusion, c))
    .filter(({ hit, missed }) => hit + missed > 0);
  return present.reduce((sum, score) => sum + f1(score), 0) / Math.max(1, present.length);
}

export function worstConfusions(
  confusion: Confusion,
  count: number,
): { right: string; guessed: string; count: number }[] {
  const pairs = confusion.counts.flatMap((row, r) =>
    row.map((n, c) => ({
      right: confusion.labels[r] as string,
      guessed: confusion.labels[c] as string,
      count: n,
      same: r === c,
    })),
  );
  return pairs
    .filter((pair) => !pair.same && pair.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, count)
    .map(({ right, guessed, count: n }) => ({ right, guessed, count: n }));
}

/** Expected calibration error in ten bins (Guo et al. 2017). */
export function calibrationError(confidence: readonly number[], isRight: readonly boolean[]): number {
  const bins = Array.from({ length: 10 }, () => ({ sum: 0, right: 0 }));
  confidence.forEach((value, i) => {
    const bin = bins[Math.min(9, Math.floor(value * 10))];
    if (!bin) return;
    bin.sum += value;
    if (isRight[i]) bin.right++;
  });
  return (
    bins.reduce((sum, { sum: total, right }) => sum + Math.abs(total - right), 0) /
    Math.max(1, confidence.length)
  );
}

/** Chance that a positive scores above a negative (area under the ROC curve). */
export function areaUnder(positives: readonly number[], negatives: readonly number[]): number {
  let sum = 0;
  for (const p of positives) for (const n of negatives) sum += p > n ? 1 : p === n ? 0.5 : 0;
  return positives.length * negatives.length === 0 ? Number.NaN : sum / (positives.length * negatives.length);
}

/** The given share of sorted values, as 0.99 for p99. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * Milliseconds of each call after a warm-up: the fastest of three, so that what else the machine does at the moment
 * is not measured.
 */
export function timeEach<T>(items: readonly T[], call: (item: T) => unknown): number[] {
  for (const item of items.slice(0, 200)) call(item);
  return items.map((item) => {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      call(item);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  });
}

export const percent = (share: number): number => Math.round(share * 1000) / 10;
export const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Columns aligned for a terminal; wide characters count two. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const width = (text: string): number => [...text].reduce((sum, c) => sum + (/[ᄀ-￠]/.test(c) ? 2 : 1), 0);
  const widths = (cells[0] ?? []).map((_, c) => Math.max(...cells.map((row) => width(row[c] ?? ''))));
  return cells
    .map((row) =>
      row
        .map((cell, c) => cell + ' '.repeat((widths[c] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
