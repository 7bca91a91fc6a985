import type { LogEvent } from '@xiaoer/contracts';

/** Something that a person wants to know of although they look elsewhere. */
export type Notice = {
  kind: 'message' | 'mention' | 'assigned';
  conversationId: string;
  /** Who: the customer, or the colleague who mentioned. */
  name: string;
  text: string;
};

/** Whether an event concerns the person: a customer of theirs wrote, a note names them, a case became theirs. */
export function noticeOf(event: LogEvent, myId: string): Notice | null {
  switch (event.type) {
    case 'message.added':
    case 'conversation.opened': {
      const { conversation, message } = event.payload;
      const about = { conversationId: conversation.id, name: message.author.name, text: message.text };
      if (message.kind === 'note')
        return message.mentionIds.includes(myId) && message.author.id !== myId
          ? { kind: 'mention', ...about }
          : null;
      return message.author.kind === 'customer' && conversation.assigneeId === myId
        ? { kind: 'message', ...about }
        : null;
    }
    case 'conversation.assigned':
    case 'conversation.transferred': {
      const { conversation, previousAssigneeId } = event.payload;
      if (conversation.assigneeId !== myId || previousAssigneeId === myId || event.actor.id === myId)
        return null;
      return {
        kind: 'assigned',
        conversationId: conversation.id,
        name: conversation.customer.name,
        text: conversation.lastReply?.text ?? '',
      };
    }
    default:
      return null;
  }
}
