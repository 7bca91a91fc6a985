import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cut, eventually, type LogDatabase, logDatabase, say, wordOf } from '../../testing/log.ts';
import { makeLogger } from '../logger.ts';
import { startRelay } from './relay.ts';
import {
  registerSubscribers,
  retrySetAside,
  type Subscriber,
  type Subscribers,
  startSubscribers,
} from './subscribers.ts';

const log = makeLogger('silent');
let own: LogDatabase;
let relay: { stop(): Promise<void> };
let running: Subscribers[] = [];
beforeAll(async () => {
  own = await logDatabase();
  relay = startRelay({ url: own.url, log, origin: 'relay', onStamped: () => {} });
  await sql`create table seen (n serial, subscriber text, word text)`.execute(own.db);
});
beforeEach(() => sql`truncate seen`.execute(own.db));
afterEach(async () => {
  for (const one of running) await one.stop();
  running = [];
});
afterAll(async () => {
  await relay?.stop();
  await own?.stop();
});

/** Writes every word into a table; `before` may throw for one of them. */
const writer = (name: string, before: (word: string, count: number) => void = () => {}): Subscriber => ({
  name,
  types: ['view.deleted'],
  async handle(tx, events) {
    for (const event of events) {
      await sql`insert into seen (subscriber, word) values (${name}, ${wordOf(event)})`.execute(tx);
      before(wordOf(event), events.length);
    }
  },
});
async function run(...subscribers: Subscriber[]): Promise<Subscribers> {
  await registerSubscribers(own.db, subscribers);
  const started = startSubscribers({ db: own.db, subscribers, log, now: () => new Date(), retryMs: 20 });
  running.push(started);
  return started;
}
const seen = async (): Promise<string[]> =>
  (await sql<{ word: string }>`select word from seen order by n`.execute(own.db)).rows.map((r) => r.word);
const setAside = () => own.db.selectFrom('log.set_aside').selectAll().orderBy('id').execute();
const until = (subscribers: Subscribers, isSo: () => Promise<boolean>, what: string) =>
  eventually(
    () => {
      subscribers.wake([{ type: 'view.deleted' }]);
      return isSo();
    },
    what,
    12_000,
  );

describe('a subscriber', () => {
  it('has every event once and in order, also with two processes at it', async () => {
    const one = writer('test.both');
    const first = await run(one);
    await run(one);
    const words = Array.from({ length: 60 }, (_, i) => `w${i}`);
    for (const word of words) await say(own.db, word);
    await until(first, async () => (await seen()).length >= 60, 'sixty words');
    expect(await seen()).toEqual(words);
  });

  it('begins at the present, or at the beginning if it says so', async () => {
    await say(own.db, 'before');
    await eventually(async () => {
      const left = await own.db.selectFrom('log.event').select('id').where('seq', 'is', null).execute();
      return left.length === 0;
    });
    const started = await run(
      { ...writer('test.now'), from: 'now' },
      { ...writer('test.all'), from: 'beginning' },
    );
    await say(own.db, 'after');
    await until(started, async () => (await seen()).filter((w) => w === 'after').length === 2, 'after');
    const { rows } = await sql<{
      subscriber: string;
    }>`select subscriber from seen where word = 'before'`.execute(own.db);
    expect(rows).toEqual([{ subscriber: 'test.all' }]);
  });

  it('keeps effects and place together: what threw half way left nothing', async () => {
    let failures = 0;
    const one = writer('test.half', (word) => {
      if (word === 'c' && failures++ < 2) throw new Error('for now');
    });
    const started = await run(one);
    await say(own.db, 'a', 'b', 'c', 'd');
    await until(started, async () => (await seen()).includes('d'), 'd');
    expect(await seen()).toEqual(['a', 'b', 'c', 'd']);
    expect(await setAside()).toEqual([]);
  });

  it('does nothing twice when its connections are cut again and again', async () => {
    const words = Array.from({ length: 80 }, (_, i) => `k${i}`);
    const one: Subscriber = {
      ...writer('test.cut'),
      async handle(tx, events) {
        await writer('test.cut').handle(tx, events);
        // Long enough for a cut to meet an open transaction.
        await sql`select pg_sleep(0.01)`.execute(tx);
      },
    };
    const started = await run(one);
    let isDone = false;
    const cutter = (async () => {
      while (!isDone) {
        await cut(own.url, 'log-test');
        await new Promise((r) => setTimeout(r, 60));
      }
    })();
    for (const word of words) await again(() => say(own.db, word));
    isDone = true;
    await cutter;
    await until(started, async () => (await again(seen)).length >= 80, 'eighty words');
    // Told again after a cut that hid the commit: at least once here, but by the subscriber as often as told.
    const told = await sql<{ word: string }>`select payload ->> 'word' as word from log.event
      where payload ->> 'word' like 'k%' order by seq`.execute(own.db);
    expect(await seen()).toEqual(told.rows.map((r) => r.word));
  });

  it('sets a poisonous event aside after three tries alone; the rest goes on; it can be retried', async () => {
    let tries = 0;
    let isHealed = false;
    const one = writer('test.poison', (word, count) => {
      if (word !== 'poison' || isHealed) return;
      if (count === 1) tries++;
      throw new Error('cannot stomach mail@example.com');
    });
    const started = await run(one);
    await say(own.db, 'one', 'two', 'poison', 'three');
    await say(own.db, 'four');
    await until(started, async () => (await seen()).includes('four'), 'four');
    expect(await seen()).toEqual(['one', 'two', 'three', 'four']);
    expect(tries).toBe(3);
    const [entry, ...others] = await setAside();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      subscriber: 'test.poison',
      error: expect.stringContaining('cannot stomach'),
    });

    await expect(retrySetAside(own.db, [one], entry!.id)).rejects.toThrow('cannot stomach');
    expect(await setAside()).toHaveLength(1);
    isHealed = true;
    expect(await retrySetAside(own.db, [one], entry!.id)).toBe(true);
    expect((await seen()).at(-1)).toBe('poison');
    expect(await setAside()).toEqual([]);
    expect(await retrySetAside(own.db, [one], entry!.id)).toBe(false);
  });
});

/** Our own connections are among those that are cut. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (attempt > 20) throw error;
    }
}
