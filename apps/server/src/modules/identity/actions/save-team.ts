import { randomUUIDv7 } from 'node:crypto';
import type { Actor, SaveTeam, Team } from '@xiaoer/contracts';
import type { z } from 'zod';
import { transact, violatedUnique } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import { accessDirectory, accessTeam } from '../access.ts';
import { actorOf, SYSTEM, tellTeam } from '../events.ts';
import { setMembersOfTeam } from '../membership.ts';
import type { Parts } from '../parts.ts';
import { changeTeam, insertTeam, lockDirectory } from '../repo.ts';

type Body = z.output<typeof SaveTeam>;

const refuseTakenName = (error: unknown): never => {
  if (violatedUnique(error) === 'team_name') throw coded('identity.name_taken');
  throw error;
};
const columns = (body: Body) => ({
  name: body.name,
  description: body.description,
  is_auto_assigned: body.isAutoAssigned,
});

/**
 * A new team with its members.
 * @param agent null: the program itself (seed)
 * @throws identity.name_taken, identity.user_not_found
 */
export async function createTeam(
  parts: Parts,
  agent: AgentPrincipal | null,
  body: Body & { id?: string | undefined },
): Promise<Team> {
  const actor: Actor = agent ? actorOf(agent) : SYSTEM;
  const cause = { actor, at: parts.kernel.clock.now() };
  const id = body.id ?? randomUUIDv7();
  return transact(parts.kernel.db, async (tx) => {
    if (agent) await accessDirectory(tx, agent, 'teams.manage');
    else await lockDirectory(tx);
    await insertTeam(tx, { id, ...columns(body), created_at: cause.at }).catch(refuseTakenName);
    await setMembersOfTeam(tx, parts, cause, { id, memberIds: [] }, body.memberIds);
    return tellTeam(tx, cause, 'team.created', id);
  });
}

/** @throws identity.team_not_found, identity.name_taken, identity.user_not_found */
export async function updateTeam(parts: Parts, agent: AgentPrincipal, id: string, body: Body): Promise<Team> {
  const cause = { actor: actorOf(agent), at: parts.kernel.clock.now() };
  return transact(parts.kernel.db, async (tx) => {
    await accessDirectory(tx, agent, 'teams.manage');
    const team = await accessTeam(tx, id);
    await changeTeam(tx, id, columns(body)).catch(refuseTakenName);
    await setMembersOfTeam(tx, parts, cause, { id, memberIds: team.member_ids }, body.memberIds);
    return tellTeam(tx, cause, 'team.updated', id);
  });
}
