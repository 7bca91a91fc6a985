import { type Tx, transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { ADMINISTRATION, userTopic } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import { accessDirectory, accessUser, checkRefusal } from '../access.ts';
import { insertResetToken, mailResetLink, resetLink } from '../auth/reset.ts';
import { actorOf, tellUserUpdated } from '../events.ts';
import type { Parts } from '../parts.ts';
import type { UserRow } from '../present.ts';
import { toUser } from '../present.ts';
import { changeUser, removeTwoFactor as removeTwoFactorRow } from '../repo.ts';
import { refuseGrant } from '../rules/change-user.ts';

/** A colleague who is not above the agent, and not the agent. */
async function accessOther(tx: Tx, agent: AgentPrincipal, id: string): Promise<UserRow> {
  const granter = await accessDirectory(tx, agent, 'users.manage');
  const row = await accessUser(tx, id);
  if (granter.id === id) throw coded('identity.own_account');
  checkRefusal(refuseGrant(granter, toUser(row).role));
  return row;
}

/**
 * Lets a colleague choose a new password: mails them the link, or, without SMTP_URL, answers it for the
 * administrator to pass on.
 * @returns the link; null if it was mailed
 * @throws identity.user_not_found, identity.own_account, identity.role_too_high
 */
export async function resetPassword(parts: Parts, agent: AgentPrincipal, id: string): Promise<string | null> {
  const { kernel } = parts;
  const at = kernel.clock.now();
  return transact(kernel.db, async (tx) => {
    const row = await accessOther(tx, agent, id);
    const token = await insertResetToken(tx, id);
    await emit(tx, {
      type: 'user.password_reset_issued',
      actor: actorOf(agent),
      at,
      subject: { type: 'user', id },
      payload: { userId: id },
      audience: [ADMINISTRATION, userTopic(id)],
    });
    if (kernel.config.SMTP_URL === undefined) return resetLink(kernel, token);
    await mailResetLink(tx, kernel, row, token);
    return null;
  });
}

/**
 * Takes the second factor from a colleague who has lost it; they sign in by password and set up a new one.
 * @throws identity.user_not_found, identity.own_account, identity.role_too_high
 */
export async function removeTwoFactor(parts: Parts, agent: AgentPrincipal, id: string) {
  const cause = { actor: actorOf(agent), at: parts.kernel.clock.now() };
  return transact(parts.kernel.db, async (tx) => {
    const row = await accessOther(tx, agent, id);
    await removeTwoFactorRow(tx, id);
    if (!row.two_factor_enabled) return toUser(row);
    await changeUser(tx, id, { two_factor_enabled: false }, cause.at);
    await emit(tx, {
      type: 'user.two_factor_changed',
      ...cause,
      subject: { type: 'user', id },
      payload: { userId: id, isEnabled: false },
      audience: [ADMINISTRATION, userTopic(id)],
    });
    return tellUserUpdated(tx, parts, cause, id, ['hasTwoFactor']);
  });
}
