import { transact } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { userTopic } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { accessConversation } from '../access.ts';
import { deleteDraft, findDraft, saveDraft as store } from '../repo.ts';

/** Keeps an unfinished answer for this colleague. The log says that there is one, never what it says. */
export async function saveDraft(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
  draft: { mode: 'reply' | 'note'; text: string },
): Promise<void> {
  await transact(kernel.db, async (tx) => {
    await accessConversation(tx, agent, id);
    const at = kernel.clock.now();
    const hasText = draft.text.trim() !== '';
    const had = (await findDraft(tx, id, agent.id)) !== undefined;
    if (hasText) await store(tx, { conversationId: id, userId: agent.id, ...draft, at });
    else await deleteDraft(tx, id, agent.id);
    if (had === hasText) return;
    await emit(tx, {
      type: 'draft.saved',
      actor: { kind: 'user', id: agent.id },
      subject: { type: 'conversation', id },
      payload: { conversationId: id, mode: draft.mode, hasText },
      audience: [userTopic(agent.id)],
      at,
    });
  });
}
