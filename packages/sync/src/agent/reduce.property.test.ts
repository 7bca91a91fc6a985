import type { LogEvent } from '@xiaoer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deed, World } from '../testing/world.ts';
import { applyDetail, applyOlder, applyPage, applyRow } from './apply.ts';
import { plainState } from './plain.ts';
import { reduceAgent } from './reduce.ts';
import { selectThread, selectView } from './select.ts';
import { fromSnapshot } from './snapshot.ts';
import type { AgentState } from './state.ts';

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.nat(15),
  whom: fc.nat(20),
  how: fc.nat(60),
});
const deeds = (max = 60) => fc.array(deed, { minLength: 1, maxLength: max });
const play = (world: World, list: readonly Deed[]) => {
  for (const each of list) world.do(each);
};
const follow = (state: AgentState, events: readonly LogEvent[]) => events.reduce(reduceAgent, state);

/** A state that has everything of the world on screen: rows, and each conversation opened. */
function openAll(world: World): AgentState {
  let state = fromSnapshot(world.snapshot());
  for (const id of world.conversations.keys()) {
    state = applyRow(state, world.row(id));
    if (state.conversations.has(id)) state = applyDetail(state, world.detail(id));
  }
  return state;
}

/** Without what depends on how much was scrolled up. */
function comparable(state: AgentState) {
  const { threads, ...rest } = plainState(state);
  return {
    ...rest,
    tails: Object.fromEntries(
      Object.entries(threads).map(([id, t]) => [id, t.messages.slice(-5).map((m) => m.id)]),
    ),
  };
}

describe('events of the log', () => {
  it('make of an old snapshot what a fresh one says', () => {
    fc.assert(
      fc.property(deeds(), deeds(), (before, after) => {
        const world = new World();
        play(world, before);
        const old = openAll(world);
        const from = world.cursor;
        play(world, after);
        const state = follow(old, world.log.slice(from));
        const fresh = openAll(world);
        for (const id of world.conversations.keys()) {
          const row = state.conversations.get(id)!;
          expect(row.conversation).toEqual(world.conversations.get(id));
          expect(row.hasDraft).toBe(world.drafts.has(id));
          if (row.isMarkKnown) expect(row.myReadNumber).toBe(world.myMarks.get(id) ?? 0);
        }
        const { conversations: _, tails, ...rest } = comparable(state);
        const { conversations: __, tails: freshTails, ...freshRest } = comparable(fresh);
        expect(rest).toEqual(freshRest);
        for (const id of Object.keys(tails)) expect(tails[id]).toEqual(freshTails[id]);
      }),
    );
  });

  it('reach the same state in any order and any number of times', () => {
    const shuffled = deeds().chain((list) =>
      fc.record({
        list: fc.constant(list),
        keys: fc.array(fc.tuple(fc.nat(list.length - 1), fc.nat(1_000)), { minLength: 0, maxLength: 30 }),
        ranks: fc.array(fc.nat(1_000_000), { minLength: list.length, maxLength: list.length }),
      }),
    );
    fc.assert(
      fc.property(deeds(20), shuffled, (before, { list, keys, ranks }) => {
        const world = new World();
        play(world, before);
        const old = openAll(world);
        const from = world.cursor;
        play(world, list);
        const events = world.log.slice(from);
        const mixed = [
          ...events.map((event, i) => ({ event, rank: ranks[i]! })),
          ...keys.map(([i, rank]) => ({ event: events[i]!, rank: rank * 1_000 })),
        ]
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        expect(plainState(follow(old, mixed))).toEqual(plainState(follow(old, events)));
      }),
    );
  });

  it('change nothing, not even the object, when they come again', () => {
    fc.assert(
      fc.property(deeds(), (list) => {
        const world = new World();
        play(world, list);
        const state = follow(fromSnapshot(new World().snapshot()), world.log);
        for (const event of world.log) expect(reduceAgent(state, event)).toBe(state);
      }),
    );
  });

  it('from before a snapshot never bring back what was', () => {
    fc.assert(
      fc.property(deeds(), (list) => {
        const world = new World();
        play(world, list);
        const state = openAll(world);
        for (const event of world.log) expect(reduceAgent(state, event)).toBe(state);
      }),
    );
  });

  it('that come after an answer which knew more do not take it back', () => {
    fc.assert(
      fc.property(deeds(), deeds(), deeds(20), (before, unseen, after) => {
        const world = new World();
        play(world, before);
        const old = openAll(world);
        const from = world.cursor;
        play(world, unseen);
        // Rows and threads are fetched before the stream has told of what they contain.
        let state = old;
        for (const id of world.conversations.keys())
          state = applyDetail(applyRow(state, world.row(id)), world.detail(id));
        const versions = new Map([...state.conversations].map(([id, row]) => [id, row.conversation.version]));
        for (const event of world.log.slice(from)) {
          state = reduceAgent(state, event);
          for (const [id, version] of versions)
            expect(state.conversations.get(id)!.conversation.version).toBe(version);
        }
        const middle = world.cursor;
        play(world, after);
        state = follow(state, world.log.slice(middle));
        for (const [id, conversation] of world.conversations) {
          expect(state.conversations.get(id)!.conversation).toEqual(conversation);
          if (selectThread(state, id).isLoaded) {
            expect(selectThread(state, id).isComplete).toBe(true);
            expect(state.threads.get(id)!.messages.at(-1)!.number).toBe(conversation.lastNumber);
          }
        }
      }),
    );
  });

  it('leave nothing on screen that the viewer may no longer see', () => {
    fc.assert(
      fc.property(deeds(80), (list) => {
        const world = new World('agent');
        let state = fromSnapshot(world.snapshot());
        for (const each of list) {
          const from = world.cursor;
          world.do(each);
          state = follow(state, world.log.slice(from));
          for (const id of state.conversations.keys())
            expect(world.canSee(world.conversations.get(id)!)).toBe(true);
          for (const id of state.threads.keys()) expect(state.conversations.has(id)).toBe(true);
        }
      }),
    );
  });
});

