/** A customer who waits longer than this for a reply: amber, then crimson. Milliseconds. */
const WAIT_SOON_MS = 60_000;
const WAIT_LATE_MS = 120_000;

type WaitTone = 'calm' | 'soon' | 'late';

export function waitTone(ms: number): WaitTone {
  if (ms > WAIT_LATE_MS) return 'late';
  return ms > WAIT_SOON_MS ? 'soon' : 'calm';
}

/**
 * A wait as a clock: 00:42, 59:59, then 1:02:03 to the hour's second up to a day; longer ones as whole
 * days, which the caller puts into words.
 */
export function waitClock(ms: number): { clock: string } | { days: number } {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const days = Math.floor(seconds / 86_400);
  if (days > 0) return { days };
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return { clock: hours > 0 ? `${hours}:${rest}` : rest };
}
