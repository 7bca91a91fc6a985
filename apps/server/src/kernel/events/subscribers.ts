import { setTimeout as sleep } from 'node:timers/promises';
import type { EventType } from '@xiaoer/contracts';
import { sql } from 'kysely';
import { type Database, type Tx, transact } from '../db/transact.ts';
import type { Logger } from '../logger.ts';
import { readEvents, readHead, type StampedEvent } from './read.ts';

/**
 * A reader of the log. `handle` runs in one transaction with the cursor: its effects happen exactly
 * once. It gets batches in log order and must do nothing outside the database (add a job for that).
 */
export type Subscriber = {
  /** `module.purpose`; the cursor is kept under this name. */
  name: string;
  types: readonly EventType[];
  handle(tx: Tx, events: readonly StampedEvent[]): Promise<void>;
  /** A new subscriber starts at the log's end, or reads all of it. */
  from?: 'now' | 'beginning';
  /** Waits so long for more before it reads: fewer, larger batches for what need not be at once. */
  gatherMs?: number;
};

const BATCH = 500;
const TRIES = 3;
const POLL_MS = 1_000;
/** Past events that are none of its types a subscriber moves its cursor when it is quiet, or with the next poll. */
const PASS_MS = 100;

export type SubscriberMetrics = { handled(name: string, count: number): void; setAside(name: string): void };

/** Makes the cursors of new subscribers. */
export async function registerSubscribers(db: Database, subscribers: readonly Subscriber[]): Promise<void> {
  const head = await readHead(db);
  for (const { name, from } of subscribers)
    await db
      .insertInto('log.subscriber')
      .values({ name, cursor: from === 'beginning' ? 0 : head })
      .onConflict((c) => c.column('name').doNothing())
      .execute();
}

/** One turn: the next batch, if this process gets hold of the cursor. @returns whether there may be more */
async function turn(
  db: Database,
  subscriber: Subscriber,
  limit: number,
): Promise<{ count: number; isMore: boolean }> {
  return transact(db, async (tx) => {
    const { rows } = await sql<{ cursor: number; head: number }>`
      select s.cursor, h.seq as head from log.subscriber s cross join log.head h
      where s.name = ${subscriber.name} for update of s skip locked`.execute(tx);
    const row = rows[0];
    if (!row || row.cursor >= row.head) return { count: 0, isMore: false };
    const { head } = row;
    const events = await readEvents(tx, { after: row.cursor, limit, types: subscriber.types });
    const isFull = events.length === limit;
    const cursor = isFull ? events[events.length - 1]!.seq : head;
    // What the head's snapshot did not yet show must not be skipped.
    const seen = events.filter((e) => e.seq <= cursor);
    if (seen.length > 0) await subscriber.handle(tx, seen);
    await tx
      .updateTable('log.subscriber')
      .set({ cursor, failures: 0, last_error: null, updated_at: new Date() })
      .where('name', '=', subscriber.name)
      .execute();
    return { count: seen.length, isMore: isFull };
  });
}

/** Moves past one event that cannot be handled, leaving it where a person sees it. */
async function setAside(db: Database, subscriber: Subscriber, error: unknown, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    const { cursor } = await tx
      .selectFrom('log.subscriber')
      .select('cursor')
      .where('name', '=', subscriber.name)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const [event] = await readEvents(tx, { after: cursor, limit: 1, types: subscriber.types });
    if (!event) return;
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    await tx
      .insertInto('log.set_aside')
      .values({ subscriber: subscriber.name, seq: event.seq, error: words.slice(0, 2_000), at: now })
      .onConflict((c) => c.columns(['subscriber', 'seq']).doNothing())
      .execute();
    await tx
      .updateTable('log.subscriber')
      .set({ cursor: event.seq, failures: 0, last_error: words.slice(0, 500) })
      .where('name', '=', subscriber.name)
      .execute();
  });
}

export type Subscribers = {
  /** Says what the log has grown by: whom it concerns reads at once, the others soon. */
  wake(events: readonly Pick<StampedEvent, 'type'>[]): void;
  stop(): Promise<void>;
};

/** Hands a set-aside event to its subscriber again; removes it from the list when that succeeds. */
export async function retrySetAside(
  db: Database,
  subscribers: readonly Subscriber[],
  id: number,
): Promise<boolean> {
  return transact(db, async (tx) => {
    const row = await tx
      .selectFrom('log.set_aside')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    const subscriber = subscribers.find((s) => s.name === row?.subscriber);
    if (!row || !subscriber) return false;
    const [event] = await readEvents(tx, { after: row.seq - 1, limit: 1 });
    if (event) await subscriber.handle(tx, [event]);
    await tx.deleteFrom('log.set_aside').where('id', '=', id).execute();
    return true;
  });
}

