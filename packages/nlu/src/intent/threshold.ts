import { sigmoid } from './calibration.ts';
export interface Judged {
  readonly trust: number;
  /** In scope and the intent right; false also for out of scope. */
  readonly isRight: boolean;
  readonly inScope: boolean;
}

/** What the owner of a model asks of its answers; shares of all in-scope and of all out-of-scope messages. */
export interface Goals {
  /** In-scope messages that get their right intent, rejection counted as wrong. */
  readonly inScopeAccuracy: number;
  /** Out-of-scope messages that are refused. */
  readonly outOfScopeRecall: number;
}

/** Without goals and out-of-scope rows: the share of right answers that rejection may cost. */
const DEFAULT_LOSS = 0.01;
/** Width of the kernel that smooths counts, on the scale of log-odds. */
const WIDTH = 0.2;

const logOdds = (p: number): number => Math.log((p + 1e-9) / (1 - p + 1e-9));

/** Share of `values` above `at`, each value spread by a logistic kernel, so that no single row moves it by a step. */
function smoothShareAbove(values: readonly number[], at: number, total: number): number {
  return values.reduce((sum, value) => sum + sigmoid((value - at) / WIDTH), 0) / Math.max(1, total);
}

/**
 * The threshold that keeps both goals most surely: at each place the smoothed figures are measured from their goals in
 * standard errors of a validation set of this size, and the place is taken whose worse figure is the safer one. Two
 * figures that are counted on a few dozen rows at the edge are thus never chosen by the luck of one or two.
 */
function surest(rows: readonly Judged[], goals: Goals): number {
  const inScope = rows.filter((row) => row.inScope);
  const right = inScope.filter((row) => row.isRight).map((row) => logOdds(row.trust));
  const foreign = rows.filter((row) => !row.inScope).map((row) => logOdds(row.trust));
  const errorOf = (share: number, n: number): number => Math.sqrt((share * (1 - share)) / n);
  const [accuracyError, recallError] = [
    errorOf(goals.inScopeAccuracy, inScope.length),
    errorOf(goals.outOfScopeRecall, foreign.length),
  ];
  let best = { margin: Number.NEGATIVE_INFINITY, at: 0 };
  for (let at = -6; at <= 6; at += 0.02) {
    const accuracy = smoothShareAbove(right, at, inScope.length);
    const recall = 1 - smoothShareAbove(foreign, at, foreign.length);
    const margin = Math.min(
      (accuracy - goals.inScopeAccuracy) / accuracyError,
      (recall - goals.outOfScopeRecall) / recallError,
    );
    if (margin > best.margin) best = { margin, at };
  }
  return sigmoid(best.at);
}

/** The threshold with the most right answers, right ones accepted and foreign ones refused; smoothed counts. */
function mostRight(rows: readonly Judged[]): number {
  const right = rows.filter((row) => row.isRight).map((row) => logOdds(row.trust));
  const foreign = rows.filter((row) => !row.inScope).map((row) => logOdds(row.trust));
  let best = { score: Number.NEGATIVE_INFINITY, at: 0 };
  for (let at = -6; at <= 6; at += 0.02) {
    const score =
      right.length * smoothShareAbove(right, at, right.length) +
      foreign.length * (1 - smoothShareAbove(foreign, at, foreign.length));
    if (score > best.score) best = { score, at };
  }
  return sigmoid(best.at);
}

/**
 * The threshold chosen on validation rows. With `goals` and rows of both kinds: the one that keeps both goals most
 * surely. With `mayLose`: the highest at which in-scope accuracy has fallen by at most that share of all in-scope rows
 * from what it is without rejection. With neither, and with out-of-scope rows: the one that gives the most right
 * answers over all rows, in scope and out. 0 when there are no rows.
 */
export function chooseThreshold(
  rows: readonly Judged[],
  wish: { readonly mayLose?: number | undefined; readonly goals?: Goals | undefined } = {},
): number {
  const { mayLose, goals } = wish;
  const inScope = rows.filter((row) => row.inScope);
  const hasBoth = inScope.length > 0 && inScope.length < rows.length;
  if (goals && hasBoth) return surest(rows, goals);
  if (mayLose === undefined && inScope.length < rows.length) return mostRight(rows);
  const right = inScope.filter((row) => row.isRight).map((row) => row.trust);
  right.sort((a, b) => a - b);
  const lost = Math.floor((mayLose ?? DEFAULT_LOSS) * inScope.length + 1e-9);
  return right[Math.min(lost, right.length - 1)] ?? 0;
}
