import type {
  EphemeralFrame,
  FileRef,
  VisitorConversation,
  VisitorEvent,
  VisitorMessage,
  VisitorSent,
  VisitorSnapshot,
  VisitorWidget,
} from '@xiaoer/contracts';
import type { OutboxEntry } from '../outbox.ts';

export type VisitorContent = { text: string; attachments: readonly FileRef[] };
export type VisitorPending = OutboxEntry<VisitorContent>;

/** Everything that the widget shows from. Never changed in place. */
export type VisitorState = {
  token: string;
  widget: VisitorWidget;
  customer: { name: string; hasEmail: boolean };
  conversation: VisitorConversation | null;
  /** Of all visits, in order; numbers may skip, since notes and timeline events are counted but never shown here. */
  messages: readonly VisitorMessage[];
  /** Place before which there is more; null when all is here. */
  olderBefore: string | null;
  cursor: number;
  /** Written, not confirmed; those that have come back already are left out. */
  pending: readonly VisitorPending[];
  /** How many wait before this shopper; null once somebody has the conversation. */
  queuePosition: number | null;
  /** Who writes to the shopper now: name, and when the last word of it came (milliseconds). */
  typing: { name: string; at: number } | null;
};

/** State of a snapshot; `previous` keeps what is pending and the older messages that were loaded. */
export function fromVisitorSnapshot(snapshot: VisitorSnapshot, previous?: VisitorState): VisitorState {
  const { token, widget, customer, conversation, cursor } = snapshot;
  let state: VisitorState = {
    token,
    widget,
    customer,
    conversation,
    messages: [...snapshot.messages].sort(inOrder),
    olderBefore: snapshot.olderBefore,
    cursor,
    pending: previous?.pending ?? [],
    queuePosition: snapshot.queuePosition,
    typing: null,
  };
  // Older pages stay only when they join the snapshot's messages without a hole.
  const first = state.messages[0];
  if (previous && first) {
    const isJoined = previous.messages.some((message) => message.id === first.id);
    if (isJoined) {
      const older = previous.messages.filter((message) => inOrder(message, first) < 0);
      state = { ...state, messages: [...older, ...state.messages], olderBefore: previous.olderBefore };
    }
  }
  return withoutArrived(state);
}

/** Applies one event; news that is held already changes nothing and answers the same state. */
export function reduceVisitor(state: VisitorState, event: VisitorEvent): VisitorState {
  const next =
    event.type === 'message' ? putMessage(state, event.message) : putConversation(state, event.conversation);
  return event.seq > next.cursor ? { ...next, cursor: event.seq } : next;
}

/** Applies a frame that passes beside the log. `now` in milliseconds. */
export function reduceVisitorEphemeral(
  state: VisitorState,
  frame: EphemeralFrame,
  now: number,
): VisitorState {
  if (frame.t === 'queue')
    return frame.conversationId === state.conversation?.id && frame.position !== state.queuePosition
      ? { ...state, queuePosition: frame.position }
      : state;
  if (frame.t !== 'typing' || frame.who.kind !== 'agent') return state;
  if (frame.isTyping) return { ...state, typing: { name: frame.who.name, at: now } };
  return state.typing ? { ...state, typing: null } : state;
}

/** The server's answer to a message sent. */
export function applySent(state: VisitorState, sent: VisitorSent): VisitorState {
  return putMessage(putConversation(state, sent.conversation), sent.message);
}

/** A page of older messages. */
export function applyOlderVisitor(
  state: VisitorState,
  page: { messages: readonly VisitorMessage[]; olderBefore: string | null },
): VisitorState {
  const messages = page.messages.reduce(insert, state.messages);
  return { ...state, messages, olderBefore: page.olderBefore };
}

/** What waits in the outbox, as it stands now. */
export function applyVisitorPending(state: VisitorState, pending: readonly VisitorPending[]): VisitorState {
  return withoutArrived({ ...state, pending });
}

/** The shopper has read up to `number`, shown before the server knows. */
export function applyVisitorRead(state: VisitorState, number: number): VisitorState {
  const { conversation } = state;
  if (!conversation || conversation.customerReadNumber >= number) return state;
  return { ...state, conversation: { ...conversation, customerReadNumber: number } };
}

/** Messages of others that the shopper has not read. */
export function countUnread(state: VisitorState): number {
  const { conversation } = state;
  if (!conversation) return 0;
  return state.messages.filter(
    (m) =>
      m.conversationId === conversation.id &&
      m.number > conversation.customerReadNumber &&
      m.author.kind !== 'customer',
  ).length;
}

function putConversation(state: VisitorState, given: VisitorConversation): VisitorState {
  const held = state.conversation;
  if (!held || held.id !== given.id) {
    // Another conversation follows only when it was opened later: ids are made in order of time.
    if (held && given.id < held.id) return state;
    return { ...state, conversation: given, queuePosition: null };
  }
  const newer = given.version > held.version ? given : held;
  const customerReadNumber = Math.max(held.customerReadNumber, given.customerReadNumber);
  const agentReadNumber = Math.max(held.agentReadNumber, given.agentReadNumber);
  const lastNumber = Math.max(held.lastNumber, given.lastNumber);
  if (
    newer === held &&
    customerReadNumber === held.customerReadNumber &&
    agentReadNumber === held.agentReadNumber &&
    lastNumber === held.lastNumber
  )
    return state;
  return {
    ...state,
    conversation: { ...newer, customerReadNumber, agentReadNumber, lastNumber },
    // Who is being served waits for nobody.
    queuePosition: newer.agent || newer.status === 'resolved' ? null : state.queuePosition,
  };
}

function putMessage(state: VisitorState, message: VisitorMessage): VisitorState {
  const messages = insert(state.messages, message);
  if (messages === state.messages) return state;
  const isTypist = state.typing && message.author.kind !== 'customer';
  const next = { ...state, messages, typing: isTypist ? null : state.typing };
  return withoutArrived(withConversationOf(next, message));
}

/**
 * The conversation as far as a message tells of it: another tab may have opened it, and its own event
 * comes only when somebody takes it. Version 0 gives way to whatever the server says.
 */
function withConversationOf(state: VisitorState, message: VisitorMessage): VisitorState {
  const { conversation } = state;
  if (conversation?.id === message.conversationId) {
    const lastNumber = Math.max(conversation.lastNumber, message.number);
    return lastNumber === conversation.lastNumber
      ? state
      : { ...state, conversation: { ...conversation, lastNumber } };
  }
  return putConversation(state, {
    id: message.conversationId,
    status: 'open',
    agent: null,
    lastNumber: message.number,
    customerReadNumber: 0,
    agentReadNumber: 0,
    openedAt: message.createdAt,
    version: 0,
  });
}

/** Ids of conversations are made in order of time, so that one opened later comes after. */
const inOrder = (a: VisitorMessage, b: VisitorMessage): number =>
  a.conversationId === b.conversationId ? a.number - b.number : a.conversationId < b.conversationId ? -1 : 1;

function insert(messages: readonly VisitorMessage[], message: VisitorMessage): readonly VisitorMessage[] {
  if (messages.some((held) => held.id === message.id)) return messages;
  let at = messages.length;
  while (at > 0 && inOrder(messages[at - 1]!, message) > 0) at--;
  return [...messages.slice(0, at), message, ...messages.slice(at)];
}

function withoutArrived(state: VisitorState): VisitorState {
  const pending = state.pending.filter((entry) => !state.messages.some((m) => m.id === entry.id));
  return pending.length === state.pending.length ? state : { ...state, pending };
}
