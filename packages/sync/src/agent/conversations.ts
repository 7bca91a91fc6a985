import { type Conversation, canSeeConversation, type Message, type Viewer } from '@xiaoer/contracts';
import type { AgentState, HeldRow, Overlay } from './state.ts';
import { addMessage } from './threads.ts';

export const viewerOf = (state: AgentState): Viewer => state.me.user;

/** What a row needs beside the conversation; left out: not known from where this news came. */
export type RowFacts = {
  myReadNumber?: number;
  hasDraft?: boolean;
  /** The message that the news is about. */
  message?: Message;
};

/** The conversation with the changes laid over it that wait for their answer. */
function shown(overlays: readonly Overlay[], confirmed: Conversation): Conversation {
  let conversation = confirmed;
  for (const overlay of overlays)
    if (overlay.conversationId === confirmed.id) conversation = { ...conversation, ...overlay.patch };
  return conversation;
}

/**
 * The newer of two states of one conversation. Read marks only ever grow, and a server need not count a
 * moved mark as a new version, so the higher of both is taken whichever is newer.
 */
function newer(held: Conversation, given: Conversation): Conversation {
  const base = given.version > held.version ? given : held;
  const customerReadNumber = Math.max(held.customerReadNumber, given.customerReadNumber);
  const agentReadNumber = Math.max(held.agentReadNumber, given.agentReadNumber);
  if (base.customerReadNumber === customerReadNumber && base.agentReadNumber === agentReadNumber) return base;
  return { ...base, customerReadNumber, agentReadNumber };
}

/**
 * Takes in a conversation as the server said it: the newer version wins, and one that the viewer may no
 * longer see is removed with its messages.
 */
export function putConversation(state: AgentState, given: Conversation, facts: RowFacts = {}): AgentState {
  const held = state.conversations.get(given.id);
  if (!held && given.version < (state.gone.get(given.id) ?? 0)) return state;
  const confirmed = held ? newer(held.confirmed, given) : given;
  if (!canSeeConversation(viewerOf(state), confirmed))
    return removeConversation(state, confirmed.id, confirmed.version);
  const row: HeldRow = {
    confirmed,
    conversation: held && confirmed === held.confirmed ? held.conversation : shown(state.overlays, confirmed),
    ...markOf(held, given, facts),
    // What the stream has said of a draft stays until the stream says otherwise.
    hasDraft: state.drafts.get(given.id) ?? facts.hasDraft ?? held?.hasDraft ?? false,
    epoch: state.epoch,
  };
  if (held && isSameRow(held, row)) return state;
  return { ...state, conversations: state.conversations.with(given.id, row) };
}

/**
 * The viewer's read mark. A row that only events have told of has none yet: the guess is that all is read
 * but what the events brought, so that it does not look more unread than it is.
 */
function markOf(
  held: HeldRow | undefined,
  given: Conversation,
  facts: RowFacts,
): Pick<HeldRow, 'myReadNumber' | 'isMarkKnown'> {
  const known = facts.myReadNumber;
  if (held?.isMarkKnown) return { isMarkKnown: true, myReadNumber: Math.max(held.myReadNumber, known ?? 0) };
  if (known !== undefined) return { isMarkKnown: true, myReadNumber: known };
  const guess = facts.message ? facts.message.number - 1 : given.lastNumber;
  return { isMarkKnown: false, myReadNumber: Math.min(held?.myReadNumber ?? guess, guess) };
}

const isSameRow = (a: HeldRow, b: HeldRow): boolean =>
  a.confirmed === b.confirmed &&
  a.conversation === b.conversation &&
  a.myReadNumber === b.myReadNumber &&
  a.isMarkKnown === b.isMarkKnown &&
  a.hasDraft === b.hasDraft &&
  a.epoch === b.epoch;

export function removeConversation(state: AgentState, id: string, version: number): AgentState {
  const known = state.gone.get(id);
  const gone = Math.max(version, known ?? 0);
  if (gone === known && !state.conversations.has(id) && !state.threads.has(id)) return state;
  return {
    ...state,
    gone: state.gone.with(id, gone),
    conversations: state.conversations.without(id),
    threads: state.threads.without(id),
    viewers: state.viewers.without(id),
    typing: state.typing.without(id),
  };
}

/** A conversation with the message that changed it, as most events carry them. */
export function putWithMessage(state: AgentState, conversation: Conversation, message: Message): AgentState {
  const next = putConversation(state, conversation, { message });
  if (!next.conversations.has(conversation.id)) return next;
  return addMessage(next, message);
}

/** Moves the viewer's own read mark, which never goes back. */
export function putReadMark(state: AgentState, conversationId: string, number: number): AgentState {
  const row = state.conversations.get(conversationId);
  if (!row || (row.isMarkKnown && row.myReadNumber >= number)) return state;
  const myReadNumber = row.isMarkKnown ? Math.max(row.myReadNumber, number) : number;
  const moved = { ...row, myReadNumber, isMarkKnown: true };
  return { ...state, conversations: state.conversations.with(conversationId, moved) };
}

/** Computes a row anew after a change of the overlays. */
export function reshow(state: AgentState, conversationId: string): AgentState {
  const row = state.conversations.get(conversationId);
  if (!row) return state;
  const moved = { ...row, conversation: shown(state.overlays, row.confirmed) };
  return { ...state, conversations: state.conversations.with(conversationId, moved) };
}

/** Removes every conversation that the viewer may not see by the rights they have now. */
export function withoutUnseeable(state: AgentState): AgentState {
  let next = state;
  for (const { confirmed } of state.conversations.values())
    if (!canSeeConversation(viewerOf(state), confirmed))
      next = removeConversation(next, confirmed.id, confirmed.version);
  return next;
}
