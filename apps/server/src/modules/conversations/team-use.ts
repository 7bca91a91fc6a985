import type { Tx } from '../../kernel/db/transact.ts';
import { inTeams } from './repo.ts';

/** Whether the team has conversations that are not resolved: identity asks before it deletes a team. */
export async function isTeamInUse(tx: Tx, teamId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('conversations.conversation')
    .select('id')
    .where(inTeams('conversation', [teamId]))
    .where('status', 'in', ['open', 'snoozed'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