describe('lists and threads', () => {
  it('are the same computed step by step as computed at once', () => {
    const keys = ['mine-waiting', 'mine-open', 'unassigned', 'all-open', 'all-snoozed', 'all-resolved'];
    fc.assert(
      fc.property(deeds(80), fc.nat(5), fc.nat(6), (list, key, size) => {
        const world = new World();
        play(world, list.slice(0, 20));
        const items = [...world.conversations.keys()].map((id) => world.row(id));
        const viewKey = keys[key]!;
        let state = fromSnapshot(world.snapshot());
        const whole = applyPage(state, viewKey, { items, next: null }, { isFirst: true });
        const page = selectView(whole, viewKey).rows.slice(0, size);
        state = applyPage(
          fromSnapshot(world.snapshot()),
          viewKey,
          { items: page, next: page.length < size ? null : 'more' },
          { isFirst: true },
        );
        for (const each of list.slice(20)) {
          const from = world.cursor;
          world.do(each);
          state = follow(state, world.log.slice(from));
          const stepwise = selectView(state, viewKey);
          const atOnce = selectView({ ...state, lineage: {} }, viewKey);
          expect(stepwise.rows.map((r) => r.conversation.number)).toEqual(
            atOnce.rows.map((r) => r.conversation.number),
          );
          expect(selectView(state, viewKey)).toBe(stepwise);
        }
      }),
    );
  });

  it('have no hole however pages, older pages and events mix', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('write' as const) },
      { weight: 2, arbitrary: fc.constant('stream' as const) },
      { weight: 1, arbitrary: fc.constant('open' as const) },
      { weight: 1, arbitrary: fc.constant('older' as const) },
      { weight: 1, arbitrary: fc.constant('register' as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const world = new World();
        world.do({ what: 0, whom: 0, how: 0 });
        const id = [...world.conversations.keys()][0]!;
        let state = fromSnapshot(world.snapshot());
        for (const each of steps) {
          if (each === 'write') world.do({ what: 1, whom: 0, how: 0 });
          if (each === 'stream') state = follow(state, world.log.slice(state.cursor));
          if (each === 'open') state = applyDetail(state, world.detail(id));
          if (each === 'register') state = fromSnapshot(world.snapshot(), state);
          const before = state.threads.get(id)?.olderBefore;
          if (each === 'older' && before && state.threads.get(id)?.epoch === state.epoch) {
            const all = world.messages.get(id)!.filter((m) => m.number < before);
            const messages = all.slice(-5);
            const olderBefore = messages.length < all.length ? messages[0]!.number : null;
            state = applyOlder(state, id, { messages, olderBefore });
          }
          const thread = selectThread(state, id);
          const numbers = thread.messages.map((m) => m.number);
          if (thread.isComplete) {
            expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! + i));
            expect(thread.olderBefore).toBe(numbers[0] === 1 ? null : numbers[0]);
          }
        }
        state = applyDetail(follow(state, world.log.slice(state.cursor)), world.detail(id));
        expect(selectThread(state, id).isComplete).toBe(true);
      }),
    );
  });
});
