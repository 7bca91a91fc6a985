import type { Tx } from '../../kernel/db/transact.ts';
import { coded } from '../../kernel/errors.ts';

/**
 * Keeps a team from being deleted until this transaction ends: whoever gives something to a team asks this
 * first. @throws identity.team_not_found
 */
export async function holdTeam(tx: Tx, id: string): Promise<void> {
  const row = await tx
    .selectFrom('identity.team')
    .select('id')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();
  if (!row) throw coded('identity.team_not_found');
}
