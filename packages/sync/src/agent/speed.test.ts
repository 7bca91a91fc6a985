import type { LogEvent } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { at, id, ME, makeConversation, makeMessage, makeRow, makeSnapshot } from '../testing/make.ts';
import { applyPage } from './apply.ts';
import { reduceAgent } from './reduce.ts';
import { selectView } from './select.ts';
import { fromSnapshot } from './snapshot.ts';

const EVENTS = 2_000;
const BATCH = 200;
const KEYS = ['all-open', 'unassigned', 'mine-waiting'];

/** A state with so many conversations takes 2,000 events. @returns it, and the milliseconds an event and its lists take */
function run(count: number) {
  const conversations = Array.from({ length: count }, (_, n) =>
    makeConversation(n + 1, { assigneeId: n % 10 === 0 ? ME : null }),
  );
  const items = conversations.map((conversation) => makeRow(conversation));
  let state = fromSnapshot(makeSnapshot({}, 'owner'));
  for (const key of KEYS) state = applyPage(state, key, { items, next: null }, { isFirst: true });
  for (const key of KEYS) selectView(state, key);

  const events = Array.from({ length: EVENTS }, (_, i): LogEvent => {
    const n = (i * 7_919) % count;
    const round = 2 + Math.floor(i / count);
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
      for (const key of KEYS) selectView(state, key);
    }
    fastest = Math.min(fastest, (performance.now() - from) / BATCH);
  }
  return { state, fastest };
}

describe('a state with 10,000 conversations', () => {
  it('takes an event and shows three lists anew without walking them', () => {
    const [small, large] = [run(200), run(10_000)];
    const [all, unassigned, mine] = KEYS.map((key) => selectView(large.state, key).rows.length);
    expect([all, unassigned]).toEqual([10_000, 9_000]);
    expect(mine).toBeLessThan(1_000);
    // Fifty where everything is walked; in the same run, so that a busy machine does not decide.
    expect(large.fastest / small.fastest).toBeLessThan(25);
  });

  it('shows the same list again without making it anew', () => {
    const { state } = run(200);
    for (const key of KEYS) expect(selectView(state, key)).toBe(selectView(state, key));
  });
});
