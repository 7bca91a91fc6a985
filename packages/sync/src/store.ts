/** Something that can be read now and watched for change. */
export type Readable<S> = {
  getState: () => S;
  /** Calls `listener` after every change; the answer ends that. Fits React's useSyncExternalStore. */
  subscribe: (listener: () => void) => () => void;
};

export type Store<S> = Readable<S> & {
  /** Puts the state that `change` makes of the present one; the same state again tells nobody. */
  update: (change: (state: S) => S) => void;
};

/** A store whose state is replaced, never changed in place. */
export function makeStore<S>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (change) => {
      const next = change(state);
      if (Object.is(next, state)) return;
      state = next;
      // A copy: listeners may leave or join while they are told.
      for (const listener of [...listeners]) listener();
    },
  };
}
