import { type Tx, transact } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { userTopic } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { accessConversation } from '../access.ts';
import { deleteDraft, findDraft, saveDraft as store } from '../repo-own.ts';

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
    await tellDraft(tx, agent, { conversationId: id, mode: draft.mode, hasText }, at);
  });
}

/** What was sent is no draft any more, in none of the sender's windows. */
export async function dropDraft(
  tx: Tx,
  agent: AgentPrincipal,
  conversationId: string,
  mode: 'reply' | 'note',
  at: Date,
): Promise<void> {
  if (!(await deleteDraft(tx, conversationId, agent.id))) return;
  await tellDraft(tx, agent, { conversationId, mode, hasText: false }, at);
}

async function tellDraft(
  tx: Tx,
  agent: AgentPrincipal,
  payload: { conversationId: string; mode: 'reply' | 'note'; hasText: boolean },
  at: Date,
): Promise<void> {
  await emit(tx, {
    type: 'draft.saved',
    actor: { kind: 'user', id: agent.id },
    subject: { type: 'conversation', id: payload.conversationId },
    payload,
    audience: [userTopic(agent.id)],
    at,
  });
}
