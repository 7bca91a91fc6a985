import {
  type ConversationRow,
  STANDARD_VIEWS,
  type StandardViewId,
  type ViewFilter,
  type ViewSort,
} from '@xiaoer/contracts';
import { type RawBuilder, sql } from 'kysely';
import { PLANNED_ANEW } from '../../../kernel/db/connect.ts';
import type { Database, Tx } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { cursorId, cursorInstant, decodeCursor, encodeCursor } from '../../../kernel/http/cursor.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { type ConversationRecord, presentRow } from '../../conversations/index.ts';
import { filterConditions } from '../filter.ts';
import { disjointSources, visibleSources } from '../visibility.ts';

type Query = {
  view?: StandardViewId | undefined;
  viewId?: string | undefined;
  /** Instead of the view's own; a cursor holds for one order only. */
  sort?: ViewSort | undefined;
  cursor?: string | undefined;
  limit: number;
};
type Listed = ConversationRecord & { my_read_number: number | null; has_draft: boolean; phase: number };

/**
 * A part of a list that one index gives in order. `waiting` has two: who waits, longest first, and after
 * them the answered, newest first.
 */
type Phase = {
  number: number;
  column: 'waiting_since' | 'last_activity_at';
  isDescending: boolean;
  condition: RawBuilder<unknown>;
};

function phasesOf(sort: ViewSort, filter: ViewFilter): Phase[] {
  if (sort !== 'waiting')
    return [{ number: 1, column: 'last_activity_at', isDescending: sort === 'newest', condition: sql`true` }];
  const waiting: Phase = {
    number: 1,
    column: 'waiting_since',
    isDescending: false,
    condition: sql`c.waiting_since is not null`,
  };
  const answered: Phase = {
    number: 2,
    column: 'last_activity_at',
    isDescending: true,
    condition: sql`c.waiting_since is null`,
  };
  if (filter.isWaiting === undefined) return [waiting, answered];
  return filter.isWaiting ? [waiting] : [answered];
}

