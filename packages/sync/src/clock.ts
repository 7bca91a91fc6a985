/** Time as the package sees it; tests hand in their own. */
export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs `action` once after `ms`; the answer takes the appointment back. */
  after: (ms: number, action: () => void) => () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
