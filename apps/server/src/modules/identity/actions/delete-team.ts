import { transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { STAFF } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import { accessDirectory, accessTeam } from '../access.ts';
import { actorOf } from '../events.ts';
import { setMembersOfTeam } from '../membership.ts';
import type { Parts } from '../parts.ts';
import { removeTeam } from '../repo.ts';

/**
 * Deletes a team that nobody needs any more; its members stay colleagues. Modules above say what needs it
 * through `guardTeams`, as this one may not know them.
 * @throws identity.team_not_found, identity.team_in_use
 */
export async function deleteTeam(parts: Parts, agent: AgentPrincipal, id: string): Promise<void> {
  const cause = { actor: actorOf(agent), at: parts.kernel.clock.now() };
  await transact(parts.kernel.db, async (tx) => {
    await accessDirectory(tx, agent, 'teams.manage');
    const team = await accessTeam(tx, id);
    // Nobody gives it anything from here on: see holdTeam.
    await tx.selectFrom('identity.team').select('id').where('id', '=', id).forUpdate().execute();
    for (const isInUse of parts.teamGuards) if (await isInUse(tx, id)) throw coded('identity.team_in_use');
    await setMembersOfTeam(tx, parts, cause, { id, memberIds: team.member_ids }, []);
    await removeTeam(tx, id);
    await emit(tx, {
      type: 'team.deleted',
      ...cause,
      subject: { type: 'team', id },
      payload: { teamId: id, name: team.name },
      audience: [STAFF],
    });
  });
}