/**
 * Runs every subscriber, each in its own loop. A failing batch is tried again with growing pauses, then
 * one event at a time; an event that fails three times alone is set aside and the rest goes on.
 * A failing database is not the event's fault: then the loop only waits.
 */
export function startSubscribers(options: {
  db: Database;
  subscribers: readonly Subscriber[];
  log: Logger;
  now: () => Date;
  metrics?: SubscriberMetrics;
  retryMs?: number;
}): Subscribers {
  const { db, log } = options;
  const retryMs = options.retryMs ?? 200;
  let isStopping = false;
  const alarms: { subscriber: Subscriber; alarm: Alarm }[] = [];

  const loop = async (subscriber: Subscriber): Promise<void> => {
    const alarm = new Alarm();
    alarms.push({ subscriber, alarm });
    let failures = 0;
    // After a failed batch, so many events are handed over one at a time to find the one that fails.
    let careful = 0;
    while (!isStopping) {
      alarm.clear();
      const isAlone = careful > 0;
      try {
        const { count, isMore } = await turn(db, subscriber, isAlone ? 1 : BATCH);
        if (count > 0) {
          options.metrics?.handled(subscriber.name, count);
          failures = 0;
          careful = Math.max(0, careful - count);
        }
        if (!isMore && !isStopping) await alarm.wait(POLL_MS);
      } catch (error) {
        if (isConnectionTrouble(error)) {
          await sleep(retryMs);
          continue;
        }
        careful = BATCH;
        if (isAlone) failures++;
        log.error({ err: error, subscriber: subscriber.name, failures }, 'subscriber failed');
        if (failures >= TRIES) {
          await setAside(db, subscriber, error, options.now()).catch((e: unknown) =>
            log.error({ err: e }, 'setting aside failed'),
          );
          options.metrics?.setAside(subscriber.name);
          failures = 0;
        } else if (isAlone) await sleep(retryMs * 2 ** (failures - 1));
      }
    }
  };
  const loops = options.subscribers.map(loop);
  return {
    wake: (events) => {
      const types = new Set<string>(events.map((e) => e.type));
      for (const { subscriber, alarm } of alarms)
        if (subscriber.types.some((t) => types.has(t))) alarm.set(subscriber.gatherMs ?? 0);
        else alarm.whenQuiet(PASS_MS);
    },
    async stop() {
      isStopping = true;
      for (const { alarm } of alarms) alarm.set(0);
      await Promise.all(loops);
    },
  };
}

/** A wait that can be cut short, also before it has begun; the earliest wish counts. */
class Alarm {
  #dueAt = Number.POSITIVE_INFINITY;
  #quietAt = Number.POSITIVE_INFINITY;
  #latestAt = Number.POSITIVE_INFINITY;
  #ring: (() => void) | null = null;
  #timer: NodeJS.Timeout | undefined;

  clear(): void {
    this.#dueAt = Number.POSITIVE_INFINITY;
    this.#quietAt = Number.POSITIVE_INFINITY;
  }

  set(delayMs: number): void {
    const at = performance.now() + delayMs;
    if (at >= this.#dueAt) return;
    this.#dueAt = at;
    this.#arm();
  }

  /** Rings once nothing more was said for so long. */
  whenQuiet(delayMs: number): void {
    this.#quietAt = performance.now() + delayMs;
    this.#arm();
  }

  wait(mostMs: number): Promise<void> {
    return new Promise((done) => {
      this.#ring = () => {
        this.#ring = null;
        done();
      };
      this.#latestAt = performance.now() + mostMs;
      this.#arm();
    });
  }

  #arm(): void {
    const ring = this.#ring;
    if (!ring) return;
    clearTimeout(this.#timer);
    const delayMs = Math.min(this.#dueAt, this.#quietAt, this.#latestAt) - performance.now();
    if (delayMs <= 0) ring();
    else this.#timer = setTimeout(() => this.#ring?.(), delayMs);
  }
}

/** Class 08 (connection), 57P (shutdown), or no SQLSTATE with a socket error: the database is away. */
function isConnectionTrouble(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code?.startsWith('08') || code?.startsWith('57P') || code?.startsWith('53')) return true;
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return true;
  return /connection terminated|timeout exceeded when trying to connect|connection error/i.test(
    message ?? '',
  );
}
