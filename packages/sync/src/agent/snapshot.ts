import type { AgentSnapshot } from '@xiaoer/contracts';
import { ChunkedMap } from '../chunked-map.ts';
import { withoutUnseeable } from './conversations.ts';
import type { AgentState } from './state.ts';

const byId = <T extends { id: string }>(items: readonly T[]): ChunkedMap<T> =>
  ChunkedMap.of(items.map((item) => [item.id, item] as const));

/**
 * State of a snapshot. With `previous` (after an expired cursor) what was on screen stays readable but
 * counts as stale until it is loaded again: see `isStale` of the selectors.
 */
export function fromSnapshot(snapshot: AgentSnapshot, previous?: AgentState): AgentState {
  const state: AgentState = {
    lineage: previous?.lineage ?? Object.freeze({}),
    since: snapshot.cursor,
    cursor: snapshot.cursor,
    epoch: (previous?.epoch ?? 0) + 1,
    me: snapshot.me,
    shopName: snapshot.shopName,
    presenceWish: snapshot.presenceWish,
    users: byId(snapshot.users),
    teams: byId(snapshot.teams),
    seats: ChunkedMap.of(snapshot.seats.map((seat) => [seat.userId, seat] as const)),
    views: byId(snapshot.views),
    cannedResponses: byId(snapshot.cannedResponses),
    tags: snapshot.tags,
    counts: snapshot.counts,
    customers: previous?.customers ?? ChunkedMap.empty(),
    conversations: previous?.conversations ?? ChunkedMap.empty(),
    threads: previous?.threads ?? ChunkedMap.empty(),
    windows: previous?.windows ?? ChunkedMap.empty(),
    sorts: previous?.sorts ?? ChunkedMap.empty(),
    pending: previous?.pending ?? ChunkedMap.empty(),
    overlays: previous?.overlays ?? [],
    viewers: ChunkedMap.empty(),
    typing: ChunkedMap.empty(),
    gone: ChunkedMap.empty(),
    drafts: ChunkedMap.empty(),
    heard: ChunkedMap.empty(),
  };
  return previous ? withoutUnseeable(state) : state;
}
