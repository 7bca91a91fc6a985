import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { type Database, type Tx, transact } from '../../../kernel/db/transact.ts';

/**
 * One transaction for everything that better-auth writes during a request, so that the events of a sign-in
 * commit with its session. It opens at the first write: checking a password takes a tenth of a second, and
 * a flood of wrong ones must not hold all connections meanwhile.
 */
export class UnitOfWork {
  readonly #db: Database;
  readonly #end = Promise.withResolvers<void>();
  #tx: Promise<Tx> | null = null;
  #done: Promise<void> = Promise.resolve();

  constructor(db: Database) {
    this.#db = db;
    this.#end.promise.catch(() => {});
  }

  get isOpen(): boolean {
    return this.#tx !== null;
  }

  /** The transaction; begins it at the first call. */
  open(): Promise<Tx> {
    this.#tx ??= new Promise<Tx>((resolve, reject) => {
      let attempts = 0;
      this.#done = transact(this.#db, async (tx) => {
        // `transact` would run the work again after a deadlock, but here it has passed already.
        if (++attempts > 1) throw new Error('better-auth request met a deadlock');
        resolve(tx);
        await this.#end.promise;
      });
      this.#done.catch(reject);
    });
    return this.#tx;
  }

  async commit(): Promise<void> {
    this.#end.resolve();
    await this.#done;
  }

  async rollback(): Promise<void> {
    this.#end.reject(new RolledBack());
    await this.#done.catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  }
}

class RolledBack extends Error {}

const current = new AsyncLocalStorage<UnitOfWork>();

/** The unit of work of the request that is being served. */
export function currentUnit(): UnitOfWork {
  const unit = current.getStore();
  if (!unit) throw new Error('outside of a unit of work');
  return unit;
}

/** Runs `work` in a unit; commits if it answers true with its result, else rolls back. */
export async function inUnit<T>(
  db: Database,
  work: (unit: UnitOfWork) => Promise<{ result: T; isKept: boolean }>,
): Promise<T> {
  const unit = new UnitOfWork(db);
  let outcome: { result: T; isKept: boolean };
  try {
    outcome = await current.run(unit, () => work(unit));
  } catch (error) {
    await unit.rollback();
    throw error;
  }
  if (outcome.isKept) await unit.commit();
  else await unit.rollback();
  return outcome.result;
}

/** Sends reads to the pool until the unit has written, then everything to its transaction. */
class UnitConnection implements DatabaseConnection {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const unit = current.getStore();
    const isRead = query.query.kind === 'SelectQueryNode';
    if (!unit || (isRead && !unit.isOpen)) return this.#db.executeQuery<R>(query as CompiledQuery<R>);
    const tx = await unit.open();
    return tx.executeQuery<R>(query as CompiledQuery<R>);
  }

  // biome-ignore lint/correctness/useYield: the interface wants a generator; nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('not streamed');
  }
}

class UnitDriver implements Driver {
  readonly #connection: UnitConnection;

  constructor(db: Database) {
    this.#connection = new UnitConnection(db);
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('the unit of work is the transaction');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/** A Kysely for better-auth whose statements belong to the unit of work of their request. */
export function unitDatabase(db: Database): Kysely<Record<string, Record<string, unknown>>> {
  return new Kysely({
    dialect: {
      createDriver: () => new UnitDriver(db),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (own) => new PostgresIntrospector(own),
    },
  });
}
