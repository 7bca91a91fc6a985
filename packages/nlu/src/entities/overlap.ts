import type { Candidate, EntityType } from './types.ts';

/** Who wins on the same characters: what can be checked by its form beats what only looks like it. */
const typeRank: Record<EntityType, number> = {
  email: 10,
  phone: 8,
  tracking_number: 9,
  order_number: 7,
  product: 7,
  amount: 6,
  date: 6,
  period: 5,
  size: 5,
  colour: 4,
  ingredient: 4,
  place: 4,
  quantity: 3,
};

/**
 * The best set of candidates without overlaps: weighted interval scheduling (Kleinberg and Tardos 2005, §6.1),
 * where a candidate weighs its length by its confidence, so one long find beats the short ones inside it unless
 * it is much less certain. Sorted by position.
 */
export function settleOverlaps(candidates: readonly Candidate[], least: number): Candidate[] {
  const sorted = candidates
    .filter((candidate) => candidate.end > candidate.start && candidate.confidence >= least)
    .toSorted((a, b) => a.end - b.end || a.start - b.start);
  const best: number[] = [0];
  const taken: boolean[] = [];
  const previous: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const candidate = sorted[i] as Candidate;
    const before = lastEndingBy(sorted, candidate.start, i);
    const weight = weigh(candidate) + (best[before] as number);
    previous.push(before);
    taken.push(weight > (best[i] as number));
    best.push(Math.max(weight, best[i] as number));
  }
  const kept: Candidate[] = [];
  for (let i = sorted.length; i > 0; ) {
    if (taken[i - 1]) {
      kept.push(sorted[i - 1] as Candidate);
      i = previous[i - 1] as number;
    } else i--;
  }
  return kept.reverse();
}

/** How many of the first `count` candidates end at or before `start`. */
function lastEndingBy(sorted: readonly Candidate[], start: number, count: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Candidate).end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function weigh({ start, end, confidence, type, rank = 0 }: Candidate): number {
  // Length to the power 1.5: three characters together outweigh one and two apart.
  return (end - start) ** 1.5 * confidence + typeRank[type] * 0.02 + rank * 0.02;
}
