import { randomUUIDv7 } from 'node:crypto';
import type { Actor, Customer, CustomerMerge } from '@xiaoer/contracts';
import { type Tx, transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { STAFF } from '../../../kernel/gateway/topics.ts';
import { type AgentPrincipal, checkPermission } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import type { CustomerRecord } from '../present.ts';
import { loadCustomer, lockCustomer, updateCustomerRow } from '../repo.ts';
import { combine } from '../rules/combine.ts';

export const UNDO_DAYS = 30;

/** Both rows locked, lower id first: two merges of the same pair cannot block each other. */
async function lockBoth(
  tx: Tx,
  survivorId: string,
  mergedId: string,
): Promise<{ survivor: CustomerRecord; merged: CustomerRecord }> {
  const rows = new Map<string, CustomerRecord>();
  for (const id of [survivorId, mergedId].sort()) {
    const row = await lockCustomer(tx, id);
    if (!row) throw coded('customers.not_found');
    rows.set(id, row);
  }
  const survivor = rows.get(survivorId)!;
  const merged = rows.get(mergedId)!;
  if (survivor.merged_into_id || merged.merged_into_id) throw coded('customers.merge_conflict');
  return { survivor, merged };
}

/** Folds `mergedId` into the survivor: identities move, gaps are filled, nothing is deleted. */
export async function foldInto(
  tx: Tx,
  survivorId: string,
  mergedId: string,
  actor: Actor,
  at: Date,
): Promise<{ customer: Customer; merge: CustomerMerge }> {
  if (survivorId === mergedId) throw coded('customers.merge_self');
  const { survivor, merged } = await lockBoth(tx, survivorId, mergedId);
  const moved = await tx
    .updateTable('customers.identity')
    .set({ customer_id: survivorId })
    .where('customer_id', '=', mergedId)
    .returning('id')
    .execute();
  const { changes, before } = combine(survivor, merged);
  await updateCustomerRow(tx, merged, { merged_into_id: survivorId });
  const customer = await loadCustomer(tx, await updateCustomerRow(tx, survivor, changes));
  const id = randomUUIDv7();
  await tx
    .insertInto('customers.merge')
    .values({
      id,
      survivor_id: survivorId,
      merged_id: mergedId,
      identity_ids: moved.map((m) => m.id),
      survivor_before: JSON.stringify(before),
      merged_at: at,
      merged_by: actor.kind === 'user' ? actor.id : null,
    })
    .execute();
  await emit(tx, {
    type: 'customer.merged',
    actor,
    subject: { type: 'customer', id: survivorId },
    payload: { mergeId: id, survivor: customer, mergedId },
    audience: [STAFF],
    at,
  });
  return { customer, merge: { id, survivorId, mergedId, undoneAt: null } };
}

export async function mergeCustomer(
  kernel: Kernel,
  agent: AgentPrincipal,
  survivorId: string,
  mergedId: string,
) {
  checkPermission(agent, 'customers.merge');
  return transact(kernel.db, (tx) =>
    foldInto(tx, survivorId, mergedId, { kind: 'user', id: agent.id }, kernel.clock.now()),
  );
}

/** Takes a merge back: exactly the identities and fields that it moved. */
export async function undoMerge(
  kernel: Kernel,
  agent: AgentPrincipal,
  mergeId: string,
): Promise<{ survivor: Customer; restored: Customer }> {
  checkPermission(agent, 'customers.merge');
  return transact(kernel.db, async (tx) => {
    const merge = await tx
      .selectFrom('customers.merge')
      .selectAll()
      .where('id', '=', mergeId)
      .forUpdate()
      .executeTakeFirst();
    if (!merge) throw coded('customers.merge_not_found');
    if (merge.undone_at) throw coded('customers.merge_undone');
    const at = kernel.clock.now();
    if (at.getTime() - merge.merged_at.getTime() > UNDO_DAYS * 86_400_000)
      throw coded('customers.merge_too_old');
    const [first, second] = [merge.survivor_id, merge.merged_id].sort() as [string, string];
    const locked = new Map([
      [first, await lockCustomer(tx, first)],
      [second, await lockCustomer(tx, second)],
    ]);
    const survivor = locked.get(merge.survivor_id);
    const merged = locked.get(merge.merged_id);
    // Folded further since: undo that one first.
    if (!survivor || survivor.merged_into_id || merged?.merged_into_id !== merge.survivor_id)
      throw coded('customers.merge_conflict');
    await tx
      .updateTable('customers.identity')
      .set({ customer_id: merged.id })
      .where('id', 'in', merge.identity_ids.length > 0 ? merge.identity_ids : [mergeId])
      .execute();
    const restoredRow = await updateCustomerRow(tx, merged, { merged_into_id: null });
    const survivorRow = await updateCustomerRow(tx, survivor, merge.survivor_before as object);
    await tx.updateTable('customers.merge').set({ undone_at: at }).where('id', '=', mergeId).execute();
    const payload = {
      mergeId,
      survivor: await loadCustomer(tx, survivorRow),
      restored: await loadCustomer(tx, restoredRow),
    };
    await emit(tx, {
      type: 'customer.merge_undone',
      actor: { kind: 'user', id: agent.id },
      subject: { type: 'customer', id: survivor.id },
      payload,
      audience: [STAFF],
      at,
    });
    return { survivor: payload.survivor, restored: payload.restored };
  });
}
