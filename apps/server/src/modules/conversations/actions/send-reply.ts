import type { Conversation, Message, SendReply } from '@xiaoer/contracts';
import type { z } from 'zod';
import { type Tx, transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { accessConversation, accessForChange } from '../access.ts';
import { byAgent, tellMessage } from '../change.ts';
import { presentConversation, presentMessage } from '../present.ts';
import { type ConversationRecord, findMessage } from '../repo.ts';
import { takeSeat } from '../seats.ts';
import { tellTaken } from './assign.ts';
import { resolve } from './move.ts';
import { dropDraft } from './save-draft.ts';
import { onceById, storeReply, takeAttachments } from './store-message.ts';

/**
 * An agent's answer. Answering what nobody has takes it, if there is room; a snoozed one stays snoozed.
 * With `isResolving` it is resolved in the same transaction.
 */
export async function sendReply(
  kernel: Kernel,
  agent: AgentPrincipal,
  conversationId: string,
  body: z.output<typeof SendReply>,
): Promise<{ message: Message; conversation: Conversation }> {
  const key = {
    id: body.id,
    authorId: agent.id,
    kind: 'reply' as const,
    conversationId: async () => conversationId,
  };
  const store = () =>
    transact(kernel.db, async (tx) => {
      const by = byAgent(agent, kernel.clock.now());
      const row = await accessForChange(tx, agent, conversationId, 'reply');
      if (body.replyToId !== null && !(await findMessage(tx, conversationId, body.replyToId)))
        throw coded('conversations.message_not_found');
      const attachments = await takeAttachments(kernel.files, tx, body.attachmentIds, {
        kind: 'user',
        id: agent.id,
      });
      const taken = await takeUnassigned(tx, row, agent, by);
      const stored = await storeReply(
        tx,
        taken,
        'agent',
        { id: body.id, text: body.text, attachments, replyToId: body.replyToId },
        by,
      );
      await tellMessage(tx, stored.row, stored.message, by);
      await dropDraft(tx, agent, conversationId, 'reply', by.at);
      const after = body.isResolving ? await resolve(tx, stored.row, by) : stored.row;
      return { message: stored.message, conversation: presentConversation(after) };
    });
  return onceById(kernel.db, key, store, (found) => found).catch(async (error: unknown) => {
    // A retry of "send and resolve" meets a resolved conversation before it meets its own message.
    if ((error as { code?: string }).code !== 'conversations.wrong_status') throw error;
    const row = await accessConversation(kernel.db, agent, conversationId);
    const found = await findMessage(kernel.db, row.id, body.id);
    if (found?.author_id !== agent.id) throw error;
    return { message: presentMessage(found), conversation: presentConversation(row) };
  });
}

async function takeUnassigned(
  tx: Tx,
  row: ConversationRecord,
  agent: AgentPrincipal,
  by: ReturnType<typeof byAgent>,
): Promise<ConversationRecord> {
  if (row.assignee_id !== null || row.status !== 'open') return row;
  const hasRoom = await takeSeat(tx, agent.id, { actor: by.actor, at: by.at });
  return hasRoom ? tellTaken(tx, row, agent.id, by) : row;
}
