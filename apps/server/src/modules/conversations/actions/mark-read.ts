import type { ConversationRow } from '@xiaoer/contracts';
import { transact } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { customerTopic, userTopic } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { accessConversation } from '../access.ts';
import { colleagues } from '../audience.ts';
import { presentConversation } from '../present.ts';
import { lockConversation, lockNewest, updateConversation } from '../repo.ts';
import { findDraft, findReadMark, saveReadMark } from '../repo-own.ts';

/**
 * Moves a colleague's own read mark, never backwards. The assignee's mark is also the one that the
 * shopper sees as "read".
 */
export async function markRead(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
  asked: number,
): Promise<ConversationRow> {
  return transact(kernel.db, async (tx) => {
    const seen = await accessConversation(tx, agent, id);
    const number = Math.min(asked, seen.last_number);
    const before = await findReadMark(tx, id, agent.id);
    const hasDraft = (await findDraft(tx, id, agent.id)) !== undefined;
    const isShown = seen.assignee_id === agent.id && number > seen.agent_read_number;
    if (number <= before && !isShown)
      return { conversation: presentConversation(seen), myReadNumber: before, hasDraft };
    await saveReadMark(tx, id, agent.id, number);
    let row = seen;
    if (isShown) {
      const locked = (await lockConversation(tx, id))!;
      row =
        locked.agent_read_number >= number
          ? locked
          : await updateConversation(tx, locked, { agent_read_number: number });
    }
    const conversation = presentConversation(row);
    await emit(tx, {
      type: 'conversation.read',
      actor: { kind: 'user', id: agent.id },
      subject: { type: 'conversation', id },
      payload: { conversation, userId: agent.id, number },
      audience: isShown ? [...colleagues(row), customerTopic(row.customer_id)] : [userTopic(agent.id)],
      at: kernel.clock.now(),
    });
    return { conversation, myReadNumber: Math.max(before, number), hasDraft };
  });
}

/** The shopper's own mark on their newest conversation. */
export async function markReadByCustomer(
  kernel: Kernel,
  customerId: string,
  channelId: string,
  asked: number,
): Promise<void> {
  await transact(kernel.db, async (tx) => {
    const row = await lockNewest(tx, channelId, customerId);
    const number = Math.min(asked, row?.last_number ?? 0);
    if (!row || number <= row.customer_read_number) return;
    const after = await updateConversation(tx, row, { customer_read_number: number });
    await emit(tx, {
      type: 'conversation.read',
      actor: { kind: 'customer', id: customerId },
      subject: { type: 'conversation', id: row.id },
      payload: { conversation: presentConversation(after), userId: null, number },
      audience: [...colleagues(after), customerTopic(customerId)],
      at: kernel.clock.now(),
    });
  });
}
