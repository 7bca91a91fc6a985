import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from './types.gen.ts';

export type Database = Kysely<DB>;
/** Repos and `emit` accept only this; a plain connection does not satisfy it. */
export type Tx = Transaction<DB>;

/** What a transaction wants done once it has committed (nudging the relay, for instance). */
const afterCommit = new WeakMap<Tx, Set<() => void>>();

/** Runs `effect` after the commit, once, however often it is asked for; never after a rollback. */
export function onCommit(tx: Tx, effect: () => void): void {
  const effects = afterCommit.get(tx);
  if (!effects) throw new Error('onCommit outside of transact');
  effects.add(effect);
}

/** PostgreSQL's words for "try again": serialization failure, deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
const TRIES = 4;

/**
 * One transaction (read committed). A deadlock or serialization failure is tried again up to three
 * times: `work` must have no effect outside the database.
 */
export async function transact<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const effects = new Set<() => void>();
    try {
      const result = await db.transaction().execute(async (tx) => {
        afterCommit.set(tx, effects);
        return work(tx);
      });
      for (const effect of effects) effect();
      return result;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (attempt >= TRIES || code === undefined || !RETRYABLE.has(code)) throw error;
    }
  }
}

/** One consistent look at everything (repeatable read, read only), for snapshots with a cursor. */
export async function snapshot<T>(db: Database, look: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => look(tx));
}

/** The name of the violated unique constraint, or null if the error is another one. */
export function violatedUnique(error: unknown): string | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' ? (constraint ?? '') : null;
}

/** Cheap question whether the database answers. */
export async function ping(db: Database): Promise<void> {
  await sql`select 1`.execute(db);
}
