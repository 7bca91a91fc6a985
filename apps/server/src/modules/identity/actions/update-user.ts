import type { UpdateUser, User } from '@xiaoer/contracts';
import type { z } from 'zod';
import { transact } from '../../../kernel/db/transact.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import { accessDirectory, accessUser, checkRefusal } from '../access.ts';
import { actorOf, tellUserUpdated } from '../events.ts';
import { setTeamsOfUser } from '../membership.ts';
import type { Parts } from '../parts.ts';
import { toUser } from '../present.ts';
import { changeUser, countOtherOwners, endSessions } from '../repo.ts';
import { refuseUserChange } from '../rules/change-user.ts';

const FIELDS = ['name', 'role', 'capacity', 'isActive'] as const;

/**
 * Changes a colleague. Deactivating ends all their sessions. Saying what is so already changes nothing.
 * @throws identity.user_not_found, identity.own_account, identity.role_too_high, identity.last_owner,
 *   identity.team_not_found
 */
export async function updateUser(
  parts: Parts,
  agent: AgentPrincipal,
  id: string,
  body: z.output<typeof UpdateUser>,
): Promise<User> {
  const cause = { actor: actorOf(agent), at: parts.kernel.clock.now() };
  return transact(parts.kernel.db, async (tx) => {
    const granter = await accessDirectory(tx, agent, 'users.manage');
    const user = toUser(await accessUser(tx, id));
    checkRefusal(refuseUserChange(granter, user, body, await countOtherOwners(tx, id)));
    const changed: string[] = FIELDS.filter((f) => body[f] !== undefined && body[f] !== user[f]);
    if (body.teamIds && (await setTeamsOfUser(tx, cause, user, body.teamIds))) changed.push('teamIds');
    if (changed.length === 0) return user;
    const { name, role, capacity, isActive } = body;
    await changeUser(tx, id, { name, role, capacity, is_active: isActive }, cause.at);
    if (isActive === false) await endSessions(tx, id);
    return tellUserUpdated(tx, parts, cause, id, changed);
  });
}
