import { searchTokens } from '@xiaoer/nlu/text';
import { type SqlBool, sql } from 'kysely';
import { cursorId, cursorInstant, decodeCursor, encodeCursor } from '../../../kernel/http/cursor.ts';
import type { Kernel } from '../../../kernel/module.ts';
import type { CustomerRecord } from '../present.ts';

export function presentListed(row: CustomerRecord) {
  return {
    id: row.id,
    name: row.name,
    isVip: row.is_vip,
    email: row.email,
    phone: row.phone,
    tags: row.tags,
    lastSeenAt: row.last_seen_at.toISOString(),
  };
}

/** Last seen first. `search` matches all its words in name, e-mail, phone (whole or the last four digits). */
export async function listCustomers(
  kernel: Kernel,
  query: { search?: string | undefined; cursor?: string | undefined; limit: number },
) {
  let select = kernel.db.selectFrom('customers.customer').selectAll().where('merged_into_id', 'is', null);
  if (query.search !== undefined) {
    const terms = customerTerms(query.search);
    if (terms.length === 0) return { items: [], next: null };
    select = select.where(matchesAll(terms));
  }
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2);
    select = select.where(
      sql<SqlBool>`(last_seen_at, id) < (${new Date(cursorInstant(at))}, ${cursorId(id)}::uuid)`,
    );
  }
  const rows = await select
    // A search finds its hits first and sorts them; led by the order, it would read all customers for a rare name.
    .orderBy(query.search === undefined ? sql.ref('last_seen_at') : sql`last_seen_at + interval '0'`, 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const items = rows.slice(0, query.limit);
  const last = items[items.length - 1];
  return {
    items: items.map(presentListed),
    next: rows.length > query.limit && last ? encodeCursor([last.last_seen_at.toISOString(), last.id]) : null,
  };
}

/** An address is looked for whole; everything else in the words that were indexed. */
export function customerTerms(text: string): string[] {
  const trimmed = text.trim().toLowerCase();
  if (/^\S+@\S+$/.test(trimmed)) return [trimmed];
  const digits = trimmed.replace(/[\s+-]/g, '');
  return /^\d{4,}$/.test(digits) ? [digits] : searchTokens(text);
}

/** Rows whose tokens have all the terms. */
export function matchesAll(terms: readonly string[]) {
  return sql<SqlBool>`tokens @@ ${queryOf(terms)}::tsquery`;
}

/** The same, looked at row by row: PostgreSQL never takes the index on words for a function. */
export function matchesEach(terms: readonly string[]) {
  return sql<SqlBool>`ts_match_vq(tokens, ${queryOf(terms)}::tsquery)`;
}

/** The terms quoted for tsquery: they are data, never syntax. */
const queryOf = (terms: readonly string[]): string =>
  terms.map((t) => `'${t.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`).join(' & ');
