import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { makeDatabase, makePool } from '../kernel/db/connect.ts';
import { type Database, type Tx, transact } from '../kernel/db/transact.ts';
import { emit } from '../kernel/events/emit.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** A migrated database with a pool and nothing running on it. */
export type LogDatabase = TestDatabase & { db: Database; stop(): Promise<void> };

export async function logDatabase(): Promise<LogDatabase> {
  const database = await testDatabase();
  const db = makeDatabase(makePool(database.url, { max: 12, name: 'log-test', onError: () => {} }));
  return {
    ...database,
    db,
    async stop() {
      await db.destroy();
      await database.drop();
    },
  };
}

/** Emits an event that no module listens to in these tests; its payload carries the word. */
export async function emitWord(tx: Tx, word: string): Promise<void> {
  const id = randomUUIDv7();
  await emit(tx, {
    type: 'view.deleted',
    actor: { kind: 'system', id: null },
    subject: { type: 'view', id },
    payload: { viewId: id, word } as { viewId: string },
    audience: ['staff'],
    at: new Date(),
  });
}

export const say = (db: Database, ...words: string[]): Promise<void> =>
  transact(db, async (tx) => {
    for (const word of words) await emitWord(tx, word);
  });

export const wordOf = (event: { payload: unknown }): string => (event.payload as { word: string }).word;

/** Waits until the condition holds; throws after `ms`. */
export async function eventually(
  isSo: () => boolean | Promise<boolean>,
  what = 'it',
  ms = 8_000,
): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(15)) if (await isSo()) return;
  throw new Error(`waited in vain for ${what}`);
}

/** Cuts every connection of that application name, as a crashing server would. @returns how many */
export async function cut(url: string, applicationName: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()',
    [applicationName],
  );
  await client.end();
  return rowCount ?? 0;
}
