import { describe, expect, it, vi } from 'vitest';
import { makeStore } from './store.ts';

describe('makeStore', () => {
  it('tells of changes only, until the listener leaves', () => {
    const store = makeStore({ n: 1 });
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    store.update((state) => state);
    expect(listener).not.toHaveBeenCalled();
    store.update(({ n }) => ({ n: n + 1 }));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.getState()).toEqual({ n: 2 });
    leave();
    store.update(() => ({ n: 9 }));
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('lets a listener leave and change the state while it is told', () => {
    const store = makeStore(0);
    const seen: number[] = [];
    const leave = store.subscribe(() => {
      leave();
      store.update((n) => n + 1);
    });
    store.subscribe(() => seen.push(store.getState()));
    store.update(() => 1);
    expect(store.getState()).toBe(2);
    expect(seen.at(-1)).toBe(2);
  });
});
