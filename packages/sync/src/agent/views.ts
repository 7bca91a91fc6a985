import {
  type Conversation,
  compareBySort,
  matchesFilter,
  STANDARD_VIEWS,
  type StandardViewId,
  type ViewFilter,
  type ViewSort,
} from '@xiaoer/contracts';
import type { ChunkedMap } from '../chunked-map.ts';
import type { AgentState, HeldRow, ViewKey, ViewWindow } from './state.ts';

/** A list as it stands: rows in order, and whether more can be asked for. */
export type ViewRows = {
  rows: readonly HeldRow[];
  /** Hand back for the next page; null at the end, or before the first page. */
  next: string | null;
  /** False until a first page was applied: show a skeleton. */
  isLoaded: boolean;
  /** Shown from before a break: load the first page again. */
  isStale: boolean;
};

/** The rule of a list; null for a saved view that is not (or no longer) known. */
type Rule = { filter: ViewFilter; sort: ViewSort; customerId: string | null };

const isStandard = (key: ViewKey): key is StandardViewId => Object.hasOwn(STANDARD_VIEWS, key);

function ruleOf(state: AgentState, key: ViewKey): Rule | null {
  if (key.startsWith('customer:')) return { filter: {}, sort: 'newest', customerId: key.slice(9) };
  const view = isStandard(key) ? STANDARD_VIEWS[key] : state.views.get(key);
  return view ? { filter: view.filter, sort: state.sorts.get(key) ?? view.sort, customerId: null } : null;
}

/** The rule of a list as text, to tell whether it is still the same. */
export function ruleKey(state: AgentState, key: ViewKey): string {
  const view = state.views.get(key);
  const sort = state.sorts.get(key) ?? view?.sort ?? '';
  return view ? JSON.stringify([sort, view.filter]) : sort;
}

/** The order of a list: the viewer's choice, else the view's own. */
export const selectSort = (state: AgentState, key: ViewKey): ViewSort =>
  ruleOf(state, key)?.sort ?? 'waiting';

type Memory = {
  conversations: ChunkedMap<HeldRow>;
  window: ViewWindow | undefined;
  epoch: number;
  viewerId: string;
  source: unknown;
  sort: unknown;
  result: ViewRows;
};

const NOTHING: ViewRows = { rows: [], next: null, isLoaded: false, isStale: false };
const memories = new WeakMap<object, Map<ViewKey, Memory>>();

/**
 * Rows of a list, in order: those loaded by its pages, and those that events brought, as far down as
 * pages were loaded. The same object again while nothing in it changed; after an event only the rows
 * that changed are looked at.
 */
export function selectView(state: AgentState, key: ViewKey): ViewRows {
  let byKey = memories.get(state.lineage);
  if (!byKey) {
    byKey = new Map();
    memories.set(state.lineage, byKey);
  }
  const known = byKey.get(key);
  const window = state.windows.get(key);
  const source = state.views.get(key) ?? null;
  const sort = state.sorts.get(key) ?? null;
  const viewerId = state.me.user.id;
  const isSameRule =
    known !== undefined &&
    known.window === window &&
    known.epoch === state.epoch &&
    known.viewerId === viewerId &&
    known.source === source &&
    known.sort === sort;
  if (isSameRule && known.conversations === state.conversations) return known.result;
  const rule = ruleOf(state, key);
  const result =
    !rule || !window || window.rule !== ruleKey(state, key)
      ? NOTHING
      : isSameRule
        ? refreshed(state, rule, window, known)
        : computed(state, rule, window);
  byKey.set(key, {
    conversations: state.conversations,
    window,
    epoch: state.epoch,
    viewerId,
    source,
    sort,
    result,
  });
  return result;
}

function isInside(state: AgentState, rule: Rule, window: ViewWindow, row: HeldRow): boolean {
  const { conversation } = row;
  if (rule.customerId !== null && conversation.customer.id !== rule.customerId) return false;
  if (!matchesFilter(rule.filter, conversation, state.me.user.id)) return false;
  // A fresh list shows no row that only an older snapshot vouches for.
  if (window.epoch === state.epoch && row.epoch !== state.epoch) return false;
  // Below the last loaded row others may be missing: those come with the next page.
  return (
    window.next === null || window.edge === null || compareBySort(rule.sort, conversation, window.edge) <= 0
  );
}

function computed(state: AgentState, rule: Rule, window: ViewWindow): ViewRows {
  const rows: HeldRow[] = [];
  for (const row of state.conversations.values()) if (isInside(state, rule, window, row)) rows.push(row);
  rows.sort((a, b) => compareBySort(rule.sort, a.conversation, b.conversation));
  return { rows, next: window.next, isLoaded: true, isStale: window.epoch !== state.epoch };
}

/** The rows of last time with the changed ones moved, put in or taken out. */
function refreshed(state: AgentState, rule: Rule, window: ViewWindow, known: Memory): ViewRows {
  const out: HeldRow[] = [];
  const into: HeldRow[] = [];
  state.conversations.diff(known.conversations, (_id, before, after) => {
    if (before && isInside(state, rule, window, before)) out.push(before);
    if (after && isInside(state, rule, window, after)) into.push(after);
  });
  if (out.length + into.length === 0) return known.result;
  // Each move shifts the array: beyond some moves a fresh sort is cheaper.
  if (out.length + into.length > 200) return computed(state, rule, window);
  const rows = known.result.rows.slice();
  for (const row of out) {
    const at = placeOf(rows, rule.sort, row.conversation);
    if (rows[at] !== row) return computed(state, rule, window);
    rows.splice(at, 1);
  }
  for (const row of into) rows.splice(placeOf(rows, rule.sort, row.conversation), 0, row);
  return { ...known.result, rows };
}

/** First place whose row does not come before `conversation`. */
function placeOf(rows: readonly HeldRow[], sort: ViewSort, conversation: Conversation): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareBySort(sort, rows[middle]!.conversation, conversation) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
