import { type ConversationAbility, canSeeConversation, conversationAbilities } from '@xiaoer/contracts';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import { coded } from '../../kernel/errors.ts';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';
import { presentConversation } from './present.ts';
import { type ConversationRecord, findConversation, lockConversation } from './repo.ts';

/** The conversation for reading. One that the colleague may not see does not exist for them. */
export async function accessConversation(
  db: Database | Tx,
  agent: AgentPrincipal,
  id: string,
): Promise<ConversationRecord> {
  const row = await findConversation(db, id);
  if (!row || !isVisible(agent, row)) throw coded('conversations.not_found');
  return row;
}

/** The conversation, locked, for a change that needs the ability. */
export async function accessForChange(
  tx: Tx,
  agent: AgentPrincipal,
  id: string,
  ability: ConversationAbility,
): Promise<ConversationRecord> {
  const row = await lockConversation(tx, id);
  if (!row || !isVisible(agent, row)) throw coded('conversations.not_found');
  checkAbility(agent, row, ability);
  return row;
}

const isVisible = (agent: AgentPrincipal, row: ConversationRecord) =>
  canSeeConversation(agent, { teamId: row.team_id, assigneeId: row.assignee_id });

/** Throws the error that tells most: why the status forbids it, who has it, or that the role does not reach. */
export function checkAbility(
  agent: AgentPrincipal,
  row: ConversationRecord,
  ability: ConversationAbility,
): void {
  const conversation = presentConversation(row);
  if (conversationAbilities(agent, conversation).includes(ability)) return;
  // With the status out of the way, may they at all?
  const mayOtherwise = (['open', 'snoozed', 'resolved'] as const).some((status) =>
    conversationAbilities(agent, { ...conversation, status, assigneeId: null }).includes(ability),
  );
  if (!mayOtherwise) throw coded('conversations.not_allowed', { ability });
  if (ability === 'claim' && conversation.assigneeId !== null && conversation.status !== 'resolved')
    throw coded('conversations.already_assigned', { assigneeId: conversation.assigneeId });
  throw coded('conversations.wrong_status', { status: conversation.status, transition: ability });
}
