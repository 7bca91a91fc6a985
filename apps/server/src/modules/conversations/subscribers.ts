import type { Team, User } from '@xiaoer/contracts';
import { indexTokens } from '@xiaoer/nlu/text';
import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/transact.ts';
import type { StampedEvent } from '../../kernel/events/read.ts';
import type { Subscriber } from '../../kernel/events/subscribers.ts';
import type { Kernel } from '../../kernel/module.ts';
import { followMerge, followUndo, renameCustomer } from './actions/follow-customer.ts';
import { makeLeavers } from './leavers.ts';
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
const customers = (kernel: Kernel): Subscriber => ({
  name: 'conversations.customers',
  from: 'beginning',
  types: ['customer.updated', 'customer.identified', 'customer.merged', 'customer.merge_undone'],
  async handle(tx, events) {
    const at = kernel.clock.now();
    for (const event of events) {
      if (event.type === 'customer.updated' || event.type === 'customer.identified')
        await renameCustomer(tx, event.payload.customer, at);
      else if (event.type === 'customer.merged') await followMerge(tx, event.payload, at);
      else if (event.type === 'customer.merge_undone') await followUndo(tx, event.payload, at);
    }
  },
});

/** Words of replies and notes, and names of files, become search tokens. */
const search: Subscriber = {
  name: 'conversations.search',
  from: 'beginning',
  gatherMs: 100,
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

export const makeSubscribers = (kernel: Kernel): Subscriber[] => [
  seats(kernel),
  makeLeavers(kernel),
  customers(kernel),
  search,
];
