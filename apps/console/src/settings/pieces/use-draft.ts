import { useState } from 'react';

type Versioned = { version: number };
type Held<T, D> = { base: T | undefined; start: D; draft: D };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export type Draft<D> = {
  value: D;
  put: (change: Partial<D>) => void;
  isDirty: boolean;
  /** Somebody else saved a newer version while this one has unsaved changes. */
  isOvertaken: boolean;
  /** Takes what is live now and drops the changes. */
  reset: () => void;
};

/**
 * What a form holds of `live`. Untouched forms follow live changes; touched ones are kept and told that
 * they were overtaken. `live` undefined: something new.
 */
export function useDraft<T extends Versioned, D extends object>(
  live: T | undefined,
  toDraft: (live: T | undefined) => D,
): Draft<D> {
  const [held, setHeld] = useState<Held<T, D>>(() => {
    const start = toDraft(live);
    return { base: live, start, draft: start };
  });
  const isDirty = !same(held.draft, held.start);
  const isNewer = live !== undefined && live.version > (held.base?.version ?? -1);
  const begin = () => {
    const start = toDraft(live);
    setHeld({ base: live, start, draft: start });
  };
  // What was typed may be just what has been saved now: then there is nothing to be overtaken.
  if (isNewer && (!isDirty || same(held.draft, toDraft(live)))) begin();
  return {
    value: held.draft,
    put: (change) => setHeld((before) => ({ ...before, draft: { ...before.draft, ...change } })),
    isDirty,
    isOvertaken: isNewer && isDirty,
    reset: begin,
  };
}
