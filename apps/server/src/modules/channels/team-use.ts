import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/transact.ts';

/** Whether a channel hands its conversations to the team: identity asks before it deletes a team. */
export async function isTeamOfChannel(tx: Tx, teamId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('channels.channel')
    .select('id')
    .where(sql<string>`settings ->> 'teamId'`, '=', teamId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
