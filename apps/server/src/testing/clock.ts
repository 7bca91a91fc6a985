import type { Clock } from '../kernel/clock.ts';

export type FakeClock = Clock & {
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
};

/** Time that stands still until a test moves it. Begins at the present: sessions are made by the system's clock. */
export function fakeClock(start: Date = new Date()): FakeClock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance(ms) {
      time += ms;
    },
  };
}
