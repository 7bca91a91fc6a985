import { ApiError, isTransient } from './api-error.ts';
import type { Clock } from './clock.ts';
import { uuidv7 } from './id.ts';

/** Why a message was refused, as the server coded it. */
export type Refusal = { code: string; params: Record<string, unknown>; requestId: string };

/**
 * Something written that the server has not confirmed. `id` is made here and is the idempotency key.
 * `waiting`: will be sent by itself; `sending`: on its way; `failed`: refused, by hand only.
 */
export type OutboxEntry<C> = {
  id: string;
  /** Entries of one lane are delivered in order, one at a time; a conversation's id. */
  lane: string;
  content: C;
  /** Rank among the entries, in order of writing. */
  rank: number;
  createdAt: string;
  state: 'waiting' | 'sending' | 'failed';
  attempts: number;
  refusal: Refusal | null;
};

/** The part of localStorage that is needed. */
export type OutboxStorage = {
  readonly length: number;
  key: (index: number) => string | null;
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
};

export type OutboxOptions<C, A> = {
  storage: OutboxStorage;
  /** Begins the keys in the storage; one prefix for each person. */
  prefix: string;
  /** Sends one entry; rejects with an ApiError when the server answered, anything else when it did not. */
  deliver: (entry: OutboxEntry<C>) => Promise<A>;
  /** The server's answer to an entry that was still pending; not called when the echo came first. */
  onDelivered?: (entry: OutboxEntry<C>, answer: A) => void;
  /** All entries, after every change, in order of sending. */
  onChange: (entries: readonly OutboxEntry<C>[]) => void;
  clock: Clock;
  random: () => number;
};

export type Outbox<C> = {
  /** Queues and sends. `id` may be handed in by who has shown the message already. */
  send: (lane: string, content: C, id?: string) => OutboxEntry<C>;
  /** The message with this id has come back by the stream. */
  settle: (id: string) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  entries: () => readonly OutboxEntry<C>[];
  /** Tries waiting entries at once: the network or the stream is back. */
  wake: () => void;
  close: () => void;
};

const FIRST_DELAY = 1_000;
const SHORTEST_DELAY = 100;
const LONGEST_DELAY = 60_000;

/** Queue of what was written, which survives reloads and breaks: each message arrives once, in order. */
export function makeOutbox<C, A>(options: OutboxOptions<C, A>): Outbox<C> {
  const { storage, prefix, clock } = options;
  let entries: readonly OutboxEntry<C>[] = load<C>(storage, prefix);
  let isClosed = false;
  const resting = new Map<string, () => void>();

  const show = (next: readonly OutboxEntry<C>[]) => {
    entries = next;
    options.onChange(entries);
  };
  const keep = (entry: OutboxEntry<C>) => {
    try {
      storage.setItem(prefix + entry.id, JSON.stringify({ ...entry, state: kept(entry.state) }));
    } catch {
      // A full storage: the message is sent from memory all the same, it only would not survive a reload.
    }
  };
  const change = (id: string, patch: Partial<OutboxEntry<C>>) => {
    show(entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)));
    const entry = find(id);
    if (entry) keep(entry);
  };
  const find = (id: string) => entries.find((entry) => entry.id === id);
  const remove = (id: string) => {
    storage.removeItem(prefix + id);
    show(entries.filter((entry) => entry.id !== id));
  };

  /** Sends the first waiting entry of a lane, unless one is on its way or the lane rests. */
  const pump = (lane: string) => {
    if (isClosed || resting.has(lane)) return;
    const inLane = entries.filter((entry) => entry.lane === lane && entry.state !== 'failed');
    const first = inLane[0];
    if (!first || inLane.some((entry) => entry.state === 'sending')) return;
    change(first.id, { state: 'sending', attempts: first.attempts + 1 });
    const sending = find(first.id)!;
    options.deliver(sending).then(
      (answer) => {
        if (isClosed || !find(first.id)) return pump(lane);
        remove(first.id);
        options.onDelivered?.(sending, answer);
        pump(lane);
      },
      (error: unknown) => {
        if (isClosed || !find(first.id)) return pump(lane);
        if (isTransient(error) || isUnauthenticated(error)) rest(sending, error);
        else change(first.id, { state: 'failed', refusal: refusalOf(error) });
        pump(lane);
      },
    );
  };

  const rest = (entry: OutboxEntry<C>, error: unknown) => {
    change(entry.id, { state: 'waiting' });
    const asked = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
    // Nothing helps until somebody signs in again, which wakes the outbox.
    const least = isUnauthenticated(error) ? LONGEST_DELAY : Math.max(asked, SHORTEST_DELAY);
    const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(entry.attempts - 1, 10));
    const stop = clock.after(Math.max(least, options.random() * ceiling), () => {
      resting.delete(entry.lane);
      pump(entry.lane);
    });
    resting.set(entry.lane, stop);
  };

  const pumpAll = () => {
    for (const lane of new Set(entries.map((entry) => entry.lane))) pump(lane);
  };

  options.onChange(entries);
  pumpAll();

  return {
    send: (lane, content, id = uuidv7(clock.now())) => {
      const createdAt = new Date(clock.now()).toISOString();
      const entry: OutboxEntry<C> = {
        id,
        lane,
        content,
        rank: (entries.at(-1)?.rank ?? 0) + 1,
        createdAt,
        state: 'waiting',
        attempts: 0,
        refusal: null,
      };
      keep(entry);
      show([...entries, entry]);
      pump(lane);
      return entry;
    },
    settle: (id) => {
      const entry = find(id);
      if (!entry) return;
      remove(id);
      pump(entry.lane);
    },
    retry: (id) => {
      const entry = find(id);
      if (entry?.state !== 'failed') return;
      change(id, { state: 'waiting', refusal: null });
      pump(entry.lane);
    },
    discard: (id) => {
      const entry = find(id);
      if (!entry) return;
      remove(id);
      pump(entry.lane);
    },
    entries: () => entries,
    wake: () => {
      for (const stop of resting.values()) stop();
      resting.clear();
      pumpAll();
    },
    close: () => {
      isClosed = true;
      for (const stop of resting.values()) stop();
      resting.clear();
    },
  };
}

/** What was on its way when the page went is sent again: the server knows it by its id. */
const kept = (state: OutboxEntry<unknown>['state']) => (state === 'sending' ? 'waiting' : state);

function load<C>(storage: OutboxStorage, prefix: string): OutboxEntry<C>[] {
  const found: OutboxEntry<C>[] = [];
  for (let i = 0; i < storage.length; i++) {
    const key = storage.key(i);
    if (!key?.startsWith(prefix)) continue;
    const entry = parse<C>(storage.getItem(key));
    if (entry) found.push(entry);
  }
  return found.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

/** An entry as it was kept; null for what is none (another program's, or cut off). */
function parse<C>(text: string | null): OutboxEntry<C> | null {
  try {
    const entry: unknown = JSON.parse(text ?? 'null');
    const isEntry = typeof entry === 'object' && entry !== null && 'lane' in entry && 'rank' in entry;
    return isEntry ? (entry as OutboxEntry<C>) : null;
  } catch {
    return null;
  }
}

/** Not the message's fault: it waits for the person to be known again. */
const isUnauthenticated = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

function refusalOf(error: unknown): Refusal {
  if (error instanceof ApiError)
    return { code: error.code, params: error.params, requestId: error.requestId };
  throw error;
}
