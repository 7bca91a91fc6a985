import type { Actor } from '@xiaoer/contracts';
import { type Tx, transact } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { ADMINISTRATION } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import { accessDirectory, accessOpenInvitation, checkRefusal } from '../access.ts';
import { actorOf } from '../events.ts';
import type { Parts } from '../parts.ts';
import { toInvitation } from '../present.ts';
import { markInvitation } from '../repo-invitations.ts';
import { refuseGrant } from '../rules/change-user.ts';

/**
 * Takes an open invitation back.
 * @throws identity.invitation_invalid if there is none (any more), identity.role_too_high
 */
export async function revokeInvitation(parts: Parts, agent: AgentPrincipal, id: string): Promise<void> {
  await transact(parts.kernel.db, async (tx) => {
    const granter = await accessDirectory(tx, agent, 'users.manage');
    const invitation = toInvitation(await accessOpenInvitation(tx, id));
    checkRefusal(refuseGrant(granter, invitation.role));
    await revoke(tx, { actor: actorOf(agent), at: parts.kernel.clock.now() }, id);
  });
}

export async function revoke(tx: Tx, cause: { actor: Actor; at: Date }, id: string): Promise<void> {
  await markInvitation(tx, id, { revoked_at: cause.at });
  await emit(tx, {
    type: 'user.invitation_revoked',
    ...cause,
    subject: { type: 'invitation', id },
    payload: { invitationId: id },
    audience: [ADMINISTRATION],
  });
}
