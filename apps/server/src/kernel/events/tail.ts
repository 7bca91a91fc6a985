import pg from 'pg';
import type { Database } from '../db/transact.ts';
import type { Logger } from '../logger.ts';
import { readEvents, readHead, type StampedEvent } from './read.ts';
import { LOG_CHANNEL } from './relay.ts';

const BATCH = 500;
const POLL_MS = 1_000;

export type Tail = {
  /** Takes the events that the relay of this process has just stamped: they need not be read again. */
  take(events: readonly StampedEvent[]): void;
  /** Called with every batch in order, once each. */
  onBatch(listener: (events: readonly StampedEvent[]) => void): void;
  /** The last seq that listeners have seen. */
  position(): number;
  stop(): Promise<void>;
};

/**
 * Follows the log for this process, starting at its present end: one reader, whose batches the gateway
 * and in-memory caches share. The relay of this process hands it what it stamps, NOTIFY wakes it for what
 * others stamp; a slow poll covers a lost connection.
 * @param origin as this process's relay has it: its own word need not be heard
 */
export async function startTail(options: {
  db: Database;
  url: string;
  log: Logger;
  origin: string;
}): Promise<Tail> {
  const { db, log } = options;
  const batchListeners: ((events: readonly StampedEvent[]) => void)[] = [];
  let position = await readHead(db);
  let head = position;
  let isReading = false;
  let isStopping = false;

  /** The place moves on before: one listener's failure must not cost the others the batch. */
  const tell = (listener: (events: readonly StampedEvent[]) => void, events: readonly StampedEvent[]) => {
    try {
      listener(events);
    } catch (error) {
      log.error({ err: error }, 'a listener of the log failed');
    }
  };
  const hand = (events: readonly StampedEvent[]): void => {
    position = events[events.length - 1]!.seq;
    for (const listener of batchListeners) tell(listener, events);
  };
  const readOn = async (): Promise<void> => {
    if (isReading || isStopping) return;
    isReading = true;
    try {
      while (position < head && !isStopping) {
        const events = await readEvents(db, { after: position, limit: BATCH });
        if (events.length === 0) break;
        hand(events);
      }
    } catch (error) {
      log.warn({ err: error }, 'reading the log failed; trying again');
    } finally {
      isReading = false;
    }
  };
  const grown = (to: number): void => {
    if (to <= head) return;
    head = to;
    void readOn();
  };
  const take = (events: readonly StampedEvent[]): void => {
    if (isStopping) return;
    const last = events[events.length - 1]!.seq;
    // A reading that is under way, or a gap, brings them from the log itself, in order.
    if (isReading || events[0]!.seq !== position + 1) {
      grown(last);
      return;
    }
    head = Math.max(head, last);
    hand(events);
  };

  const stopListening = listen(
    options.url,
    log,
    (text) => {
      const [origin, seq] = text.split(' ');
      if (origin !== options.origin) grown(Number(seq));
    },
    () => isStopping,
  );
  const poll = setInterval(() => {
    readHead(db)
      .then((to) => (to > head ? grown(to) : readOn()))
      .catch((error: unknown) => log.debug({ err: error }, 'log head not readable'));
  }, POLL_MS);
  poll.unref();

  return {
    take,
    onBatch: (listener) => void batchListeners.push(listener),
    position: () => position,
    async stop() {
      isStopping = true;
      clearInterval(poll);
      await stopListening();
    },
  };
}

/** Listens on the relay's channel, connecting again for as long as it takes. */
function listen(
  url: string,
  log: Logger,
  onWord: (payload: string) => void,
  isStopping: () => boolean,
): () => Promise<void> {
  let current: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: 'xiaoer-tail' });
    current = client;
    client.on('notification', (message) => onWord(message.payload ?? ''));
    client.on('error', () => {});
    client.once('end', () => {
      if (!isStopping()) retry = setTimeout(() => void connect(), 300);
    });
    try {
      await client.connect();
      await client.query(`listen ${LOG_CHANNEL}`);
    } catch (error) {
      log.debug({ err: error }, 'listening for the log failed; polling meanwhile');
      await client.end().catch(() => {});
    }
  };
  void connect();
  return async () => {
    clearTimeout(retry);
    await current?.end().catch(() => {});
  };
}
