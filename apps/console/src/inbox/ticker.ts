import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, painted every second, one timer for all clocks on the screen. Milliseconds. */
export const useNow = (): number =>
  useSyncExternalStore(subscribe, () => {
    // A clock that has not ticked lately, because nobody looked, is set first.
    if (timer === undefined) now = Date.now();
    return now;
  });
