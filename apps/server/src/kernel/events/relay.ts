import pg from 'pg';
import type { Logger } from '../logger.ts';
import { setNudge } from './emit.ts';
import { EVENT_COLUMNS, type EventRow, type StampedEvent, toEvent } from './read.ts';

export const LOG_CHANNEL = 'xiaoer_log';
const RELAY_LOCK = 7_300_002;
const BATCH = 1_000;
/** Ids looked back on the fast lane. What committed later than so many newer events is found by the sweep. */
const LOOK_BACK = 20_000;
const POLL_MS = 25;
const SWEEP_MS = 500;
/** Under load, so long for a batch to gather: each batch costs its readers a query or two. */
const GATHER_MS = 3;

/**
 * Stamps committed events and answers them. New rows are read from a low-water mark upward, so that dead
 * index entries of stamped rows, which one stuck transaction elsewhere keeps from being cleaned, are not
 * walked every time; twice a second a sweep without the mark finds what committed late.
 * $1: lowest id to look at, $2: most rows, $3: whose word of it is spread. One statement: the head's row
 * lock makes it serial even if two relays should believe that they hold the advisory lock.
 */
const STAMP = `
with head as (select seq from log.head for update),
batch as (
  select id, row_number() over (order by id) as position
  from (select id from log.event where seq is null and id > $1 order by id limit $2) unstamped
),
stamped as (
  update log.event e set seq = head.seq + batch.position from batch, head where e.id = batch.id
  returning e.id, ${EVENT_COLUMNS.map((column) => `e.${column}`).join(', ')}
),
moved as (update log.head set seq = seq + (select count(*) from stamped) where exists (select from stamped) returning seq),
told as (select pg_notify('${LOG_CHANNEL}', $3 || ' ' || seq) from moved)
select stamped.*, (select count(*) from told) from stamped order by seq`;

export type Relay = { stop(): Promise<void>; isLeading(): boolean };

export type RelayMetrics = { stamped(count: number, seconds: number): void };

/**
 * The one relay of a database. Every process with the role starts one; an advisory lock lets one lead,
 * the others stand by and take over when its connection ends.
 * @param onStamped called in this process with the events, without the round trip of NOTIFY
 * @param origin names this process in the word that is spread, so that it need not hear its own
 */
export function startRelay(options: {
  url: string;
  log: Logger;
  onStamped: (events: readonly StampedEvent[]) => void;
  origin: string;
  metrics?: RelayMetrics;
}): Relay {
  const { log } = options;
  let isStopping = false;
  let isLeading = false;
  let wake: () => void = () => {};
  let isNudged = false;
  setNudge(() => {
    isNudged = true;
    wake();
  });

  const pause = (ms: number) =>
    new Promise<void>((done) => {
      if (isNudged || isStopping) return done();
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  const lead = async (client: pg.Client): Promise<void> => {
    let low = 0;
    let lastSweep = 0;
    while (!isStopping) {
      isNudged = false;
      const isSweep = performance.now() - lastSweep > SWEEP_MS;
      const started = performance.now();
      const { rows } = await client.query<EventRow & { id: number }>({
        name: 'stamp',
        text: STAMP,
        values: [isSweep ? 0 : low, BATCH, options.origin],
      });
      const count = rows.length;
      if (count > 0) {
        options.metrics?.stamped(count, (performance.now() - started) / 1000);
        low = Math.max(low, rows[count - 1]!.id - LOOK_BACK);
        options.onStamped(rows.map(toEvent));
      }
      if (isSweep && count < BATCH) lastSweep = performance.now();
      if (count === 0) await pause(POLL_MS);
      else if (count < BATCH) await new Promise((done) => setTimeout(done, GATHER_MS));
    }
  };

  const session = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: options.url, application_name: 'xiaoer-relay' });
    // Also set when the connection breaks while nothing is being asked.
    const broken = new Promise<never>((_, fail) => client.on('error', fail));
    broken.catch(() => {});
    try {
      await client.connect();
      while (!isStopping) {
        const { rows } = await client.query('select pg_try_advisory_lock($1) as led', [RELAY_LOCK]);
        if (rows[0].led) break;
        await Promise.race([pauseStandby(), broken]);
      }
      isLeading = !isStopping;
      if (isLeading) await Promise.race([lead(client), broken]);
    } finally {
      isLeading = false;
      await client.end().catch(() => {});
    }
  };
  const pauseStandby = () => new Promise<void>((done) => setTimeout(done, isStopping ? 0 : 200));

  const running = (async () => {
    while (!isStopping) {
      try {
        await session();
      } catch (error) {
        if (!isStopping) log.warn({ err: error }, 'relay lost its connection; trying again');
        await pause(200);
      }
    }
  })();

  return {
    isLeading: () => isLeading,
    async stop() {
      isStopping = true;
      wake();
      await running;
    },
  };
}
