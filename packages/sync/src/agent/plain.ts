import type { ChunkedMap } from '../chunked-map.ts';
import type { AgentState } from './state.ts';

const record = <T>(map: ChunkedMap<T>): Record<string, T> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * What a state says, without what it needs to keep order: plain objects, for comparing two states in
 * tests (what events made of an old snapshot against a fresh one) and for looking at one.
 */
export function plainState(state: AgentState) {
  return {
    cursor: state.cursor,
    me: { ...state.me, permissions: [...state.me.permissions].sort() },
    shopName: state.shopName,
    users: record(state.users),
    teams: record(state.teams),
    seats: record(state.seats),
    views: record(state.views),
    cannedResponses: record(state.cannedResponses),
    tags: [...state.tags].sort(),
    customers: record(state.customers),
    conversations: Object.fromEntries(
      Object.entries(record(state.conversations)).map(([id, row]) => [
        id,
        {
          conversation: row.conversation,
          myReadNumber: row.myReadNumber,
          isMarkKnown: row.isMarkKnown,
          hasDraft: row.hasDraft,
        },
      ]),
    ),
    threads: Object.fromEntries(
      Object.entries(record(state.threads)).map(([id, { messages, olderBefore, isLoaded }]) => [
        id,
        { messages, olderBefore, isLoaded },
      ]),
    ),
    pending: record(state.pending),
  };
}
