import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './types.gen.ts';

// Counters and positions are bigint; all of them stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Statements that get a name and so are parsed and planned once a connection. Bounded: lists of values make many texts. */
const NAMES_MAX = 400;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= NAMES_MAX) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** A client whose parametrised queries are prepared statements: planning once halves PostgreSQL's work. */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads; only (text, values) is changed
  override query(first: any, second?: any, third?: any): any {
    if (typeof first === 'string' && Array.isArray(second) && second.length > 0) {
      const name = nameOf(first);
      if (name !== undefined) return super.query({ name, text: first, values: second }, third);
    }
    return super.query(first, second, third);
  }
}

export function makePool(
  url: string,
  options: { max: number; name: string; onError: (error: Error) => void },
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    application_name: options.name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // A request that hangs on a lock must not hold its connection for ever.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    Client: PreparingClient,
  });
  // An idle connection that breaks (PostgreSQL restarted) is replaced at the next use.
  pool.on('error', options.onError);
  // So is one that breaks between two statements of a transaction: without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', options.onError));
  return pool;
}

export function makeDatabase(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
