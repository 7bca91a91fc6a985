import { CompiledQuery, type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { LATER, makeDatabase, makePool, PLANNED_ANEW } from './connect.ts';
import { type Tx, transact, violatedUnique } from './transact.ts';
import type { DB } from './types.gen.ts';

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
beforeAll(async () => {
  database = await testDatabase();
  // One connection: what a transaction leaves behind, the next one meets.
  pool = makePool(database.url, { max: 1, name: 'connect-test', onError: () => {} });
  db = makeDatabase(pool);
  await sql`create table public.word (word text primary key)`.execute(db);
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

const later = (tx: Tx, word: string) =>
  tx.executeQuery(CompiledQuery.raw(`insert into public.word (word) values ($1) ${LATER}`, [word]));
const words = async (on: Kysely<DB> = db) =>
  (
    await sql<{ word: string }>`select word from public.word where word like ${'%'} order by word`.execute(on)
  ).rows.map((row) => row.word);

describe('statements that are sent along', () => {
  it('are stored with the commit, and seen by what follows in the transaction', async () => {
    const seen = await transact(db, async (tx) => {
      await later(tx, 'a');
      await later(tx, 'b');
      return words(tx);
    });
    expect([seen, await words()]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('fail the transaction by their own error, at the commit', async () => {
    const failed = await transact(db, async (tx) => {
      await later(tx, 'c');
      await later(tx, 'a');
      await later(tx, 'd');
    }).catch((error: unknown) => error);
    expect(violatedUnique(failed)).toBe('word_pkey');
    expect(await words()).toEqual(['a', 'b']);
  });

  it('say why a statement behind them could not run', async () => {
    const failed = await transact(db, async (tx) => {
      await later(tx, 'a');
      return words(tx);
    }).catch((error: unknown) => error);
    expect(violatedUnique(failed)).toBe('word_pkey');
    expect(await words()).toEqual(['a', 'b']);
  });

  it('are gone when the work fails, and leave the connection whole', async () => {
    for (const word of ['a', 'e'])
      await expect(
        transact(db, async (tx) => {
          await later(tx, word);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
    await expect(
      transact(db, async () => {
        throw new Error('before anything was sent');
      }),
    ).rejects.toThrow('before anything');
    await transact(db, async () => {});
    expect(await words()).toEqual(['a', 'b']);
  });

  it('do not hide that the connection broke', async () => {
    await expect(
      transact(db, async (tx) => {
        await later(tx, 'f');
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
      }),
    ).rejects.toThrow();
    expect(await words()).toEqual(['a', 'b']);
  });
});

it('prepares a statement once a connection, but never one whose plan depends on its values', async () => {
  const ask = (mark: string) =>
    db.executeQuery(
      CompiledQuery.raw(`select word from public.word where word = $1 /* asked */ ${mark}`, ['a']),
    );
  for (let i = 0; i < 3; i++) {
    await ask('');
    await ask(PLANNED_ANEW);
  }
  const { rows } = await sql<{ statement: string }>`
    select statement from pg_prepared_statements where statement like '%/* asked */%' and name <> ''`.execute(
    db,
  );
  expect(rows.map((row) => row.statement.trim())).toEqual([
    'select word from public.word where word = $1 /* asked */',
  ]);
});
