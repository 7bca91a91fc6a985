import { ViewSort } from '@xiaoer/contracts';
import { ChunkedMap } from '../chunked-map.ts';
import type { OutboxStorage } from '../outbox.ts';
import type { AgentState } from './state.ts';

const keyOf = (state: AgentState) => `xiaoer.sorts.${state.me.user.id}`;

/** The orders that the viewer chose on this device before. What cannot be read counts as not chosen. */
export function readSorts(storage: OutboxStorage, state: AgentState): AgentState {
  let kept: unknown = null;
  try {
    kept = JSON.parse(storage.getItem(keyOf(state)) ?? 'null');
  } catch {
    // Written by hand, or by another program.
  }
  if (typeof kept !== 'object' || kept === null) return state;
  const sorts = Object.entries(kept).flatMap(([view, sort]) => {
    const known = ViewSort.safeParse(sort);
    return known.success ? [[view, known.data] as const] : [];
  });
  return { ...state, sorts: ChunkedMap.of(sorts) };
}

export function keepSorts(storage: OutboxStorage, state: AgentState): void {
  try {
    storage.setItem(keyOf(state), JSON.stringify(Object.fromEntries(state.sorts)));
  } catch {
    // A full storage: the order holds until the page is left.
  }
}
