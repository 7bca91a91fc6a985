import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/transact.ts';
import type { Subscriber } from '../../kernel/events/subscribers.ts';
import type { Kernel } from '../../kernel/module.ts';
import { bySystem, changeWithTimeline } from './change.ts';
import type { ConversationRecord } from './repo.ts';
import { releaseSeat } from './seats.ts';

/**
 * What a deactivated colleague had open goes back to its team's queue. It hears of the seat and not of the
 * user: once the seat is told of as inactive nothing more can be given to it, so nothing is overlooked.
 * Snoozed ones find their way when they wake, as for anybody without room.
 */
export const makeLeavers = (kernel: Kernel): Subscriber => ({
  name: 'conversations.leavers',
  from: 'beginning',
  types: ['seat.changed'],
  async handle(tx, events) {
    const offline = new Set<string>();
    for (const event of events)
      if (event.type === 'seat.changed' && event.payload.seat.presence === 'offline')
        offline.add(event.payload.seat.userId);
    if (offline.size > 0) await sendBack(tx, [...offline], kernel.clock.now());
  },
});

async function sendBack(tx: Tx, userIds: readonly string[], at: Date): Promise<void> {
  const { rows } = await sql<ConversationRecord>`
    select c.* from conversations.conversation c
    join conversations.seat s on s.user_id = c.assignee_id and not s.is_active
    where c.status = 'open' and c.assignee_id = any (${userIds}::uuid[])
    order by c.id for update of c`.execute(tx);
  const by = bySystem(at);
  for (const row of rows) {
    const { assignee_id: previousAssigneeId } = row;
    if (previousAssigneeId === null) continue;
    await releaseSeat(tx, previousAssigneeId, { actor: by.actor, at });
    await changeWithTimeline(tx, row, by, {
      type: 'conversation.assigned',
      changes: { assignee_id: null },
      line: { type: 'unassigned' },
      more: { previousAssigneeId },
      isVisibleToShopper: true,
    });
  }
}
