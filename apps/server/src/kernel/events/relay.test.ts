import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cut, emitWord, eventually, type LogDatabase, logDatabase, say, wordOf } from '../../testing/log.ts';
import { transact } from '../db/transact.ts';
import { makeLogger } from '../logger.ts';
import { readEvents, readHead } from './read.ts';
import { type Relay, startRelay } from './relay.ts';
import { startTail } from './tail.ts';

const log = makeLogger('silent');
let own: LogDatabase;
const running: { stop(): Promise<void> }[] = [];
const relay = (): Relay => {
  const started = startRelay({ url: own.url, log, origin: 'relay', onStamped: () => {} });
  running.push(started);
  return started;
};
beforeAll(async () => {
  own = await logDatabase();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
afterAll(() => own?.stop());

const wordsAfter = async (seq: number) =>
  (await readEvents(own.db, { after: seq, limit: 10_000 })).map((e) => wordOf(e));
const has = (seq: number, ...words: string[]) =>
  eventually(async () => {
    const found = await wordsAfter(seq);
    return words.every((w) => found.includes(w));
  }, words.join(', '));

/** A transaction that has emitted and waits for a word to go on. */
async function slow(word: string): Promise<{ commit(): Promise<void> }> {
  const open = Promise.withResolvers<void>();
  const hasEmitted = Promise.withResolvers<void>();
  const done = transact(own.db, async (tx) => {
    await emitWord(tx, word);
    hasEmitted.resolve();
    await open.promise;
  });
  await hasEmitted.promise;
  return {
    commit: async () => {
      open.resolve();
      await done;
    },
  };
}

describe('the relay', () => {
  it('gives places without gaps, each once, in the order of the ids', async () => {
    relay();
    const start = await readHead(own.db);
    await Promise.all(Array.from({ length: 40 }, (_, i) => say(own.db, `a${i}`, `b${i}`)));
    await eventually(async () => (await readHead(own.db)) === start + 80, 'eighty');
    const events = await readEvents(own.db, { after: start, limit: 1_000 });
    expect(events.map((e) => e.seq)).toEqual(Array.from({ length: 80 }, (_, i) => start + 1 + i));
    // Both words of one transaction stand in their order.
    const words = events.map((e) => wordOf(e));
    for (let i = 0; i < 40; i++) expect(words.indexOf(`a${i}`)).toBeLessThan(words.indexOf(`b${i}`));
  });

  it('loses nothing that commits late with a lower id, and waits for nobody', async () => {
    relay();
    const start = await readHead(own.db);
    const late = await slow('late');
    await say(own.db, 'early');
    // What is stuck stalls nothing.
    await has(start, 'early');
    expect(await wordsAfter(start)).not.toContain('late');
    await late.commit();
    await has(start, 'late');
    expect(await wordsAfter(start)).toEqual(['early', 'late']);
  });

  it('finds even what commits after more ids than the fast lane looks back', async () => {
    relay();
    const start = await readHead(own.db);
    const late = await slow('very late');
    await sql`select setval(pg_get_serial_sequence('log.event', 'id'), 60000 + (select max(id) from log.event))`.execute(
      own.db,
    );
    await say(own.db, 'far ahead');
    await has(start, 'far ahead');
    await late.commit();
    await has(start, 'very late');
  });

  it('tells nothing of a transaction that was rolled back', async () => {
    relay();
    const start = await readHead(own.db);
    await expect(
      transact(own.db, async (tx) => {
        await emitWord(tx, 'never');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await say(own.db, 'after it');
    await has(start, 'after it');
    expect(await wordsAfter(start)).toEqual(['after it']);
  });

  it('is led by one of two; the other takes over when its connection is cut', async () => {
    const both = [relay(), relay()];
    await eventually(() => both.filter((r) => r.isLeading()).length === 1, 'a leader');
    const leader = both.find((r) => r.isLeading());
    for (let round = 0; round < 3; round++) {
      const start = await readHead(own.db);
      expect(await cut(own.url, 'xiaoer-relay')).toBeGreaterThan(0);
      await say(own.db, `after cut ${round}`);
      await has(start, `after cut ${round}`);
      expect(await wordsAfter(start)).toEqual([`after cut ${round}`]);
    }
    await leader?.stop();
    const start = await readHead(own.db);
    await say(own.db, 'after the leader');
    await has(start, 'after the leader');
  });
});

describe('the tail', () => {
  it('hands over every event once and in order, whatever a listener throws and whatever is cut', async () => {
    relay();
    const tail = await startTail({ db: own.db, url: own.url, log, origin: 'tail' });
    running.unshift(tail);
    const start = tail.position();
    const heard: string[] = [];
    tail.onBatch(() => {
      throw new Error('a broken cache');
    });
    tail.onBatch((events) => heard.push(...events.map((e) => `${e.seq}`)));
    for (let i = 0; i < 20; i++) {
      await say(own.db, `t${i}`);
      if (i === 7) await cut(own.url, 'xiaoer-tail');
      if (i === 12) await cut(own.url, 'xiaoer-relay');
    }
    await eventually(() => tail.position() === start + 20, 'twenty');
    expect(heard).toEqual(Array.from({ length: 20 }, (_, i) => `${start + 1 + i}`));
  });

  it('takes what its own relay stamps, once and in order, also while another process leads', async () => {
    const begun = [];
    for (const origin of ['one', 'two']) {
      const tail = await startTail({ db: own.db, url: own.url, log, origin });
      const heard: number[] = [];
      tail.onBatch((events) => heard.push(...events.map((e) => e.seq)));
      const led = startRelay({ url: own.url, log, origin, onStamped: tail.take });
      running.unshift(tail, led);
      begun.push({ tail, heard, led });
    }
    const start = begun[0]!.tail.position();
    for (let i = 0; i < 60; i++) {
      await Promise.all([say(own.db, `x${i}`, `y${i}`), say(own.db, `z${i}`)]);
      // The other one takes the lead.
      if (i === 20 || i === 40) await cut(own.url, 'xiaoer-relay');
      if (i === 30) await cut(own.url, 'xiaoer-tail');
    }
    const all = Array.from({ length: 180 }, (_, i) => start + 1 + i);
    for (const { tail, heard } of begun) {
      await eventually(() => tail.position() === start + 180, 'all of them');
      expect(heard).toEqual(all);
    }
  });

  it('reads from the log what it was not handed, before what it is handed', async () => {
    relay();
    const tail = await startTail({ db: own.db, url: own.url, log, origin: 'relay' });
    running.unshift(tail);
    const heard: number[] = [];
    tail.onBatch((events) => heard.push(...events.map((e) => e.seq)));
    const start = tail.position();
    await say(own.db, 'a', 'b', 'c');
    await eventually(async () => (await readHead(own.db)) === start + 3, 'three');
    const events = await readEvents(own.db, { after: start, limit: 10 });
    // The last of three is handed over while two are unknown.
    tail.take(events.slice(2));
    tail.take(events.slice(2));
    await eventually(() => heard.length >= 3, 'the three');
    tail.take(events.slice(1));
    expect(heard).toEqual([start + 1, start + 2, start + 3]);
  });
});
