import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
import { makeOutbox, type Outbox, type OutboxEntry, type OutboxStorage } from './outbox.ts';
import { memoryStorage } from './storage.ts';
import { type FakeClock, makeFakeClock, settle } from './testing/fake-clock.ts';

type Outcome = 'ok' | 'lost-request' | 'lost-answer' | 'failing' | 'busy' | 'echo-first' | 'refused';
type Entry = OutboxEntry<string>;

/** The other end: stores by id, once, and answers as the test wants. */
class FakeShelf {
  readonly stored: { lane: string; id: string; text: string }[] = [];
  readonly requests: string[] = [];
  outcomes: Outcome[] = [];
  /** Told of each message stored, as the stream would. */
  echo: (id: string) => void = () => {};
  readonly clock: FakeClock;

  constructor(clock: FakeClock) {
    this.clock = clock;
  }

  readonly deliver = async (entry: Entry): Promise<string> => {
    this.requests.push(entry.id);
    const outcome = this.outcomes.shift() ?? 'ok';
    await this.#wait(50);
    if (outcome === 'lost-request') throw new ApiError({ code: 'network.unreachable', status: 0 });
    if (outcome === 'failing') throw new ApiError({ code: 'server.failed', status: 500 });
    if (outcome === 'busy')
      throw new ApiError({ code: 'request.rate_limited', status: 429, retryAfterMs: 7_000 });
    if (outcome === 'refused') throw new ApiError({ code: 'conversations.not_allowed', status: 403 });
    if (!this.stored.some((message) => message.id === entry.id))
      this.stored.push({ lane: entry.lane, id: entry.id, text: entry.content });
    if (outcome === 'echo-first') this.echo(entry.id);
    await this.#wait(50);
    if (outcome === 'lost-answer') throw new ApiError({ code: 'network.unreachable', status: 0 });
    return entry.id;
  };

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.clock.after(ms, resolve));
  }
}

function start(
  storage: OutboxStorage = memoryStorage(),
  clock = makeFakeClock(),
  shelf = new FakeShelf(clock),
) {
  const delivered: string[] = [];
  let shown: readonly Entry[] = [];
  const outbox: Outbox<string> = makeOutbox<string, string>({
    storage,
    prefix: 'box.',
    deliver: shelf.deliver,
    onDelivered: (entry) => delivered.push(entry.id),
    onChange: (entries) => {
      shown = entries;
    },
    clock,
    random: () => 0.5,
  });
  shelf.echo = (id) => outbox.settle(id);
  return { outbox, storage, clock, shelf, delivered, shown: () => shown };
}

const texts = (shelf: FakeShelf) => shelf.stored.map((message) => message.text);

