import type { CustomerSummary, Team, User } from '@xiaoer/contracts';
import { indexTokens } from '@xiaoer/nlu/text';
import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/transact.ts';
import { emit } from '../../kernel/events/emit.ts';
import type { StampedEvent } from '../../kernel/events/read.ts';
import type { Subscriber } from '../../kernel/events/subscribers.ts';
import type { Kernel } from '../../kernel/module.ts';
import { resolve } from './actions/move.ts';
import { colleagues } from './audience.ts';
import { bySystem } from './change.ts';
import { presentConversation } from './present.ts';
import { type ConversationRecord, lockConversation, updateConversation } from './repo.ts';
import { announceSeat, changeSeat } from './seats.ts';

/** Who answers customers for a living is online when they come; others say so when they want to help. */
const takesConversations = (user: User) => user.role === 'agent' || user.role === 'lead';

const SYSTEM = { kind: 'system', id: null } as const;

/** Seats follow the colleagues: who joins gets one; capacity, teams and activity are copied. */
function seats(kernel: Kernel): Subscriber {
  const follow = async (tx: Tx, user: User) => {
    const made = await tx
      .insertInto('conversations.seat')
      .values({
        user_id: user.id,
        capacity: user.capacity,
        team_ids: user.teamIds,
        is_active: user.isActive,
        wish: takesConversations(user) ? 'online' : 'offline',
      })
      .onConflict((c) => c.column('user_id').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (made) return announceSeat(tx, made, SYSTEM, kernel.clock.now());
    await changeSeat(
      tx,
      user.id,
      { capacity: user.capacity, team_ids: user.teamIds, is_active: user.isActive },
      { actor: SYSTEM, at: kernel.clock.now() },
    );
  };
  const followTeam = async (tx: Tx, teamId: string, memberIds: readonly string[]) => {
    const { rows } = await sql<{ user_id: string }>`
      select user_id from conversations.seat where (${teamId}::uuid = any (team_ids)) <> (user_id = any (${memberIds}::uuid[])) order by user_id`.execute(
      tx,
    );
    for (const { user_id } of rows) {
      const isMember = memberIds.includes(user_id);
      await tx
        .updateTable('conversations.seat')
        .set({
          team_ids: isMember
            ? sql`array_append(team_ids, ${teamId}::uuid)`
            : sql`array_remove(team_ids, ${teamId}::uuid)`,
        })
        .where('user_id', '=', user_id)
        .execute();
    }
  };
  return {
    name: 'conversations.seats',
    from: 'beginning',
    types: ['user.joined', 'user.updated', 'team.created', 'team.updated', 'team.deleted'],
    async handle(tx, events) {
      for (const event of events) {
        if (event.type === 'user.joined' || event.type === 'user.updated')
          await follow(tx, event.payload.user);
        else if (event.type === 'team.created' || event.type === 'team.updated')
          await followTeam(tx, event.payload.team.id, (event.payload.team as Team).memberIds);
        else if (event.type === 'team.deleted') await followTeam(tx, event.payload.teamId, []);
      }
    },
  };
}

/** Rows show the customer's name; conversations follow a merge and come back by its undo. */
function customers(kernel: Kernel): Subscriber {
  const tell = async (tx: Tx, row: ConversationRecord) =>
    emit(tx, {
      type: 'conversation.customer_changed',
      actor: SYSTEM,
      subject: { type: 'conversation', id: row.id },
      payload: { conversation: presentConversation(row) },
      audience: colleagues(row),
      at: kernel.clock.now(),
    });
  const rename = async (tx: Tx, customer: CustomerSummary) => {
    const rows = await tx
      .selectFrom('conversations.conversation')
      .selectAll()
      .where('customer_id', '=', customer.id)
      .where((eb) =>
        eb.or([eb('customer_name', '!=', customer.name), eb('customer_is_vip', '!=', customer.isVip)]),
      )
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const row of rows)
      await tell(
        tx,
        await updateConversation(tx, row, { customer_name: customer.name, customer_is_vip: customer.isVip }),
      );
  };
  /** Two unresolved conversations cannot stand side by side: the one with the older activity is resolved. */
  const makeRoom = async (
    tx: Tx,
    row: ConversationRecord,
    customerId: string,
  ): Promise<ConversationRecord> => {
    if (row.status === 'resolved') return row;
    const other = await tx
      .selectFrom('conversations.conversation')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('channel_id', '=', row.channel_id)
      .where('status', '!=', 'resolved')
      .forUpdate()
      .executeTakeFirst();
    if (!other) return row;
    const by = bySystem(kernel.clock.now());
    if (other.last_activity_at >= row.last_activity_at) return resolve(tx, row, by);
    await resolve(tx, other, by);
    return row;
  };
  const move = async (tx: Tx, id: string, to: CustomerSummary) => {
    const row = await lockConversation(tx, id);
    if (!row) return;
    const ready = await makeRoom(tx, row, to.id);
    await tell(
      tx,
      await updateConversation(tx, ready, {
        customer_id: to.id,
        customer_name: to.name,
        customer_is_vip: to.isVip,
      }),
    );
  };
  return {
    name: 'conversations.customers',
    from: 'beginning',
    types: ['customer.updated', 'customer.identified', 'customer.merged', 'customer.merge_undone'],
    async handle(tx, events) {
      for (const event of events) {
        if (event.type === 'customer.updated' || event.type === 'customer.identified')
          await rename(tx, event.payload.customer);
        else if (event.type === 'customer.merged') {
          const { mergeId, mergedId, survivor } = event.payload;
          const rows = await tx
            .selectFrom('conversations.conversation')
            .select('id')
            .where('customer_id', '=', mergedId)
            .orderBy('id')
            .execute();
          for (const { id } of rows) {
            await tx
              .insertInto('conversations.moved')
              .values({ merge_id: mergeId, conversation_id: id })
              .onConflict((c) => c.doNothing())
              .execute();
            await move(tx, id, survivor);
          }
          await rename(tx, survivor);
        } else if (event.type === 'customer.merge_undone') {
          const rows = await tx
            .selectFrom('conversations.moved')
            .select('conversation_id')
            .where('merge_id', '=', event.payload.mergeId)
            .orderBy('conversation_id')
            .execute();
          for (const { conversation_id } of rows) await move(tx, conversation_id, event.payload.restored);
          await rename(tx, event.payload.survivor);
        }
      }
    },
  };
}

/** Words of replies and notes, and names of files, become search tokens. */
const search: Subscriber = {
  name: 'conversations.search',
  from: 'beginning',
  types: ['conversation.opened', 'message.added'],
  async handle(tx, events) {
    const rows = events.flatMap((event: StampedEvent) => {
      if (event.type !== 'conversation.opened' && event.type !== 'message.added') return [];
      const { message } = event.payload;
      const tokens = indexTokens([message.text, ...message.attachments.map((a) => a.name)].join('\n'));
      return tokens.length === 0
        ? []
        : [
            {
              conversation_id: message.conversationId,
              message_id: message.id,
              number: message.number,
              tokens: sql<string>`array_to_tsvector(${tokens}::text[])`,
            },
          ];
    });
    if (rows.length === 0) return;
    await tx
      .insertInto('conversations.message_search')
      .values(rows)
      .onConflict((c) => c.columns(['conversation_id', 'message_id']).doNothing())
      .execute();
  },
};

export const makeSubscribers = (kernel: Kernel): Subscriber[] => [seats(kernel), customers(kernel), search];
