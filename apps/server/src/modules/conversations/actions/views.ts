import { randomUUIDv7 } from 'node:crypto';
import { can, type SavedView, type SaveView } from '@xiaoer/contracts';
import type { z } from 'zod';
import { type Tx, transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { STAFF, userTopic } from '../../../kernel/gateway/topics.ts';
import { type AgentPrincipal, checkPermission } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { presentView } from '../present.ts';

type Body = z.output<typeof SaveView>;
const audienceOf = (view: { isShared: boolean; ownerId: string }) =>
  view.isShared ? [STAFF] : [userTopic(view.ownerId)];

async function tellSaved(
  tx: Tx,
  view: SavedView,
  agent: AgentPrincipal,
  at: Date,
  wasShared = false,
): Promise<SavedView> {
  await emit(tx, {
    type: 'view.saved',
    actor: { kind: 'user', id: agent.id },
    subject: { type: 'view', id: view.id },
    payload: { view },
    audience: wasShared ? [STAFF] : audienceOf(view),
    at,
  });
  return view;
}

export async function createView(kernel: Kernel, agent: AgentPrincipal, body: Body): Promise<SavedView> {
  if (body.isShared) checkPermission(agent, 'views.share');
  return transact(kernel.db, async (tx) => {
    const row = await tx
      .insertInto('conversations.view')
      .values({
        id: randomUUIDv7(),
        name: body.name,
        filter: JSON.stringify(body.filter),
        sort: body.sort,
        owner_id: agent.id,
        is_shared: body.isShared,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return tellSaved(tx, presentView(row), agent, kernel.clock.now());
  });
}

/** Own views, and shared ones for those who may share. */
async function accessOwnView(tx: Tx, agent: AgentPrincipal, id: string) {
  const row = await tx
    .selectFrom('conversations.view')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const isTheirs = row && (row.owner_id === agent.id || (row.is_shared && can(agent.role, 'views.share')));
  if (!isTheirs) throw coded('conversations.view_not_found');
  return row;
}

export async function updateView(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
  body: Body,
): Promise<SavedView> {
  if (body.isShared) checkPermission(agent, 'views.share');
  return transact(kernel.db, async (tx) => {
    const before = await accessOwnView(tx, agent, id);
    const row = await tx
      .updateTable('conversations.view')
      .set({
        name: body.name,
        filter: JSON.stringify(body.filter),
        sort: body.sort,
        is_shared: body.isShared,
        version: before.version + 1,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return tellSaved(tx, presentView(row), agent, kernel.clock.now(), before.is_shared);
  });
}

export async function deleteView(kernel: Kernel, agent: AgentPrincipal, id: string): Promise<void> {
  await transact(kernel.db, async (tx) => {
    const row = await accessOwnView(tx, agent, id);
    const at = kernel.clock.now();
    await tx.updateTable('conversations.view').set({ deleted_at: at }).where('id', '=', id).execute();
    await emit(tx, {
      type: 'view.deleted',
      actor: { kind: 'user', id: agent.id },
      subject: { type: 'view', id },
      payload: { viewId: id },
      audience: audienceOf({ isShared: row.is_shared, ownerId: row.owner_id }),
      at,
    });
  });
}
