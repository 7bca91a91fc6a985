import type { Message } from '@xiaoer/contracts';
import type { AgentState, Thread } from './state.ts';

/**
 * Messages kept of a conversation that nobody has opened. They bridge the moment between the server
 * reading a page and the page arriving; a longer gap shows as `isComplete: false` and is loaded again.
 */
const UNOPENED_TAIL = 8;

export const EMPTY_THREAD: Thread = {
  messages: [],
  olderBefore: null,
  isLoaded: false,
  draft: null,
  epoch: 0,
};

/** `messages` with `message` at its place by number; the same array when it is there already. */
export function insertMessage(messages: readonly Message[], message: Message): readonly Message[] {
  let at = messages.length;
  while (at > 0 && messages[at - 1]!.number > message.number) at--;
  if (at > 0 && messages[at - 1]!.number === message.number) return messages;
  if (at === messages.length) return [...messages, message];
  return [...messages.slice(0, at), message, ...messages.slice(at)];
}

/** Whether no number is missing between the first and the last. */
export const isGapless = (messages: readonly Message[]): boolean =>
  messages.length === 0 || messages.at(-1)!.number - messages[0]!.number + 1 === messages.length;

/** Takes a streamed message in, and the pending one of the same id out. */
export function addMessage(state: AgentState, message: Message): AgentState {
  const id = message.conversationId;
  const thread = state.threads.get(id) ?? { ...EMPTY_THREAD, epoch: state.epoch };
  const first = thread.messages[0];
  const isOlder = first !== undefined && message.number < first.number;
  // Older than the page: it comes with the older pages, or it would leave a hole.
  const isOutside = thread.isLoaded ? thread.olderBefore !== null : thread.messages.length >= UNOPENED_TAIL;
  if (isOlder && isOutside) return withoutPending(state, id, [message]);
  let messages = insertMessage(thread.messages, message);
  if (!thread.isLoaded && messages.length > UNOPENED_TAIL) messages = messages.slice(-UNOPENED_TAIL);
  const next = withoutTypist(withoutPending(state, id, [message]), message);
  if (messages === thread.messages) return next;
  return { ...next, threads: next.threads.with(id, { ...thread, messages }) };
}

/** Leaves out pending messages that have come back, so that none ever shows twice. */
export function withoutPending(
  state: AgentState,
  conversationId: string,
  arrived: readonly Message[],
): AgentState {
  const pending = state.pending.get(conversationId);
  if (!pending) return state;
  const rest = pending.filter((entry) => !arrived.some((message) => message.id === entry.id));
  if (rest.length === pending.length) return state;
  return {
    ...state,
    pending:
      rest.length === 0 ? state.pending.without(conversationId) : state.pending.with(conversationId, rest),
  };
}

/** Who has said it no longer writes it. */
function withoutTypist(state: AgentState, message: Message): AgentState {
  const typing = state.typing.get(message.conversationId);
  if (!typing || message.kind === 'event') return state;
  const { kind, id } = message.author;
  const rest = typing.filter((t) => t.kind !== kind || (kind === 'agent' && t.id !== id));
  if (rest.length === typing.length) return state;
  return {
    ...state,
    typing:
      rest.length === 0
        ? state.typing.without(message.conversationId)
        : state.typing.with(message.conversationId, rest),
  };
}