/** After the cursor's row within the phase; a later phase starts at its beginning, an earlier one is over. */
function afterCursor(
  phase: Phase,
  cursor: { phase: number; at: string; id: string } | null,
): RawBuilder<unknown> | null {
  if (!cursor || cursor.phase < phase.number) return sql`true`;
  if (cursor.phase > phase.number) return null;
  const column = sql.ref(`c.${phase.column}`);
  const place = sql`(${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  return phase.isDescending ? sql`(${column}, c.id) < ${place}` : sql`(${column}, c.id) > ${place}`;
}

function readCursor(cursor: string | undefined): { phase: number; at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [phase, at, id] = decodeCursor(cursor, 3);
  if (phase !== '1' && phase !== '2') throw coded('request.malformed');
  return { phase: Number(phase), at: cursorInstant(at), id: cursorId(id) };
}

/** Tags are rare or common: in order of time with many, by the index on tags with few. */
const planOf = (filter: ViewFilter) => (filter.tags ? sql.raw(PLANNED_ANEW) : sql``);

/** Rows of a view in order, one query whatever the view: every visible source gives its best, the best of all are joined. */
export async function selectRows(
  db: Database | Tx,
  agent: AgentPrincipal,
  view: { filter: ViewFilter; sort: ViewSort },
  page: { cursor: string | undefined; limit: number; extra?: RawBuilder<unknown> },
): Promise<{ items: ConversationRow[]; next: string | null }> {
  const cursor = readCursor(page.cursor);
  const isOwnOnly = view.filter.assignees?.length === 1 && view.filter.assignees[0] === 'me';
  const sources = isOwnOnly ? [sql`true`] : visibleSources(agent);
  const conditions = [...filterConditions(view.filter, agent.id), ...(page.extra ? [page.extra] : [])];
  const limit = page.limit + 1;
  const parts: RawBuilder<unknown>[] = [];
  for (const phase of phasesOf(view.sort, view.filter)) {
    const after = afterCursor(phase, cursor);
    if (after === null) continue;
    const column = sql.ref(`c.${phase.column}`);
    const direction = phase.isDescending ? sql`desc` : sql`asc`;
    for (const source of sources)
      parts.push(sql`(select c.id, ${sql.lit(phase.number)} as phase,
        ${phase.isDescending ? sql`-extract(epoch from ${column})` : sql`extract(epoch from ${column})`} as place
        from conversations.conversation c
        where ${sql.join([source, phase.condition, after, ...conditions], sql` and `)}
        order by ${column} ${direction}, c.id ${direction} limit ${limit})`);
  }
  if (parts.length === 0) return { items: [], next: null };
  const isDescending = view.sort === 'newest';
  const { rows } = await sql<Listed>`
    with best as (select distinct id, phase, place from (${sql.join(parts, sql` union all `)}) found)
    select conversation.*, best.phase, mark.number as my_read_number, (draft.user_id is not null) as has_draft
    from (select * from best order by phase, place, case when phase = 2 or ${sql.lit(isDescending)} then id end desc, id limit ${limit}) best
    join conversations.conversation on conversation.id = best.id
    left join conversations.read_mark mark on mark.conversation_id = best.id and mark.user_id = ${agent.id}::uuid
    left join conversations.draft on draft.conversation_id = best.id and draft.user_id = ${agent.id}::uuid
    order by best.phase, best.place, case when best.phase = 2 or ${sql.lit(isDescending)} then best.id end desc, best.id
    ${planOf(view.filter)}`.execute(db);
  const items = rows.slice(0, page.limit);
  const last = items[items.length - 1];
  const next = rows.length > page.limit && last ? encodeCursor(placeOf(last, view.sort)) : null;
  return { items: items.map(presentRow), next };
}

function placeOf(row: Listed, sort: ViewSort): string[] {
  const at = sort === 'waiting' && row.phase === 1 ? row.waiting_since! : row.last_activity_at;
  return [String(row.phase), at.toISOString(), row.id];
}

/** The definition of a standard view, or of a saved one that is the colleague's own or shared. */
export async function accessView(
  db: Database | Tx,
  agent: AgentPrincipal,
  id: string,
): Promise<{ filter: ViewFilter; sort: ViewSort }> {
  const row = await db
    .selectFrom('conversations.view')
    .select(['filter', 'sort', 'owner_id', 'is_shared'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row || (row.owner_id !== agent.id && !row.is_shared)) throw coded('conversations.view_not_found');
  return { filter: row.filter as ViewFilter, sort: row.sort as ViewSort };
}

export async function listConversations(kernel: Kernel, agent: AgentPrincipal, query: Query) {
  const view =
    query.viewId !== undefined
      ? await accessView(kernel.db, agent, query.viewId)
      : STANDARD_VIEWS[query.view ?? 'mine-waiting'];
  return selectRows(
    kernel.db,
    agent,
    { filter: view.filter, sort: query.sort ?? view.sort },
    { cursor: query.cursor, limit: query.limit },
  );
}

/** A customer's conversations that the colleague may see, newest first. */
export async function listCustomerConversations(
  kernel: Kernel,
  agent: AgentPrincipal,
  customerId: string,
  query: { cursor?: string | undefined; limit: number },
) {
  return selectRows(
    kernel.db,
    agent,
    { filter: {}, sort: 'newest' },
    { ...query, cursor: query.cursor, extra: sql`c.customer_id = ${customerId}::uuid` },
  );
}

const COUNT_MAX = 100;

/** Rows of a saved view, counted to a hundred: a badge says 99+. */
export async function countView(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
): Promise<{ count: number; isCapped: boolean }> {
  const { filter } = await accessView(kernel.db, agent, id);
  const conditions = filterConditions(filter, agent.id);
  // One after the other, and no further than the hundredth.
  const parts = disjointSources(agent).map(
    (source) =>
      sql`(select 1 from conversations.conversation c where ${sql.join([source, ...conditions], sql` and `)} limit ${COUNT_MAX})`,
  );
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from (select 1 from (${sql.join(parts, sql` union all `)}) each limit ${COUNT_MAX}) found
    ${planOf(filter)}`.execute(kernel.db);
  const count = rows[0]?.count ?? 0;
  return { count, isCapped: count >= COUNT_MAX };
}
