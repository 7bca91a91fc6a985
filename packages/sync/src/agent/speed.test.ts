import type { LogEvent } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { at, id, ME, makeConversation, makeMessage, makeRow, makeSnapshot } from '../testing/make.ts';
import { applyPage } from './apply.ts';
import { reduceAgent } from './reduce.ts';
import { selectView } from './select.ts';
import { fromSnapshot } from './snapshot.ts';

const CONVERSATIONS = 5_000;
const EVENTS = 2_000;
const BATCH = 200;
/** Generous, so that a busy machine does not fail the test: measured 0.2 ms on one with all cores busy. */
const LIMIT_MS = 1;

describe('a state with 5,000 conversations', () => {
  it('takes an event and shows three lists anew in well under a millisecond', () => {
    const conversations = Array.from({ length: CONVERSATIONS }, (_, n) =>
      makeConversation(n + 1, { assigneeId: n % 10 === 0 ? ME : null }),
    );
    const items = conversations.map((conversation) => makeRow(conversation));
    let state = fromSnapshot(makeSnapshot({}, 'owner'));
    const keys = ['all-open', 'unassigned', 'mine-waiting'];
    for (const key of keys) state = applyPage(state, key, { items, next: null }, { isFirst: true });
    for (const key of keys) selectView(state, key);

    const events = Array.from({ length: EVENTS }, (_, i): LogEvent => {
      const n = (i * 7_919) % CONVERSATIONS;
      const round = 2 + Math.floor(i / CONVERSATIONS);
      const base = conversations[n]!;
      const conversation = {
        ...base,
        version: round,
        lastNumber: round,
        lastActivityAt: at(10_000 + i),
        waitingSince: i % 3 === 0 ? null : base.waitingSince,
      };
      const message = makeMessage(base, round);
      return {
        seq: i + 1,
        type: 'message.added',
        version: 1,
        actor: { kind: 'customer', id: id('p', 1) },
        subjectId: base.id,
        payload: { conversation, message },
        at: at(10_000 + i),
      };
    });

    // The fastest of several batches: what the machine does beside the test does not count.
    let fastest = Number.POSITIVE_INFINITY;
    for (let batch = 0; batch < EVENTS; batch += BATCH) {
      const from = performance.now();
      for (const event of events.slice(batch, batch + BATCH)) {
        state = reduceAgent(state, event);
        for (const key of keys) selectView(state, key);
      }
      fastest = Math.min(fastest, (performance.now() - from) / BATCH);
    }
    const [all, unassigned, mine] = keys.map((key) => selectView(state, key).rows.length);
    expect(all).toBe(CONVERSATIONS);
    expect(unassigned).toBe(CONVERSATIONS * 0.9);
    expect(mine).toBeLessThan(CONVERSATIONS * 0.1);
    expect(fastest).toBeLessThan(LIMIT_MS);

    const again = performance.now();
    for (let i = 0; i < 10_000; i++) for (const key of keys) selectView(state, key);
    expect((performance.now() - again) / 30_000).toBeLessThan(0.01);
  });
});
