import type { Actor } from '@xiaoer/contracts';
import type { Tx } from '../../kernel/db/transact.ts';
import { coded } from '../../kernel/errors.ts';
import { tellTeam, tellUserUpdated } from './events.ts';
import type { Parts } from './parts.ts';
import { addMembers, changeTeam, changeUser, existingTeams, existingUsers, removeMembers } from './repo.ts';

type Cause = { actor: Actor; at: Date };

export type Difference = { added: string[]; removed: string[] };

/** What must be added and taken away to come from one set to the other. */
export function difference(before: readonly string[], after: readonly string[]): Difference {
  return {
    added: [...new Set(after)].filter((id) => !before.includes(id)),
    removed: before.filter((id) => !after.includes(id)),
  };
}

/**
 * Puts a user into exactly these teams; tells of every team that changed, not of the user. The directory
 * must be locked. @returns whether anything changed @throws identity.team_not_found
 */
export async function setTeamsOfUser(
  tx: Tx,
  cause: Cause,
  user: { id: string; teamIds: readonly string[] },
  teamIds: readonly string[],
): Promise<boolean> {
  const { added, removed } = difference(user.teamIds, teamIds);
  if ((await existingTeams(tx, added)).length < added.length) throw coded('identity.team_not_found');
  const member = (team_id: string) => ({ team_id, user_id: user.id });
  await addMembers(tx, added.map(member));
  await removeMembers(tx, removed.map(member));
  for (const teamId of [...added, ...removed].sort()) {
    await changeTeam(tx, teamId, {});
    await tellTeam(tx, cause, 'team.updated', teamId);
  }
  return added.length + removed.length > 0;
}

/**
 * Gives a team exactly these members; tells of every user that changed, not of the team. The directory
 * must be locked. @throws identity.user_not_found
 */
export async function setMembersOfTeam(
  tx: Tx,
  parts: Parts,
  cause: Cause,
  team: { id: string; memberIds: readonly string[] },
  memberIds: readonly string[],
): Promise<void> {
  const { added, removed } = difference(team.memberIds, memberIds);
  if ((await existingUsers(tx, added)).length < added.length) throw coded('identity.user_not_found');
  const member = (user_id: string) => ({ team_id: team.id, user_id });
  await addMembers(tx, added.map(member));
  await removeMembers(tx, removed.map(member));
  for (const userId of [...added, ...removed].sort()) {
    await changeUser(tx, userId, {}, cause.at);
    await tellUserUpdated(tx, parts, cause, userId, ['teamIds']);
  }
}
