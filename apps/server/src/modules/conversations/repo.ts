import type { Message, TimelineEvent } from '@xiaoer/contracts';
import { CompiledQuery, type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { LATER } from '../../kernel/db/connect.ts';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import type { ConversationsConversation, ConversationsMessage } from '../../kernel/db/types.gen.ts';

export type ConversationRecord = Selectable<ConversationsConversation>;
export type MessageRecord = Selectable<ConversationsMessage>;

const NO_TEAM = '00000000-0000-0000-0000-000000000000';

/**
 * "Of one of these teams", null being none, in the words of the indexes behind lists: they keep their order
 * for a value, while for `is null` PostgreSQL would read and sort all of it.
 */
export function inTeams(table: string, teamIds: readonly (string | null)[]): RawBuilder<SqlBool> {
  const team = sql`coalesce(${sql.ref(`${table}.team_id`)}, ${sql.lit(NO_TEAM)}::uuid)`;
  const ids = teamIds.map((id) => id ?? NO_TEAM);
  return ids.length === 1 ? sql`${team} = ${ids[0]}::uuid` : sql`${team} = any (${ids}::uuid[])`;
}

/** The conversation, locked for this transaction; its messages' numbers are given under this lock. */
export async function lockConversation(tx: Tx, id: string): Promise<ConversationRecord | undefined> {
  return tx
    .selectFrom('conversations.conversation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findConversation(
  db: Database | Tx,
  id: string,
): Promise<ConversationRecord | undefined> {
  return db.selectFrom('conversations.conversation').selectAll().where('id', '=', id).executeTakeFirst();
}

const LOCK_NEWEST = `select * from conversations.conversation where customer_id = $1 and channel_id = $2
  order by (status = 'resolved'), opened_at desc limit 1 for update`;

/** The customer's conversation that a new message belongs to: the unresolved one, else the newest. */
export async function lockNewest(
  tx: Tx,
  channelId: string,
  customerId: string,
): Promise<ConversationRecord | undefined> {
  const { rows } = await tx.executeQuery<ConversationRecord>(
    CompiledQuery.raw(LOCK_NEWEST, [customerId, channelId]),
  );
  return rows[0];
}

/** The customer's conversation in a channel that stands before them: the unresolved one, else the newest. */
export async function findNewest(
  db: Database | Tx,
  channelId: string,
  customerId: string,
): Promise<ConversationRecord | undefined> {
  return db
    .selectFrom('conversations.conversation')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('channel_id', '=', channelId)
    .orderBy(sql`(status = 'resolved')`)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Nobody is told a longer queue than this: counting stops there. */
export const QUEUE_COUNT_MAX = 100;

/** How many of the same team wait before this one; null if it is not in the queue. */
export async function queuePosition(db: Database | Tx, row: ConversationRecord): Promise<number | null> {
  if (row.status !== 'open' || row.assignee_id !== null || row.waiting_since === null) return null;
  let before = db
    .selectFrom('conversations.conversation')
    .select('id')
    .where('status', '=', 'open')
    .where('assignee_id', 'is', null)
    // In the order in which assignment takes them: VIPs first, then who waits longest.
    .where((eb) =>
      eb.or([
        eb('customer_is_vip', '>', row.customer_is_vip),
        eb.and([
          eb('customer_is_vip', '=', row.customer_is_vip),
          eb(eb.refTuple('waiting_since', 'id'), '<', eb.tuple(row.waiting_since as Date, row.id)),
        ]),
      ]),
    );
  before =
    row.team_id === null ? before.where('team_id', 'is', null) : before.where('team_id', '=', row.team_id);
  const counted = await db
    .selectFrom(before.limit(QUEUE_COUNT_MAX).as('before'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** Teams with conversations that nobody has; null stands for no team. */
export async function queueTeams(db: Database | Tx): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('conversations.conversation')
    .select('team_id')
    .distinct()
    .where('status', '=', 'open')
    .where('assignee_id', 'is', null)
    .limit(1_000)
    .execute();
  return rows.map((r) => r.team_id);
}

/** Who waits in a team's queue, in turn; as many as are told their place. */
export async function listQueue(
  db: Database | Tx,
  teamId: string | null,
): Promise<{ id: string; customer_id: string }[]> {
  let query = db
    .selectFrom('conversations.conversation')
    .select(['id', 'customer_id'])
    .where('status', '=', 'open')
    .where('assignee_id', 'is', null)
    .where('waiting_since', 'is not', null);
  query = teamId === null ? query.where('team_id', 'is', null) : query.where('team_id', '=', teamId);
  return query
    .orderBy('customer_is_vip', 'desc')
    .orderBy('waiting_since')
    .orderBy('id')
    .limit(QUEUE_COUNT_MAX)
    .execute();
}

export type ConversationChanges = Partial<Omit<ConversationRecord, 'id' | 'number' | 'version'>>;

const updates = new Map<string, string>();

/** The statement for these columns, written out once: it runs with every message. */
function updateOf(columns: readonly string[]): string {
  const key = columns.join();
  let text = updates.get(key);
  if (text === undefined) {
    const set = columns.map((column, i) => `${column} = $${i + 3}`).join(', ');
    text = `update conversations.conversation set version = $2${set && `, ${set}`} where id = $1 ${LATER}`;
    updates.set(key, text);
  }
  return text;
}

/** Writes changes to a locked conversation and counts its version up; leaves with the commit. */
export async function updateConversation(
  tx: Tx,
  row: ConversationRecord,
  changes: ConversationChanges,
): Promise<ConversationRecord> {
  const version = row.version + 1;
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const text = updateOf(given.map(([column]) => column));
  await tx.executeQuery(CompiledQuery.raw(text, [row.id, version, ...given.map(([, value]) => value)]));
  return { ...row, ...changes, version };
}

export type NewConversation = Pick<
  ConversationRecord,
  | 'id'
  | 'channel_type'
  | 'channel_id'
  | 'customer_id'
  | 'customer_name'
  | 'customer_is_vip'
  | 'team_id'
  | 'language'
  | 'opened_at'
>;

export async function insertConversation(tx: Tx, conversation: NewConversation): Promise<ConversationRecord> {
  return tx
    .insertInto('conversations.conversation')
    .values({ ...conversation, last_activity_at: conversation.opened_at })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export type NewMessage = {
  id: string;
  conversationId: string;
  number: number;
  kind: Message['kind'];
  author: Message['author'];
  text?: string;
  attachments?: Message['attachments'];
  mentionIds?: readonly string[];
  replyToId?: string | null;
  event?: TimelineEvent | null;
  at: Date;
};

// Written out, as the update above, and sent with the commit. See kernel/db/connect.ts.
const INSERT_MESSAGE = `insert into conversations.message
  (conversation_id, id, number, kind, author_kind, author_id, author_name, text, attachments, mention_ids, reply_to_id, event, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ${LATER}`;

/** Stores a message. A unique violation of `message_pkey` means that this id was stored before. */
export async function insertMessage(tx: Tx, m: NewMessage): Promise<Message> {
  const message: Message = {
    id: m.id,
    conversationId: m.conversationId,
    number: m.number,
    kind: m.kind,
    author: m.author,
    text: m.text ?? '',
    attachments: m.attachments ?? [],
    mentionIds: [...(m.mentionIds ?? [])],
    replyToId: m.replyToId ?? null,
    event: m.event ?? null,
    createdAt: m.at.toISOString(),
  };
  await tx.executeQuery(
    CompiledQuery.raw(INSERT_MESSAGE, [
      message.conversationId,
      message.id,
      message.number,
      message.kind,
      message.author.kind,
      message.author.id,
      message.author.name,
      message.text,
      JSON.stringify(message.attachments),
      message.mentionIds,
      message.replyToId,
      message.event === null ? null : JSON.stringify(message.event),
      m.at,
    ]),
  );
  return message;
}

export async function findMessage(
  db: Database | Tx,
  conversationId: string,
  id: string,
): Promise<MessageRecord | undefined> {
  return db
    .selectFrom('conversations.message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Newest first; `before` is exclusive. One more than asked tells whether there are older ones. */
export async function listMessages(
  db: Database | Tx,
  options: {
    conversationId: string;
    before: number | null;
    limit: number;
  },
): Promise<MessageRecord[]> {
  let query = db
    .selectFrom('conversations.message')
    .selectAll()
    .where('conversation_id', '=', options.conversationId);
  if (options.before !== null) query = query.where('number', '<', options.before);
  return query.orderBy('number', 'desc').limit(options.limit).execute();
}
