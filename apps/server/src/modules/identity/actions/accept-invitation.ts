import { type AcceptInvitation, mayGrant, type Role } from '@xiaoer/contracts';
import { hashPassword } from 'better-auth/crypto';
import type { z } from 'zod';
import { type Database, type Tx, transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import type { Parts } from '../parts.ts';
import type { InvitationRow } from '../present.ts';
import { existingTeams, findUser, lockDirectory } from '../repo.ts';
import { findInvitationByToken, markInvitation } from '../repo-invitations.ts';
import { checkPassword } from '../rules/password.ts';
import { join } from './create-user.ts';

/**
 * Joins by an invitation's link, once.
 * @throws identity.invitation_invalid if used, revoked, expired, unknown, or its sender has lost the right
 *   to hand out the role; identity.weak_password; identity.email_taken
 */
export async function acceptInvitation(parts: Parts, body: z.output<typeof AcceptInvitation>): Promise<void> {
  const { db, clock } = parts.kernel;
  // Before the costly hash, and again under the lock.
  await findValid(db, body.token, clock.now());
  checkPassword(body.password);
  const passwordHash = await hashPassword(body.password);
  await transact(db, async (tx) => {
    await lockDirectory(tx);
    const invitation = await findValid(tx, body.token, clock.now());
    await markInvitation(tx, invitation.id, { accepted_at: clock.now() });
    await join(tx, parts, {
      name: body.name,
      email: invitation.email,
      role: invitation.role as Role,
      // A team may be gone by now; that is no reason to turn a colleague away.
      teamIds: await existingTeams(tx, invitation.team_ids),
      passwordHash,
      actor: null,
    });
  });
}

async function findValid(db: Database | Tx, token: string, now: Date): Promise<InvitationRow> {
  const row = await findInvitationByToken(db, token);
  if (!row || row.accepted_at !== null || row.revoked_at !== null || row.expires_at <= now)
    throw coded('identity.invitation_invalid');
  const inviter = row.invited_by_id === null ? undefined : await findUser(db, row.invited_by_id);
  if (!inviter?.is_active || !mayGrant(inviter.role as Role, row.role as Role))
    throw coded('identity.invitation_invalid');
  return row;
}
