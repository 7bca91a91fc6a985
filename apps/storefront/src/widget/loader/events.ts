export type EventMap = {
  ready: undefined;
  open: undefined;
  close: undefined;
  unread: number;
  error: { code: string };
};
export type EventName = keyof EventMap;

export type Events = {
  on: (name: string, listener: unknown) => void;
  off: (name: string, listener: unknown) => void;
  emit: <N extends EventName>(name: N, value: EventMap[N]) => void;
};

/** What the shop's page listens to. Who comes late is told at once what the newest count is. */
export function makeEvents(): Events {
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const newest = new Map<string, unknown>();
  const call = (listener: (value: unknown) => void, value: unknown) => {
    try {
      listener(value);
    } catch (error) {
      // The shop's mistake belongs into the shop's console and must not stop the chat.
      console.error(error);
    }
  };
  return {
    on: (name, listener) => {
      if (typeof listener !== 'function') return console.warn(`Xiaoer: 'on' needs a function for ${name}.`);
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (value: unknown) => void));
      if (newest.has(name)) call(listener as (value: unknown) => void, newest.get(name));
    },
    off: (name, listener) => {
      listeners.get(name)?.delete(listener as (value: unknown) => void);
    },
    emit: (name, value) => {
      if (name === 'unread' || name === 'ready') newest.set(name, value);
      for (const listener of [...(listeners.get(name) ?? [])]) call(listener, value);
    },
  };
}
