import { can, type SearchResult } from '@xiaoer/contracts';
import { searchTokens } from '@xiaoer/nlu/text';
import { sql } from 'kysely';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { customerTerms, matchesAll, matchesEach } from '../../customers/index.ts';
import { excerpt } from '../rules/excerpt.ts';
import { isVisible } from '../visibility.ts';

type Hit = {
  conversation_id: string;
  message_id: string | null;
  number: number | null;
  customer_name: string;
  text: string;
  at: Date;
};

/** Newest messages looked through one by one before the index on words is asked. */
const NEWEST = 10_000;
/** If so many hits were among those, the next ones are as near: so many more are looked through. */
const PROMISING = 3;
const FURTHER = 100_000;

/**
 * Words in messages (replies and notes), newest first; all must match. A word that is said often has
 * enough hits among the newest messages, found in their order; only one that is said rarely goes through
 * the index on words, whose hits have to be sorted, and then there are few. PostgreSQL cannot tell the two
 * apart by itself, so the statement says it: `matchesEach` keeps the first parts off the index on words,
 * `+ 0` the last off the index on time.
 */
async function searchMessages(
  kernel: Kernel,
  agent: AgentPrincipal,
  terms: readonly string[],
  limit: number,
): Promise<Hit[]> {
  const visible = sql`from conversations.message_search s
    join conversations.conversation c on c.id = s.conversation_id
    where ${isVisible(agent)}`;
  const columns = sql`s.conversation_id, s.message_id, s.number, s.position, c.customer_name`;
  const { rows } = await sql<Hit>`
    with newest as (select coalesce(max(position), 0) - ${NEWEST}::int as floor from conversations.message_search),
    recent as materialized (
      select ${columns} ${visible} and ${matchesEach(terms)} and s.position > (select floor from newest)
      order by s.position desc limit ${limit}
    ),
    reached as (
      select count(recent.position) as hits, case when count(recent.position) >= ${PROMISING}::int then min(floor) - ${FURTHER}::int else min(floor) end as floor
      from newest left join recent on true
    ),
    further as materialized (
      select ${columns} ${visible} and ${matchesEach(terms)}
        and s.position > (select floor from reached) and s.position <= (select floor from newest)
        and (select hits from reached) < ${limit}
      order by s.position desc limit ${limit}
    ),
    older as (
      select ${columns} ${visible} and ${matchesAll(terms)} and s.position + 0 <= (select floor from reached)
        and (select hits from reached) + (select count(*) from further) < ${limit}
      order by s.position + 0 desc limit ${limit}
    ),
    found as (
      select * from recent union all select * from further union all select * from older
      order by position desc limit ${limit}
    )
    select found.conversation_id, found.message_id, found.number, found.customer_name, m.text, m.created_at as at
    from found
    join conversations.message m on m.conversation_id = found.conversation_id and m.id = found.message_id
    order by found.position desc`.execute(kernel.db);
  return rows;
}

async function findByNumber(kernel: Kernel, agent: AgentPrincipal, text: string): Promise<Hit[]> {
  const number = /^#?(\d{1,12})$/.exec(text.trim())?.[1];
  if (number === undefined) return [];
  const { rows } = await sql<Hit>`
    select c.id as conversation_id, null as message_id, null as number, c.customer_name, coalesce(c.last_reply_text, '') as text, c.last_activity_at as at
    from conversations.conversation c where c.number = ${number}::bigint and ${isVisible(agent)}`.execute(
    kernel.db,
  );
  return rows;
}

async function searchCustomers(
  kernel: Kernel,
  agent: AgentPrincipal,
  text: string,
  limit: number,
): Promise<SearchResult['customers']> {
  const terms = customerTerms(text);
  if (!can(agent.role, 'customers.read') || terms.length === 0) return [];
  const rows = await kernel.db
    .selectFrom('customers.customer')
    .select(['id', 'name', 'email', 'phone'])
    .where('merged_into_id', 'is', null)
    .where(matchesAll(terms))
    // The hits first, then their order: led by the order, all customers would be read for a rare name.
    .orderBy(sql`last_seen_at + interval '0'`, 'desc')
    .limit(limit)
    .execute();
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    detail: [r.email, r.phone].filter(Boolean).join(' · '),
  }));
}

export async function search(
  kernel: Kernel,
  agent: AgentPrincipal,
  query: { q: string; limit: number },
): Promise<SearchResult> {
  const terms = searchTokens(query.q);
  const [byNumber, byWords, customers] = await Promise.all([
    findByNumber(kernel, agent, query.q),
    terms.length === 0 ? [] : searchMessages(kernel, agent, terms, query.limit),
    searchCustomers(kernel, agent, query.q, 10),
  ]);
  return {
    conversations: [...byNumber, ...byWords].slice(0, query.limit).map((hit) => ({
      conversationId: hit.conversation_id,
      messageId: hit.message_id,
      number: hit.number,
      customerName: hit.customer_name,
      excerpt: excerpt(hit.text, terms),
      at: hit.at.toISOString(),
    })),
    customers,
  };
}
