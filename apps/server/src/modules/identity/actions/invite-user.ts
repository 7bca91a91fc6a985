import { randomUUIDv7 } from 'node:crypto';
import type { Invitation, InviteUser } from '@xiaoer/contracts';
import type { z } from 'zod';
import { type Tx, transact, violatedUnique } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { ADMINISTRATION } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import { accessDirectory, checkRefusal } from '../access.ts';
import { actorOf } from '../events.ts';
import { queueMail } from '../mail.ts';
import { invitationMail, unnamedShop } from '../mail-texts.ts';
import type { Parts } from '../parts.ts';
import { toInvitation, toPreferences } from '../present.ts';
import { existingTeams, findUserByEmail, readUser, readWorkspace } from '../repo.ts';
import { findInvitation, findOpenInvitation, insertInvitation, makeToken } from '../repo-invitations.ts';
import { refuseGrant } from '../rules/change-user.ts';
import { revoke } from './revoke-invitation.ts';

const VALID_MS = 7 * 24 * 3600 * 1000;

/**
 * Invites somebody; an earlier open invitation of the address is revoked. With SMTP_URL the link is mailed
 * too. The link is known now and never again.
 * @throws identity.role_too_high, identity.email_taken if the address has an account, identity.team_not_found
 */
export async function inviteUser(
  parts: Parts,
  agent: AgentPrincipal,
  body: z.output<typeof InviteUser>,
): Promise<{ invitation: Invitation; link: string }> {
  const { kernel } = parts;
  const token = makeToken();
  const link = `${kernel.publicUrl()}/join?token=${token}`;
  const at = kernel.clock.now();
  return transact(kernel.db, async (tx) => {
    checkRefusal(refuseGrant(await accessDirectory(tx, agent, 'users.manage'), body.role));
    const teamIds = [...new Set(body.teamIds)];
    if ((await existingTeams(tx, teamIds)).length < teamIds.length) throw coded('identity.team_not_found');
    if (await findUserByEmail(tx, body.email)) throw coded('identity.email_taken');
    const earlier = await findOpenInvitation(tx, body.email);
    const cause = { actor: actorOf(agent), at };
    if (earlier) await revoke(tx, cause, earlier.id);
    const id = randomUUIDv7();
    await insertInvitation(tx, {
      id,
      email: body.email,
      role: body.role,
      teamIds,
      invitedById: agent.id,
      token,
      at,
      expiresAt: new Date(at.getTime() + VALID_MS),
    }).catch((error: unknown) => {
      if (violatedUnique(error) === 'invitation_open') throw coded('identity.email_taken');
      throw error;
    });
    await emit(tx, {
      type: 'user.invited',
      ...cause,
      subject: { type: 'invitation', id },
      payload: { invitationId: id, email: body.email, role: body.role },
      audience: [ADMINISTRATION],
    });
    if (kernel.config.SMTP_URL !== undefined) await mailLink(tx, agent, body.email, link);
    const row = await findInvitation(tx, id);
    if (!row) throw new Error('the invitation just written is gone');
    return { invitation: toInvitation(row), link };
  });
}

/** In the inviter's language: what the invited one reads is not known yet. */
async function mailLink(tx: Tx, agent: AgentPrincipal, to: string, link: string): Promise<void> {
  const inviter = await readUser(tx, agent.id);
  const { language } = toPreferences(inviter.preferences);
  const shop = (await readWorkspace(tx)).shop_name || unnamedShop[language];
  await queueMail(tx, { to, ...invitationMail[language]({ shop, by: inviter.name, link }) });
}
