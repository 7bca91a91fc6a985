import { can, type Permission, type Role } from '@xiaoer/contracts';
import type { Tx } from '../../kernel/db/transact.ts';
import { CodedError, coded } from '../../kernel/errors.ts';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';
import type { InvitationRow, TeamRow, UserRow } from './present.ts';
import { findTeam, findUser, lockDirectory } from './repo.ts';
import { findInvitation } from './repo-invitations.ts';
import type { Refusal } from './rules/change-user.ts';

/**
 * Locks users and teams for a change and looks at the colleague's rights again: between the request's
 * arrival and the lock somebody may have taken them away.
 * @throws identity.forbidden
 */
export async function accessDirectory(
  tx: Tx,
  agent: AgentPrincipal,
  permission: Permission,
): Promise<{ id: string; role: Role }> {
  await lockDirectory(tx);
  const row = await findUser(tx, agent.id);
  const role = row?.role as Role;
  if (!row?.is_active || !can(role, permission)) throw coded('identity.forbidden', { permission });
  return { id: row.id, role };
}

/** @throws identity.user_not_found */
export async function accessUser(tx: Tx, id: string): Promise<UserRow> {
  const row = await findUser(tx, id);
  if (!row) throw coded('identity.user_not_found');
  return row;
}

/** @throws identity.team_not_found */
export async function accessTeam(tx: Tx, id: string): Promise<TeamRow> {
  const row = await findTeam(tx, id);
  if (!row) throw coded('identity.team_not_found');
  return row;
}

/** An invitation that is neither used nor revoked. @throws identity.invitation_invalid */
export async function accessOpenInvitation(tx: Tx, id: string): Promise<InvitationRow> {
  const row = await findInvitation(tx, id);
  if (!row || row.accepted_at !== null || row.revoked_at !== null) throw coded('identity.invitation_invalid');
  return row;
}

/** Throws what a rule has refused. */
export function checkRefusal(refusal: Refusal | null): void {
  if (refusal === null) return;
  if (refusal.code === 'identity.role_too_high') throw coded(refusal.code, { role: refusal.role });
  throw new CodedError(refusal.code, {});
}
