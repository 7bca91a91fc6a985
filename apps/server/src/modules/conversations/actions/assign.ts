import { can } from '@xiaoer/contracts';
import type { Tx } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import { holdTeam } from '../../identity/index.ts';
import { type By, bySystem, changeWithTimeline } from '../change.ts';
import type { ConversationRecord } from '../repo.ts';
import { findSeat, releaseSeat, takeFreeSeat, takeSeat } from '../seats.ts';

/** Moves the place in the capacity from one assignee to the next. Snoozed conversations hold none. */
async function moveSeat(
  tx: Tx,
  row: ConversationRecord,
  to: string | null,
  options: { by: By; isForced: boolean },
): Promise<void> {
  if (row.status !== 'open' || row.assignee_id === to) return;
  const seat = { actor: options.by.actor, at: options.by.at };
  if (to !== null && !(await takeSeat(tx, to, { ...seat, isForced: options.isForced }))) {
    const found = await findSeat(tx, to);
    if (!found?.is_active) throw coded('conversations.assignee_invalid');
    throw coded('conversations.over_capacity', { capacity: found.capacity });
  }
  if (row.assignee_id !== null) await releaseSeat(tx, row.assignee_id, seat);
}

async function checkAssignee(tx: Tx, userId: string): Promise<void> {
  const seat = await findSeat(tx, userId);
  if (!seat?.is_active) throw coded('conversations.assignee_invalid');
}

const mayForce = (agent: AgentPrincipal, to: string | null) =>
  to !== agent.id && can(agent.role, 'conversations.assign.over_capacity');

/** Takes an unassigned conversation for oneself, within one's capacity. */
export async function claim(
  tx: Tx,
  row: ConversationRecord,
  agent: AgentPrincipal,
  by: By,
): Promise<ConversationRecord> {
  await checkAssignee(tx, agent.id);
  await moveSeat(tx, row, agent.id, { by, isForced: false });
  return tellAssigned(tx, row, agent.id, by, false);
}

/** Gives to a colleague, or to nobody: then it waits in its team's queue. Leads may go beyond the capacity. */
export async function assign(
  tx: Tx,
  row: ConversationRecord,
  agent: AgentPrincipal,
  to: string | null,
  by: By,
): Promise<ConversationRecord> {
  if (to === row.assignee_id) return row;
  if (to !== null) await checkAssignee(tx, to);
  await moveSeat(tx, row, to, { by, isForced: mayForce(agent, to) });
  return tellAssigned(tx, row, to, by, false);
}

/** Hands over to a team, a colleague or both; without a colleague it waits in that team's queue. */
export async function transfer(
  tx: Tx,
  row: ConversationRecord,
  agent: AgentPrincipal,
  to: { teamId: string | null; assigneeId: string | null; reason: string },
  by: By,
): Promise<ConversationRecord> {
  if (to.teamId !== null) await holdTeam(tx, to.teamId);
  if (to.assigneeId !== null) await checkAssignee(tx, to.assigneeId);
  await moveSeat(tx, row, to.assigneeId, { by, isForced: mayForce(agent, to.assigneeId) });
  const teamId = to.teamId ?? row.team_id;
  return changeWithTimeline(tx, row, by, {
    type: 'conversation.transferred',
    changes: { team_id: teamId, assignee_id: to.assigneeId },
    line: { type: 'transferred', teamId, assigneeId: to.assigneeId, reason: to.reason },
    more: { previousAssigneeId: row.assignee_id, previousTeamId: row.team_id },
    isVisibleToShopper: true,
  });
}

/** Writes down that the agent has it; the place in their capacity was taken before. */
export async function tellTaken(
  tx: Tx,
  row: ConversationRecord,
  userId: string,
  by: By,
): Promise<ConversationRecord> {
  return tellAssigned(tx, row, userId, by, false);
}

async function tellAssigned(
  tx: Tx,
  row: ConversationRecord,
  to: string | null,
  by: By,
  isAutomatic: boolean,
): Promise<ConversationRecord> {
  return changeWithTimeline(tx, row, by, {
    type: 'conversation.assigned',
    changes: { assignee_id: to },
    line: to === null ? { type: 'unassigned' } : { type: 'assigned', assigneeId: to, isAutomatic },
    more: { previousAssigneeId: row.assignee_id },
    isVisibleToShopper: true,
  });
}

/**
 * Gives the longest waiting conversation of the queues to the agent who should have it (VIPs first).
 * The claim of the agent's place and of the conversation are one transaction under both rows' locks.
 * @param teamId whose queue; null: of the conversations without a team
 * @returns whether one was given
 */
export async function assignNext(tx: Tx, teamId: string | null, at: Date): Promise<boolean> {
  let query = tx
    .selectFrom('conversations.conversation')
    .selectAll()
    .where('status', '=', 'open')
    .where('assignee_id', 'is', null);
  query = teamId === null ? query.where('team_id', 'is', null) : query.where('team_id', '=', teamId);
  const row = await query
    .orderBy('customer_is_vip', 'desc')
    .orderBy('waiting_since')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return false;
  const preferredId = await lastAssignee(tx, row);
  const userId = await takeFreeSeat(tx, { teamId, preferredId, at });
  if (userId === null) return false;
  await tellAssigned(tx, row, userId, bySystem(at), true);
  return true;
}

/** Who had this customer last: they know the story. */
async function lastAssignee(tx: Tx, row: ConversationRecord): Promise<string | null> {
  const last = await tx
    .selectFrom('conversations.conversation')
    .select('assignee_id')
    .where('customer_id', '=', row.customer_id)
    .where('id', '!=', row.id)
    .where('assignee_id', 'is not', null)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.assignee_id ?? null;
}
