import type { Call, Conversation, ENDPOINTS } from '@xiaoer/contracts';

/** Actions that answer the conversation as it stands after them, and so can be shown beforehand. */
export type ConversationAction =
  | 'claimConversation'
  | 'assignConversation'
  | 'transferConversation'
  | 'snoozeConversation'
  | 'wakeConversation'
  | 'resolveConversation'
  | 'reopenConversation'
  | 'tagConversation';

/** Body of an action; undefined for those that have none. */
export type ActionBody<N extends ConversationAction> =
  Call<(typeof ENDPOINTS)[N]> extends { body: infer B } ? B : undefined;

/** What an action will change, as far as it can be told here. */
export function foresee<N extends ConversationAction>(
  name: N,
  conversation: Conversation,
  myId: string,
  given: ActionBody<N>,
): Partial<Conversation> {
  const body = (given ?? {}) as {
    assigneeId?: string | null;
    teamId?: string | null;
    until?: string;
    add?: string[];
    remove?: string[];
  };
  switch (name) {
    case 'claimConversation':
      return { assigneeId: myId };
    case 'assignConversation':
      return { assigneeId: body.assigneeId ?? null };
    case 'transferConversation':
      return { teamId: body.teamId ?? conversation.teamId, assigneeId: body.assigneeId ?? null };
    case 'snoozeConversation':
      return { status: 'snoozed', snoozedUntil: body.until ?? null };
    case 'wakeConversation':
    case 'reopenConversation':
      return { status: 'open', snoozedUntil: null, resolvedAt: null };
    case 'resolveConversation':
      return { status: 'resolved', snoozedUntil: null };
    default: {
      const removed = new Set(body.remove ?? []);
      const rest = conversation.tags.filter((tag) => !removed.has(tag));
      return { tags: [...new Set([...rest, ...(body.add ?? [])])] };
    }
  }
}
