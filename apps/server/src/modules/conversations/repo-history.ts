import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import type { MessageRecord } from './repo.ts';

/** A place in what was said with a customer: the message of this number, in this conversation. */
export type HistoryPlace = { conversationId: string; number: number };

/**
 * What was said with a customer in a channel, over all their conversations, newest first; `before` is
 * exclusive. Notes and the timeline are no part of it. Ids of conversations are made in order of time, and
 * each has a message, so that as many conversations are looked into as messages are asked for.
 */
export async function listHistory(
  db: Database | Tx,
  options: { channelId: string; customerId: string; before: HistoryPlace | null; limit: number },
): Promise<MessageRecord[]> {
  const { channelId, customerId, before, limit } = options;
  const upTo = before ? sql`and id <= ${before.conversationId}::uuid` : sql``;
  const earlier = before
    ? sql`and (c.id <> ${before.conversationId}::uuid or m.number < ${before.number})`
    : sql``;
  const { rows } = await sql<MessageRecord>`
    select m.* from (
      select id from conversations.conversation
      where customer_id = ${customerId}::uuid and channel_id = ${channelId}::uuid ${upTo}
      order by id desc limit ${limit}
    ) c
    cross join lateral (
      select * from conversations.message m
      where m.conversation_id = c.id and m.kind = 'reply' ${earlier}
      order by m.number desc limit ${limit}
    ) m
    order by m.conversation_id desc, m.number desc limit ${limit}`.execute(db);
  return rows;
}
