import type { Presence, Seat } from '@xiaoer/contracts';
import { transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { presentSeat } from '../present.ts';
import { changeSeat, GRACE_SECONDS } from '../seats.ts';

const graceFrom = (at: Date) => new Date(at.getTime() + GRACE_SECONDS * 1_000);

/** An agent's own wish. Saying it counts as being there. */
export async function setPresence(kernel: Kernel, agent: AgentPrincipal, presence: Presence): Promise<Seat> {
  return transact(kernel.db, async (tx) => {
    const at = kernel.clock.now();
    const seat = await changeSeat(
      tx,
      agent.id,
      { wish: presence, connected_until: graceFrom(at) },
      { actor: { kind: 'user', id: agent.id }, at },
    );
    if (!seat) throw coded('identity.user_not_found');
    return presentSeat(seat);
  });
}

/** Agents with an open stream in this process: their connection is good for another while. */
export async function keepConnected(kernel: Kernel, userIds: readonly string[]): Promise<void> {
  const at = kernel.clock.now();
  for (const userId of [...userIds].sort())
    await transact(kernel.db, (tx) =>
      changeSeat(tx, userId, { connected_until: graceFrom(at) }, { actor: { kind: 'system', id: null }, at }),
    );
}

/** Seats whose connection ran out become offline for everybody. @returns how many */
export async function expireConnections(kernel: Kernel): Promise<number> {
  const at = kernel.clock.now();
  const stale = await kernel.db
    .selectFrom('conversations.seat')
    .select('user_id')
    .where('presence', '!=', 'offline')
    .where((eb) => eb.or([eb('connected_until', '<=', at), eb('connected_until', 'is', null)]))
    .orderBy('user_id')
    .limit(500)
    .execute();
  for (const { user_id } of stale)
    await transact(kernel.db, (tx) =>
      changeSeat(tx, user_id, {}, { actor: { kind: 'system', id: null }, at }),
    );
  return stale.length;
}
