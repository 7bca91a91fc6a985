/** Runs `work` for a key; who asks again while it runs gets the same promise. */
export function makeSingleFlight(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const known = running.get(key);
    if (known) return known as Promise<T>;
    const promise = work().finally(() => running.delete(key));
    running.set(key, promise);
    return promise;
  };
}
