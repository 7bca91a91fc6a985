import type { Tx } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { addJob, removeJob } from '../../../kernel/jobs.ts';
import { type By, changeWithTimeline } from '../change.ts';
import type { ConversationRecord } from '../repo.ts';
import { checkTransition } from '../rules/transitions.ts';
import { releaseSeat, takeSeat } from '../seats.ts';

export const WAKE_JOB = 'conversations.wake';
export const wakeKey = (conversationId: string) => `wake:${conversationId}`;

const seatOptions = (by: By) => ({ actor: by.actor, at: by.at });

/** The assignee takes it up again if they have room; otherwise it goes back to the queue. */
async function assigneeWithRoom(tx: Tx, row: ConversationRecord, by: By): Promise<string | null> {
  if (row.assignee_id === null) return null;
  return (await takeSeat(tx, row.assignee_id, seatOptions(by))) ? row.assignee_id : null;
}

/** Puts aside until a time; the place in the agent's capacity becomes free. */
export async function snooze(
  tx: Tx,
  row: ConversationRecord,
  by: By,
  until: Date,
): Promise<ConversationRecord> {
  checkTransition(row.status, 'snooze');
  if (until <= by.at) throw coded('conversations.snooze_in_past');
  if (row.status === 'open' && row.assignee_id) await releaseSeat(tx, row.assignee_id, seatOptions(by));
  await addJob(tx, WAKE_JOB, { conversationId: row.id }, { key: wakeKey(row.id), at: until });
  return changeWithTimeline(tx, row, by, {
    type: 'conversation.snoozed',
    changes: { status: 'snoozed', snoozed_until: until },
    line: { type: 'snoozed', until: until.toISOString() },
    more: {},
    isVisibleToShopper: false,
  });
}

export async function wake(tx: Tx, row: ConversationRecord, by: By): Promise<ConversationRecord> {
  checkTransition(row.status, 'wake');
  await removeJob(tx, wakeKey(row.id));
  return changeWithTimeline(tx, row, by, {
    type: 'conversation.woken',
    changes: { status: 'open', snoozed_until: null, assignee_id: await assigneeWithRoom(tx, row, by) },
    line: { type: 'woken' },
    more: {},
    isVisibleToShopper: false,
  });
}

export async function resolve(tx: Tx, row: ConversationRecord, by: By): Promise<ConversationRecord> {
  checkTransition(row.status, 'resolve');
  if (row.status === 'open' && row.assignee_id) await releaseSeat(tx, row.assignee_id, seatOptions(by));
  if (row.status === 'snoozed') await removeJob(tx, wakeKey(row.id));
  return changeWithTimeline(tx, row, by, {
    type: 'conversation.resolved',
    changes: { status: 'resolved', snoozed_until: null, resolved_at: by.at, waiting_since: null },
    line: { type: 'resolved' },
    more: {},
    isVisibleToShopper: true,
  });
}

/** Reopened by a colleague, a customer who had the last word waits again; one who reopens it by writing begins to wait now. */
const waitingAgain = (row: ConversationRecord, by: By): Date | null =>
  by.actor.kind !== 'customer' && row.last_reply_author === 'customer' ? row.last_reply_at : null;

export async function reopen(tx: Tx, row: ConversationRecord, by: By): Promise<ConversationRecord> {
  checkTransition(row.status, 'reopen');
  return changeWithTimeline(tx, row, by, {
    type: 'conversation.reopened',
    changes: {
      status: 'open',
      resolved_at: null,
      assignee_id: await assigneeWithRoom(tx, row, by),
      waiting_since: waitingAgain(row, by),
    },
    line: { type: 'reopened' },
    more: {},
    isVisibleToShopper: true,
  });
}
