import type { LogEvent, SavedView } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { at, id, ME, makeConversation, makeMessage, makeRow, makeSnapshot } from '../testing/make.ts';
import { applyPage, applyRow, applySort, applyView } from './apply.ts';
import { reduceAgent } from './reduce.ts';
import { selectSort, selectView } from './select.ts';
import { fromSnapshot } from './snapshot.ts';
import { type AgentState, customerViewKey } from './state.ts';

const begin = () => fromSnapshot(makeSnapshot({}, 'owner'));
const rows = (...numbers: number[]) => numbers.map((n) => makeRow(makeConversation(n)));
const shown = (state: AgentState, key = 'unassigned') =>
  selectView(state, key).rows.map((row) => row.conversation.number);
const opened = (n: number, seq: number): LogEvent => ({
  seq,
  type: 'conversation.opened',
  version: 1,
  actor: { kind: 'customer', id: id('p', n) },
  subjectId: id('c', n),
  payload: { conversation: makeConversation(n), message: makeMessage({ id: id('c', n) }, 1) },
  at: at(n),
});

describe('selectView', () => {
  it('is not loaded before a page, though rows are known', () => {
    const state = applyRow(begin(), rows(1)[0]!);
    expect(selectView(state, 'unassigned')).toEqual({
      rows: [],
      next: null,
      isLoaded: false,
      isStale: false,
    });
  });

  it('shows live rows down to the last loaded one, and those below with the next page', () => {
    // Waiting longest first: 3, 5, then what is not loaded.
    let state = applyPage(begin(), 'unassigned', { items: rows(3, 5), next: 'p2' }, { isFirst: true });
    state = [opened(4, 1), opened(9, 2)].reduce(reduceAgent, state);
    expect(shown(state)).toEqual([3, 4, 5]);
    state = applyPage(state, 'unassigned', { items: rows(7), next: 'p3' }, { isFirst: false });
    expect(shown(state)).toEqual([3, 4, 5, 7]);
    state = applyPage(state, 'unassigned', { items: rows(8), next: null }, { isFirst: false });
    expect(shown(state)).toEqual([3, 4, 5, 7, 8, 9]);
    expect(selectView(state, 'unassigned').next).toBeNull();
  });

  it('keeps its edge though the row that made it leaves', () => {
    let state = applyPage(begin(), 'unassigned', { items: rows(3, 5), next: 'p2' }, { isFirst: true });
    const claimed = makeConversation(5, { assigneeId: ME, version: 2 });
    state = applyRow(state, makeRow(claimed));
    state = reduceAgent(state, opened(4, 1));
    expect(shown(state)).toEqual([3, 4]);
  });

  it('shows the conversations of one customer', () => {
    const key = customerViewKey(id('p', 7));
    const past = makeConversation(2, { customer: { id: id('p', 7), name: '林晓', isVip: false } });
    const state = applyPage(begin(), key, { items: [makeRow(past)], next: null }, { isFirst: true });
    expect(shown(applyRow(state, rows(1)[0]!), key)).toEqual([2]);
  });

  it('begins anew when the rule of a saved view changes, not when its name does', () => {
    const view: SavedView = {
      id: id('v', 1),
      name: '等待',
      filter: { statuses: ['open'] },
      sort: 'oldest',
      ownerId: ME,
      isShared: false,
      version: 1,
    };
    const state = applyPage(
      applyView(begin(), view),
      view.id,
      { items: rows(1, 2), next: 'p2' },
      { isFirst: true },
    );
    const renamed = applyView(state, { ...view, name: '等待中', version: 2 });
    expect(selectView(renamed, view.id).isLoaded).toBe(true);
    const changed = applyView(renamed, { ...view, filter: { isVip: true }, version: 3 });
    expect(selectView(changed, view.id).isLoaded).toBe(false);
    // The next page of the old rule does not count for the new one.
    const late = applyPage(changed, view.id, { items: rows(3), next: null }, { isFirst: false });
    expect(selectView(late, view.id).isLoaded).toBe(false);
    expect(selectView(late, id('v', 9)).rows).toEqual([]);
  });

  it('begins anew in another order, and live rows find their place by it', () => {
    let state = applyPage(begin(), 'unassigned', { items: rows(3, 5), next: 'p2' }, { isFirst: true });
    state = applySort(state, 'unassigned', 'newest');
    expect(selectView(state, 'unassigned').isLoaded).toBe(false);
    expect(selectSort(state, 'unassigned')).toBe('newest');
    // The next page of the old order does not count for the new one.
    expect(
      selectView(
        applyPage(state, 'unassigned', { items: rows(7), next: null }, { isFirst: false }),
        'unassigned',
      ).isLoaded,
    ).toBe(false);
    state = applyPage(state, 'unassigned', { items: rows(9, 5), next: 'p2' }, { isFirst: true });
    expect(shown(reduceAgent(state, opened(7, 1)))).toEqual([9, 7, 5]);
    // A new snapshot keeps the choice; other lists keep theirs.
    expect(selectSort(fromSnapshot(makeSnapshot({ cursor: 50 }, 'owner'), state), 'unassigned')).toBe(
      'newest',
    );
    expect(selectSort(state, 'all-open')).toBe('waiting');
    state = applySort(state, 'unassigned', null);
    expect(selectSort(state, 'unassigned')).toBe('waiting');
    expect(selectView(state, 'unassigned').isLoaded).toBe(false);
  });

  it('leaves out, once loaded again after a break, what only the old snapshot knew', () => {
    let state = applyPage(begin(), 'unassigned', { items: rows(1, 2, 3), next: null }, { isFirst: true });
    state = fromSnapshot(makeSnapshot({ cursor: 50 }, 'owner'), state);
    expect(shown(state)).toEqual([1, 2, 3]);
    expect(selectView(state, 'unassigned').isStale).toBe(true);
    // Number 2 was resolved meanwhile: the page has it no more, and no event will tell.
    const more = applyPage(state, 'unassigned', { items: rows(3), next: null }, { isFirst: false });
    expect(selectView(more, 'unassigned').isStale).toBe(true);
    state = applyPage(state, 'unassigned', { items: rows(1, 3), next: null }, { isFirst: true });
    expect(shown(state)).toEqual([1, 3]);
    expect(selectView(state, 'unassigned').isStale).toBe(false);
  });
});
