const WHOLE = 1_000_000;
const PART = WHOLE / 16;
/** Less than this is nothing but noise. Milliseconds. */
const LEAST = 1;

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return Math.max(LEAST, performance.now() - start);
}

/**
 * How many times longer a megabyte of the unit takes than a sixteenth of it, in the same run, so that a
 * busy machine does not decide: about 16 where work grows with the text, 256 where it grows with its square.
 */
export function growthOf(unit: string, work: (text: string) => void): number {
  const of = (units: number) => unit.repeat(Math.ceil(units / unit.length));
  const [part, whole] = [of(PART), of(WHOLE)];
  const parts = Array.from({ length: 3 }, () => milliseconds(() => work(part)));
  return milliseconds(() => work(whole)) / Math.min(...parts);
}

/** Between the two, with room for what else the machine does meanwhile. */
export const GROWTH_MAX = 80;
