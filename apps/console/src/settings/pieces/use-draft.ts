import { useState } from 'react';

type Versioned = { version: number };
type Held<T, D> = { base: T | undefined; start: D; draft: D };

/** Whether two plain values say the same; the server may answer an object's keys in another order. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [Object.entries(a), b as Record<string, unknown>];
  return (
    mine.length === Object.keys(theirs).length &&
    mine.every(([key, value]) => key in theirs && same(value, theirs[key]))
  );
}

export type Draft<T, D> = {
  value: D;
  put: (change: Partial<D>) => void;
  isDirty: boolean;
  /** Somebody else saved a newer version while this one has unsaved changes. */
  isOvertaken: boolean;
  /** Takes what is live now and drops the changes. */
  reset: () => void;
  /** Goes on from what was just saved. */
  take: (saved: T) => void;
};

/**
 * What a form holds of `live`. Untouched forms follow live changes; touched ones are kept and told that
 * they were overtaken. `live` undefined: something new.
 */
export function useDraft<T extends Versioned, D extends object>(
  live: T | undefined,
  toDraft: (live: T | undefined) => D,
): Draft<T, D> {
  const [held, setHeld] = useState<Held<T, D>>(() => {
    const start = toDraft(live);
    return { base: live, start, draft: start };
  });
  const isDirty = !same(held.draft, held.start);
  const isNewer = live !== undefined && live.version > (held.base?.version ?? -1);
  const begin = (from: T | undefined) => {
    const start = toDraft(from);
    setHeld({ base: from, start, draft: start });
  };
  // What was typed may be just what has been saved now: then there is nothing to be overtaken.
  if (isNewer && (!isDirty || same(held.draft, toDraft(live)))) begin(live);
  return {
    value: held.draft,
    put: (change) => setHeld((before) => ({ ...before, draft: { ...before.draft, ...change } })),
    isDirty,
    isOvertaken: isNewer && isDirty,
    reset: () => begin(live),
    take: begin,
  };
}
