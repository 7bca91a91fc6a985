import { type ConversationAbility, conversationAbilities, type Draft, type Message } from '@xiaoer/contracts';
import type { ChunkedMap } from '../chunked-map.ts';
import { viewerOf } from './conversations.ts';
import type { AgentState, HeldRow, PendingMessage, Thread, Typist } from './state.ts';
import { isGapless } from './threads.ts';

export { selectSort, selectView, type ViewRows } from './views.ts';

const NO_PENDING: readonly PendingMessage[] = Object.freeze([]);
const NOBODY: readonly string[] = Object.freeze([]);
const NO_TYPISTS: readonly Typist[] = Object.freeze([]);

/** Silence after which somebody no longer counts as typing, milliseconds. */
export const TYPING_LASTS_MS = 8_000;

export const selectRow = (state: AgentState, id: string): HeldRow | undefined => state.conversations.get(id);

/** A conversation as its pane shows it. */
export type ThreadView = {
  messages: readonly Message[];
  olderBefore: number | null;
  pending: readonly PendingMessage[];
  draft: Draft | null;
  /** False: show a skeleton and load it. */
  isLoaded: boolean;
  /** False: messages are missing, or it is from before a break; load it again, meanwhile show it. */
  isComplete: boolean;
};

/** Messages of a conversation with what is pending. The same object again while nothing changed. */
export const selectThread = perId<ThreadView, [Thread | undefined, unknown, HeldRow | undefined, number]>(
  (state, id) => [state.threads.get(id), state.pending.get(id), state.conversations.get(id), state.epoch],
  (state, id) => {
    const thread = state.threads.get(id);
    const isLoaded = thread?.isLoaded ?? false;
    const last = thread?.messages.at(-1)?.number ?? 0;
    const expected = state.conversations.get(id)?.confirmed.lastNumber ?? 0;
    return {
      messages: isLoaded ? thread!.messages : [],
      olderBefore: thread?.olderBefore ?? null,
      pending: state.pending.get(id) ?? NO_PENDING,
      draft: thread?.draft ?? null,
      isLoaded,
      isComplete:
        isLoaded && thread!.epoch === state.epoch && last >= expected && isGapless(thread!.messages),
    };
  },
);

/** What the viewer may do with a conversation now. The same array again while nothing changed. */
export const selectAbilities = perId<readonly ConversationAbility[], [HeldRow | undefined, unknown]>(
  (state, id) => [state.conversations.get(id), state.me.user],
  (state, id) => {
    const row = state.conversations.get(id);
    return row ? conversationAbilities(viewerOf(state), row.conversation) : [];
  },
);

/** Others who have the conversation open. */
export const selectViewers = perId<readonly string[], [unknown]>(
  (state, id) => [state.viewers.get(id)],
  (state, id) => state.viewers.get(id)?.filter((userId) => userId !== state.me.user.id) ?? NOBODY,
);

/** Who types in the conversation at `now` (milliseconds). */
export function selectTyping(state: AgentState, id: string, now: number): readonly Typist[] {
  const typing = state.typing.get(id);
  if (!typing) return NO_TYPISTS;
  return typing.every((t) => now - t.at < TYPING_LASTS_MS)
    ? typing
    : typing.filter((t) => now - t.at < TYPING_LASTS_MS);
}

/** Whether the newest word in the row is unread by the viewer. */
export const isUnread = (row: HeldRow): boolean => row.conversation.lastCustomerNumber > row.myReadNumber;

const lists = new WeakMap<object, readonly unknown[]>();

/** The values of a map as an array in the order given; the same array again for the same map. */
export function listOf<T>(map: ChunkedMap<T>, compare: (a: T, b: T) => number): readonly T[] {
  let list = lists.get(map) as readonly T[] | undefined;
  if (!list) {
    list = [...map.values()].sort(compare);
    lists.set(map, list);
  }
  return list;
}

const byName = <T extends { name: string; id: string }>(a: T, b: T): number =>
  a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);

export const selectUsers = (state: AgentState) => listOf(state.users, byName);
export const selectTeams = (state: AgentState) => listOf(state.teams, byName);
export const selectSavedViews = (state: AgentState) => listOf(state.views, byName);
export const selectCannedResponses = (state: AgentState) =>
  listOf(state.cannedResponses, (a, b) => a.shortcut.localeCompare(b.shortcut) || (a.id < b.id ? -1 : 1));

/** Remembers the last answer for each id, as long as what it was made from is the same. */
function perId<R, I extends readonly unknown[]>(
  inputs: (state: AgentState, id: string) => I,
  compute: (state: AgentState, id: string) => R,
): (state: AgentState, id: string) => R {
  const memory = new WeakMap<object, Map<string, { inputs: I; result: R }>>();
  return (state, id) => {
    let byId = memory.get(state.lineage);
    if (!byId) {
      byId = new Map();
      memory.set(state.lineage, byId);
    }
    const now = inputs(state, id);
    const known = byId.get(id);
    if (known?.inputs.every((input, i) => Object.is(input, now[i]))) return known.result;
    const result = compute(state, id);
    byId.set(id, { inputs: now, result });
    return result;
  };
}
