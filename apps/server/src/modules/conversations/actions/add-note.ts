import type { AddNote, Conversation, Message } from '@xiaoer/contracts';
import type { z } from 'zod';
import { transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { accessForChange } from '../access.ts';
import { byAgent, tellMessage } from '../change.ts';
import { presentConversation } from '../present.ts';
import { findSeat } from '../seats.ts';
import { dropDraft } from './save-draft.ts';
import { onceById, storeNote, takeAttachments } from './store-message.ts';

/** An internal note; mentioned colleagues must exist. */
export async function addNote(
  kernel: Kernel,
  agent: AgentPrincipal,
  conversationId: string,
  body: z.output<typeof AddNote>,
): Promise<{ message: Message; conversation: Conversation }> {
  const key = {
    id: body.id,
    authorId: agent.id,
    kind: 'note' as const,
    conversationId: async () => conversationId,
  };
  const store = () =>
    transact(kernel.db, async (tx) => {
      const by = byAgent(agent, kernel.clock.now());
      const row = await accessForChange(tx, agent, conversationId, 'note');
      for (const id of body.mentionIds)
        if (!(await findSeat(tx, id))?.is_active) throw coded('conversations.mention_invalid');
      const attachments = await takeAttachments(kernel.files, tx, body.attachmentIds, {
        kind: 'user',
        id: agent.id,
      });
      const stored = await storeNote(
        tx,
        row,
        { id: body.id, text: body.text, attachments, mentionIds: body.mentionIds },
        by,
      );
      await tellMessage(tx, stored.row, stored.message, by);
      await dropDraft(tx, agent, conversationId, 'note', by.at);
      return { message: stored.message, conversation: presentConversation(stored.row) };
    });
  return onceById(kernel.db, key, store, (found) => found);
}
