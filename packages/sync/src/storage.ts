import type { OutboxStorage } from './outbox.ts';

/** A storage that lasts as long as the page: where the browser refuses its own, and in tests. */
export function memoryStorage(): OutboxStorage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
    removeItem: (key) => {
      values.delete(key);
    },
  };
}

/** The browser's storage when it can be written, or one that lasts as long as the page. */
export function pickStorage(offer: () => OutboxStorage): OutboxStorage {
  try {
    const storage = offer();
    const probe = 'xiaoer.probe';
    storage.setItem(probe, '1');
    storage.removeItem(probe);
    return storage;
  } catch {
    // Private browsing, blocked third-party storage, or a full disk: sending still works.
    return memoryStorage();
  }
}
