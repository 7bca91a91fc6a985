import type { CustomerSummary } from '@xiaoer/contracts';
import type { Tx } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { colleagues } from '../audience.ts';
import { bySystem } from '../change.ts';
import { presentConversation } from '../present.ts';
import { type ConversationRecord, lockConversation, updateConversation } from '../repo.ts';
import { resolve } from './move.ts';

async function tell(tx: Tx, row: ConversationRecord, at: Date): Promise<void> {
  await emit(tx, {
    type: 'conversation.customer_changed',
    actor: { kind: 'system', id: null },
    subject: { type: 'conversation', id: row.id },
    payload: { conversation: presentConversation(row) },
    audience: colleagues(row),
    at,
  });
}

/** Rows of lists show the customer's present name. */
export async function renameCustomer(tx: Tx, customer: CustomerSummary, at: Date): Promise<void> {
  const names = { customer_name: customer.name, customer_is_vip: customer.isVip };
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
  for (const row of rows) await tell(tx, await updateConversation(tx, row, names), at);
}

/** Two unresolved conversations cannot stand side by side: the one with the older activity is resolved. */
async function makeRoom(
  tx: Tx,
  row: ConversationRecord,
  customerId: string,
  at: Date,
): Promise<ConversationRecord> {
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
  if (other.last_activity_at >= row.last_activity_at) return resolve(tx, row, bySystem(at));
  await resolve(tx, other, bySystem(at));
  return row;
}

async function move(tx: Tx, id: string, from: string, to: CustomerSummary, at: Date): Promise<void> {
  const row = await lockConversation(tx, id);
  // Moved already: by whoever asked for the merge, or by the subscriber.
  if (row?.customer_id !== from) return;
  const ready = await makeRoom(tx, row, to.id, at);
  const changes = { customer_id: to.id, customer_name: to.name, customer_is_vip: to.isVip };
  await tell(tx, await updateConversation(tx, ready, changes), at);
}

/**
 * Conversations of the customer who was folded go over to the survivor; which ones is kept for the undo.
 * Doing it twice changes nothing: a shopper who has just logged in does not wait for the subscriber.
 */
export async function followMerge(
  tx: Tx,
  merge: { mergeId: string; mergedId: string; survivor: CustomerSummary },
  at: Date,
): Promise<void> {
  const rows = await tx
    .selectFrom('conversations.conversation')
    .select('id')
    .where('customer_id', '=', merge.mergedId)
    .orderBy('id')
    .execute();
  for (const { id } of rows) {
    await tx
      .insertInto('conversations.moved')
      .values({ merge_id: merge.mergeId, conversation_id: id })
      .onConflict((c) => c.doNothing())
      .execute();
    await move(tx, id, merge.mergedId, merge.survivor, at);
  }
  await renameCustomer(tx, merge.survivor, at);
}

/** Brings back exactly the conversations that had followed the merge. */
export async function followUndo(
  tx: Tx,
  undone: { mergeId: string; survivor: CustomerSummary; restored: CustomerSummary },
  at: Date,
): Promise<void> {
  const rows = await tx
    .selectFrom('conversations.moved')
    .select('conversation_id')
    .where('merge_id', '=', undone.mergeId)
    .orderBy('conversation_id')
    .execute();
  for (const row of rows) await move(tx, row.conversation_id, undone.survivor.id, undone.restored, at);
  await renameCustomer(tx, undone.survivor, at);
}
