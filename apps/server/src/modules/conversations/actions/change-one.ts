import type { Conversation, ConversationAbility } from '@xiaoer/contracts';
import { type Tx, transact } from '../../../kernel/db/transact.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { accessForChange } from '../access.ts';
import { type By, byAgent } from '../change.ts';
import { presentConversation } from '../present.ts';
import type { ConversationRecord } from '../repo.ts';

export type Change = (tx: Tx, row: ConversationRecord, by: By) => Promise<ConversationRecord>;

/** One change of one conversation by a colleague: access, then the change, in one transaction. */
export async function changeOne(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
  ability: ConversationAbility,
  change: Change,
): Promise<Conversation> {
  return transact(kernel.db, async (tx) => {
    const row = await accessForChange(tx, agent, id, ability);
    return presentConversation(await change(tx, row, byAgent(agent, kernel.clock.now())));
  });
}
