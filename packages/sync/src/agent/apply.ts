import type {
  Conversation,
  ConversationDetail,
  ConversationRow,
  Customer,
  Message,
  ViewSort,
} from '@xiaoer/contracts';
import { ChunkedMap } from '../chunked-map.ts';
import { putConversation, putReadMark, reshow } from './conversations.ts';
import type { AgentState, Overlay, PendingMessage, Thread, ViewKey } from './state.ts';
import { addMessage, EMPTY_THREAD, insertMessage, isGapless, withoutPending } from './threads.ts';
import { ruleKey } from './views.ts';

export type Page = { items: readonly ConversationRow[]; next: string | null };

/** A page of a list. `isFirst` begins the list anew; otherwise it follows what is loaded. */
export function applyPage(
  state: AgentState,
  viewKey: ViewKey,
  page: Page,
  { isFirst }: { isFirst: boolean },
): AgentState {
  const next = page.items.reduce(applyRow, state);
  const held = next.windows.get(viewKey);
  const rule = ruleKey(next, viewKey);
  // A list from before a break or under another rule begins anew; its next page leads nowhere.
  if (!isFirst && (!held || held.epoch !== next.epoch || held.rule !== rule)) return next;
  const edge = page.items.at(-1)?.conversation ?? (isFirst ? null : (held?.edge ?? null));
  const window = { next: page.next, edge, rule, epoch: next.epoch };
  return { ...next, windows: next.windows.with(viewKey, window) };
}

/** The viewer wants a list in another order; null: in its own. It is loaded anew. */
export function applySort(state: AgentState, viewKey: ViewKey, sort: ViewSort | null): AgentState {
  const sorts = sort === null ? state.sorts.without(viewKey) : state.sorts.with(viewKey, sort);
  return { ...state, sorts };
}

/** One row, as lists and markConversationRead answer it. */
export function applyRow(state: AgentState, row: ConversationRow): AgentState {
  return putConversation(state, row.conversation, row);
}

/** A conversation opened. Messages that streamed in meanwhile are kept. */
export function applyDetail(state: AgentState, detail: ConversationDetail): AgentState {
  const id = detail.row.conversation.id;
  const next = applyRow(state, detail.row);
  if (!next.conversations.has(id)) return next;
  const held = next.threads.get(id);
  const first = detail.messages[0]?.number ?? Number.POSITIVE_INFINITY;
  // Older pages that join the new one stay; otherwise only what came after the page was read.
  const isJoined =
    held?.isLoaded &&
    held.epoch === next.epoch &&
    isGapless(held.messages) &&
    held.messages.some((m) => m.number >= first - 1);
  const last = detail.messages.at(-1)?.number ?? 0;
  const kept = (held?.messages ?? []).filter((m) => m.number > last || isJoined);
  const thread: Thread = {
    messages: detail.messages.reduce(insertMessage, kept as readonly Message[]),
    olderBefore: isJoined && held.messages[0]!.number < first ? held.olderBefore : detail.olderBefore,
    isLoaded: true,
    draft: detail.draft,
    epoch: next.epoch,
  };
  return withoutPending({ ...next, threads: next.threads.with(id, thread) }, id, thread.messages);
}

/** A page of older messages of an opened conversation. */
export function applyOlder(
  state: AgentState,
  conversationId: string,
  page: { messages: readonly Message[]; olderBefore: number | null },
): AgentState {
  const thread = state.threads.get(conversationId);
  if (!thread?.isLoaded) return state;
  const messages = page.messages.reduce(insertMessage, thread.messages);
  const moved = { ...thread, messages, olderBefore: page.olderBefore };
  return { ...state, threads: state.threads.with(conversationId, moved) };
}

/** The answer to an action on a conversation, or to a message sent. The newer version wins. */
export function applyResult(
  state: AgentState,
  result: Conversation | { conversation: Conversation; message: Message },
): AgentState {
  if (!('message' in result)) return putConversation(state, result);
  const next = putConversation(state, result.conversation);
  return next.conversations.has(result.conversation.id) ? addMessage(next, result.message) : next;
}

/** The viewer has read up to `number`; shown at once, before the server knows. */
export function applyRead(state: AgentState, conversationId: string, number: number): AgentState {
  return putReadMark(state, conversationId, number);
}

/** Everything that waits in the outbox, as it stands now. */
export function applyPending(state: AgentState, entries: readonly PendingMessage[]): AgentState {
  const byLane = new Map<string, PendingMessage[]>();
  for (const entry of entries) {
    if (state.threads.get(entry.lane)?.messages.some((message) => message.id === entry.id)) continue;
    const lane = byLane.get(entry.lane);
    if (lane) lane.push(entry);
    else byLane.set(entry.lane, [entry]);
  }
  return { ...state, pending: ChunkedMap.of(byLane) };
}

/** Shows a change before the server has answered; `endOptimistic` with the same token takes it off. */
export function beginOptimistic(state: AgentState, overlay: Overlay): AgentState {
  return reshow({ ...state, overlays: [...state.overlays, overlay] }, overlay.conversationId);
}

/** The answer is here (apply it first) or the change was refused: the server's word counts again. */
export function endOptimistic(state: AgentState, token: string): AgentState {
  const ended = state.overlays.filter((overlay) => overlay.token === token);
  if (ended.length === 0) return state;
  const overlays = state.overlays.filter((overlay) => overlay.token !== token);
  return ended.reduce<AgentState>((next, { conversationId }) => reshow(next, conversationId), {
    ...state,
    overlays,
  });
}

/** Somebody looks at a customer: from now on events about them are kept. Call before fetching. */
export function watchCustomer(state: AgentState, id: string): AgentState {
  return state.customers.has(id) ? state : { ...state, customers: state.customers.with(id, null) };
}

/** A customer as fetched or as answered to a change. */
export function applyCustomer(state: AgentState, customer: Customer): AgentState {
  const held = state.customers.get(customer.id);
  if (held && held.version >= customer.version) return state;
  return { ...state, customers: state.customers.with(customer.id, customer) };
}

/** Somebody is about to open a conversation: messages that stream in from now on are kept for it. */
export function watchThread(state: AgentState, id: string): AgentState {
  if (state.threads.has(id)) return state;
  return { ...state, threads: state.threads.with(id, { ...EMPTY_THREAD, epoch: state.epoch }) };
}

/** Answers to changes of what the snapshot holds; events tell the same, in any order. */
export {
  applyMe,
  putCannedResponse as applyCannedResponse,
  putSeat as applySeat,
  putTeam as applyTeam,
  putUser as applyUser,
  putView as applyView,
} from './directory.ts';
