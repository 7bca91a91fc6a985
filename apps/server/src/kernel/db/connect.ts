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
  if (names.size >= NAMES_MAX || text.endsWith(PLANNED_ANEW)) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * Ends a statement whose answer nobody waits for: it is sent along with the next one, and its failure is
 * the transaction's when that commits. Only for statements that give nothing back.
 */
export const LATER = '/* later */';

/**
 * Ends a statement whose best plan depends on its values, a rare tag or a common one: it gets no name, so
 * that PostgreSQL never settles on one plan for all of them.
 */
export const PLANNED_ANEW = '/* planned anew */';

type Answer = { command: string; rowCount: number | null; rows: unknown[] };
const SENT_AHEAD: Answer = { command: 'BEGIN', rowCount: null, rows: [] };
const SENT_LATER: Answer = { command: 'INSERT', rowCount: 1, rows: [] };

/** PostgreSQL's word for "an earlier statement of this transaction failed". */
const ABORTED = '25P02';

/**
 * A client whose parametrised queries are prepared statements (planning once halves PostgreSQL's work) and
 * which saves round trips: `begin` leaves together with the first statement, statements marked LATER with
 * the commit. PostgreSQL works them off in order, so the outcome is the same.
 */
class PreparingClient extends pg.Client {
  #later: Promise<unknown>[] = [];
  #isHeldBack = false;

  // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads; only (text, values) is changed
  override query(first: any, second?: any, third?: any): any {
    if (typeof first !== 'string' || third !== undefined)
      return this.#send(super.query(first, second, third));
    if (first === 'begin') return this.#ahead(first);
    if (first === 'commit') return this.#commit();
    if (first === 'rollback') this.#later = [];
    if (!Array.isArray(second) || second.length === 0) return this.#send(super.query(first, second));
    const name = nameOf(first);
    const statement =
      name === undefined ? { text: first, values: second } : { name, text: first, values: second };
    if (first.endsWith(LATER)) return this.#sendLater(statement);
    return this.#send(
      this.#later.length === 0 ? super.query(statement) : this.#explained(super.query(statement)),
    );
  }

  get #stream(): { cork(): void; uncork(): void } {
    return (this as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
      .stream;
  }

  /** What is written now waits for the next statement: one packet instead of two. */
  #holdBack(): void {
    if (this.#isHeldBack) return;
    this.#isHeldBack = true;
    this.#stream.cork();
  }

  #send<T>(query: T): T {
    if (this.#isHeldBack) {
      this.#isHeldBack = false;
      this.#stream.uncork();
    }
    return query;
  }

  #ahead(text: string): Promise<Answer> {
    this.#holdBack();
    // Only a broken connection fails it, and that fails the statement behind it as well.
    super.query(text).catch(() => {});
    return Promise.resolve(SENT_AHEAD);
  }

  #sendLater(statement: pg.QueryConfig): Promise<Answer> {
    this.#holdBack();
    const sent = super.query(statement);
    sent.catch(() => {});
    this.#later.push(sent);
    return Promise.resolve(SENT_LATER);
  }

  async #commit(): Promise<unknown> {
    const later = this.#later;
    this.#later = [];
    const committed = this.#send(super.query('commit'));
    committed.catch(() => {});
    // PostgreSQL answers the commit of a failed transaction without an error: theirs has to be asked for.
    for (const sent of later) await sent;
    return committed;
  }

  /** A statement behind a failed one is told only that; the caller wants to know why. */
  async #explained<T>(query: Promise<T>): Promise<T> {
    const before = [...this.#later];
    try {
      return await query;
    } catch (error) {
      if ((error as { code?: string }).code === ABORTED) for (const sent of before) await sent;
      throw error;
    }
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
    pipeline: true,
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
