import { type ConversationDetail, conversationAbilities, type Message } from '@xiaoer/contracts';
import { snapshot } from '../../../kernel/db/transact.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { accessConversation } from '../access.ts';
import { presentConversation, presentDraft, presentMessage } from '../present.ts';
import { listMessages } from '../repo.ts';
import { findDraft, findReadMark } from '../repo-own.ts';

const PAGE = 50;

/** The conversation with its newest messages, as of one moment. */
export async function readConversation(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
): Promise<ConversationDetail> {
  return snapshot(kernel.db, async (tx) => {
    const row = await accessConversation(tx, agent, id);
    const { messages, olderBefore } = toPage(
      await listMessages(tx, { conversationId: id, before: null, limit: PAGE + 1 }),
      PAGE,
    );
    const draft = await findDraft(tx, id, agent.id);
    const conversation = presentConversation(row);
    return {
      row: {
        conversation,
        myReadNumber: await findReadMark(tx, id, agent.id),
        hasDraft: draft !== undefined,
      },
      messages,
      olderBefore,
      draft: draft ? presentDraft(draft) : null,
      abilities: conversationAbilities(agent, conversation),
    };
  });
}

export async function readOlderMessages(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
  query: { before: number; limit: number },
) {
  await accessConversation(kernel.db, agent, id);
  return toPage(
    await listMessages(kernel.db, { conversationId: id, before: query.before, limit: query.limit + 1 }),
    query.limit,
  );
}

/** Rows come newest first with one to spare; a page is oldest first. */
export function toPage(
  rows: Parameters<typeof presentMessage>[0][],
  limit: number,
): { messages: Message[]; olderBefore: number | null } {
  const messages = rows.slice(0, limit).map(presentMessage).reverse();
  return { messages, olderBefore: rows.length > limit ? (messages[0]?.number ?? null) : null };
}
