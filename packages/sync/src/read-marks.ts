import { isTransient } from './api-error.ts';

export type ReadMarks = {
  /** Wants the mark of `key` at `number` or higher. */
  mark: (key: string, number: number) => void;
  /** Says again what could not be said. */
  wake: () => void;
};

/**
 * Tells the server how far somebody has read: the newest number only, one request at a time for each
 * conversation. A refused mark is dropped, since the next one says more.
 */
export function makeReadMarks(tell: (key: string, number: number) => Promise<unknown>): ReadMarks {
  const wanted = new Map<string, number>();
  const told = new Map<string, number>();
  const busy = new Set<string>();

  const flush = (key: string) => {
    const number = wanted.get(key);
    if (number === undefined || busy.has(key)) return;
    if (number <= (told.get(key) ?? 0)) {
      wanted.delete(key);
      return;
    }
    busy.add(key);
    tell(key, number).then(
      () => {
        told.set(key, number);
        busy.delete(key);
        flush(key);
      },
      (error: unknown) => {
        busy.delete(key);
        if (isTransient(error)) return;
        told.set(key, number);
        flush(key);
      },
    );
  };

  return {
    mark: (key, number) => {
      wanted.set(key, Math.max(number, wanted.get(key) ?? 0));
      flush(key);
    },
    wake: () => {
      for (const key of [...wanted.keys()]) flush(key);
    },
  };
}