describe('makeOutbox', () => {
  it('shows a message at once, sends it, and lets it go', async () => {
    const { outbox, clock, shelf, shown, delivered, storage } = start();
    const entry = outbox.send('c1', '您好');
    expect(shown()).toEqual([{ ...entry, state: 'sending', attempts: 1 }]);
    expect(storage.length).toBe(1);
    await clock.advance(200);
    expect(texts(shelf)).toEqual(['您好']);
    expect(delivered).toEqual([entry.id]);
    expect(shown()).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('sends a lane in order, one at a time, and lanes beside each other', async () => {
    const { outbox, clock, shelf } = start();
    shelf.outcomes = ['lost-request'];
    outbox.send('c1', 'a1');
    outbox.send('c1', 'a2');
    outbox.send('c2', 'b1');
    await clock.advance(60);
    expect(shelf.requests).toHaveLength(2);
    await clock.advance(60_000);
    expect(texts(shelf)).toEqual(['b1', 'a1', 'a2']);
  });

  it('waits as long as the server asks', async () => {
    const { outbox, clock, shelf } = start();
    shelf.outcomes = ['busy'];
    outbox.send('c1', '急');
    await clock.advance(7_000);
    expect(shelf.requests).toHaveLength(1);
    await clock.advance(200);
    expect(texts(shelf)).toEqual(['急']);
  });

  it('backs off while nobody answers, and sends at once when woken', async () => {
    const { outbox, clock, shelf } = start();
    shelf.outcomes = new Array(100).fill('lost-request');
    outbox.send('c1', '在吗');
    await clock.advance(30 * 60_000);
    expect(shelf.requests.length).toBeGreaterThan(50);
    expect(shelf.requests.length).toBeLessThan(75);
    shelf.outcomes = [];
    outbox.wake();
    await clock.advance(100);
    expect(texts(shelf)).toEqual(['在吗']);
  });

  it('marks what is refused, goes on with the rest, and retries or discards by hand', async () => {
    const { outbox, clock, shelf, shown } = start();
    shelf.outcomes = ['refused', 'ok', 'refused'];
    const first = outbox.send('c1', '一');
    outbox.send('c1', '二');
    const third = outbox.send('c1', '三');
    await clock.advance(60_000);
    expect(texts(shelf)).toEqual(['二']);
    expect(shown().map(({ content, state, refusal }) => [content, state, refusal?.code])).toEqual([
      ['一', 'failed', 'conversations.not_allowed'],
      ['三', 'failed', 'conversations.not_allowed'],
    ]);
    outbox.retry(first.id);
    outbox.discard(third.id);
    await clock.advance(1_000);
    expect(texts(shelf)).toEqual(['二', '一']);
    expect(shown()).toEqual([]);
  });

  it('keeps a message for the person to sign in again', async () => {
    const clock = makeFakeClock();
    let isSignedIn = false;
    const sent: string[] = [];
    const outbox = makeOutbox<string, null>({
      storage: memoryStorage(),
      prefix: 'box.',
      deliver: async (entry) => {
        if (!isSignedIn) throw new ApiError({ code: 'identity.unauthenticated', status: 401 });
        sent.push(entry.content);
        return null;
      },
      onChange: () => {},
      clock,
      random: () => 0,
    });
    outbox.send('c1', '稍等');
    await clock.advance(10_000);
    expect(outbox.entries()[0]).toMatchObject({ state: 'waiting', attempts: 1 });
    isSignedIn = true;
    outbox.wake();
    await settle();
    expect(sent).toEqual(['稍等']);
  });

  it('lets a message go once when its echo comes before its answer', async () => {
    const { outbox, clock, shelf, delivered, shown } = start();
    shelf.outcomes = ['echo-first'];
    outbox.send('c1', '一');
    outbox.send('c1', '二');
    await clock.advance(60);
    expect(shown().map((entry) => entry.content)).toEqual(['二']);
    await clock.advance(1_000);
    expect(texts(shelf)).toEqual(['一', '二']);
    expect(delivered).toHaveLength(1);
  });

  it('passes over what is not its own in the storage, and sends from memory when it is full', async () => {
    const storage = memoryStorage();
    storage.setItem('box.broken', '{"id":');
    storage.setItem('box.other', '"text"');
    storage.setItem('elsewhere', '1');
    const full: OutboxStorage = {
      ...storage,
      get length() {
        return storage.length;
      },
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const { outbox, clock, shelf } = start(full);
    outbox.send('c1', '满了');
    await clock.advance(1_000);
    expect(texts(shelf)).toEqual(['满了']);
    expect(outbox.entries()).toEqual([]);
  });

  it('delivers each message once and in order through failures, echoes and reloads', async () => {
    const outcome = fc.constantFrom<Outcome>(
      'ok',
      'lost-request',
      'lost-answer',
      'failing',
      'busy',
      'echo-first',
    );
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), n: fc.nat(1) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), n: fc.nat(3_000) }) },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constantFrom('reload', 'wake', 'echo' as const), n: fc.nat(5) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.array(outcome, { maxLength: 40 }),
        async (steps, outcomes) => {
          const storage = memoryStorage();
          const clock = makeFakeClock();
          const shelf = new FakeShelf(clock);
          shelf.outcomes = outcomes;
          let page = start(storage, clock, shelf);
          const written: Record<string, string[]> = {};
          let count = 0;
          for (const each of steps) {
            if (each.do === 'send') {
              const text = `${++count}`;
              page.outbox.send(`c${each.n}`, text);
              written[`c${each.n}`] = [...(written[`c${each.n}`] ?? []), text];
            }
            if (each.do === 'wait') await clock.advance(each.n);
            if (each.do === 'wake') page.outbox.wake();
            // Anything stored may be told again by the stream at any time.
            if (each.do === 'echo' && shelf.stored.length > 0)
              page.outbox.settle(shelf.stored[each.n % shelf.stored.length]!.id);
            if (each.do === 'reload') {
              // What is on its way may still arrive after the page is gone.
              page.outbox.close();
              page = start(storage, clock, shelf);
            }
          }
          shelf.outcomes = [];
          await clock.advance(10 * 60_000);
          for (const [lane, list] of Object.entries(written))
            expect(shelf.stored.filter((m) => m.lane === lane).map((m) => m.text)).toEqual(list);
          expect(shelf.stored).toHaveLength(count);
          expect(page.outbox.entries()).toEqual([]);
          expect(storage.length).toBe(0);
          page.outbox.close();
        },
      ),
      { numRuns: 200 },
    );
  });
});
