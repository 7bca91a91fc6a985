import type { Clock } from '../clock.ts';

export type FakeClock = Clock & {
  /** Moves time on, doing what falls due in its order, and lets promises settle in between. */
  advance: (ms: number) => Promise<void>;
};

/** A clock that stands still until it is moved. */
export function makeFakeClock(start = Date.UTC(2026, 0, 15, 9, 30)): FakeClock {
  let now = start;
  let order = 0;
  const due = new Map<number, { at: number; action: () => void }>();
  return {
    now: () => now,
    after: (ms, action) => {
      const id = ++order;
      due.set(id, { at: now + ms, action });
      return () => due.delete(id);
    },
    advance: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = [...due.entries()]
          .filter(([, { at }]) => at <= end)
          .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
        if (!next) break;
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].action();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets everything that waits for promises run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
