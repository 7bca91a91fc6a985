import type { VisitorMessage } from '@xiaoer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../storage.ts';
import { makeFakeClock } from '../testing/fake-clock.ts';
import { FakeShop, type Mishap } from '../testing/fake-shop.ts';
import { makeVisitorSession } from './session.ts';

function open(clock = makeFakeClock(), shop = new FakeShop(clock), storage = memoryStorage()) {
  const heard: VisitorMessage[] = [];
  const session = makeVisitorSession({
    channelKey: 'demo',
    baseUrl: 'https://shop.example',
    fetch: shop.fetch,
    streamUrl: 'wss://shop.example/api/stream',
    makeSocket: shop.gateway.makeSocket,
    storage,
    clock,
    random: () => 0.5,
    onMessage: (message) => heard.push(message),
  });
  const texts = () => session.store.getState()?.messages.map((message) => message.text) ?? [];
  const pending = () => session.store.getState()?.pending.map((entry) => entry.content.text) ?? [];
  return { clock, shop, storage, session, heard, texts, pending };
}

describe('makeVisitorSession', () => {
  it('shows a message at once, and the answer when it comes', async () => {
    const { clock, shop, session, texts, pending, heard } = open();
    await clock.advance(200);
    session.send('在吗');
    expect(pending()).toEqual(['在吗']);
    await clock.advance(200);
    expect(pending()).toEqual([]);
    expect(texts()).toEqual(['在吗']);
    expect(session.store.getState()?.conversation?.lastNumber).toBe(1);
    shop.answer('您好');
    shop.gateway.flush(10);
    expect(texts()).toEqual(['在吗', '您好']);
    expect(heard.map((message) => message.text)).toEqual(['您好']);
  });

  it('keeps its token over a reload, and gets a new one when the server no longer knows it', async () => {
    const first = open();
    await first.clock.advance(200);
    first.session.close();
    const { clock, shop, session, storage } = open(first.clock, first.shop, first.storage);
    await clock.advance(200);
    expect(storage.getItem('xiaoer.demo.token')).toBe('token-1');
    shop.token = 'token-2';
    session.send('还在吗');
    await clock.advance(1_000);
    expect(storage.getItem('xiaoer.demo.token')).toBe('token-2');
    expect(shop.messages.map((m) => m.text)).toEqual(['还在吗']);
    expect(shop.gateway.heard.at(-1)).toMatchObject({ t: 'hello', token: 'token-2' });
  });

  it('registers anew once when its stream is refused, however long it stood, and no more', async () => {
    const { clock, shop, session, texts } = open();
    await clock.advance(200);
    session.send('在吗');
    await clock.advance(60_000);
    const registrations = () => shop.requests.filter((line) => line.endsWith('/register')).length;
    expect(registrations()).toBe(1);

    shop.token = 'token-2';
    shop.gateway.live!.say({ t: 'bye', reason: 'unauthorised' });
    await clock.advance(20_000);
    expect(registrations()).toBe(2);
    expect(shop.gateway.heard.at(-1)).toMatchObject({ t: 'hello', token: 'token-2' });
    expect(session.status.getState()).toEqual({ kind: 'online' });
    expect(texts()).toEqual(['在吗']);

    shop.gateway.isAuthorised = false;
    shop.gateway.live!.say({ t: 'bye', reason: 'unauthorised' });
    await clock.advance(5 * 60_000);
    expect(registrations()).toBe(3);
    expect(session.status.getState()).toMatchObject({ kind: 'refused', reason: 'unauthorised' });
  });

  it('asks once more when its very first token is refused', async () => {
    const clock = makeFakeClock();
    const shop = new FakeShop(clock);
    shop.gateway.isAuthorised = false;
    const { session } = open(clock, shop);
    await clock.advance(100);
    shop.gateway.isAuthorised = true;
    await clock.advance(5_000);
    expect(session.status.getState()).toEqual({ kind: 'online' });
  });

  it('tells the newest read mark only, and again after a break', async () => {
    const { clock, shop, session } = open();
    await clock.advance(200);
    for (const text of ['一', '二', '三']) shop.answer(text);
    shop.gateway.flush(10);
    for (const number of [1, 2, 3]) session.markRead(number);
    await clock.advance(400);
    expect(shop.readNumber).toBe(3);
    expect(shop.requests.filter((line) => line.endsWith('/read'))).toHaveLength(2);
    shop.answer('四');
    shop.gateway.flush(1);
    shop.mishaps = ['lost-request'];
    session.markRead(4);
    await clock.advance(200);
    expect(shop.readNumber).toBe(3);
    shop.gateway.live!.drop();
    await clock.advance(2_000);
    expect(shop.readNumber).toBe(4);
  });

  it('loses and doubles nothing, whatever breaks on the way', async () => {
    const mishap = fc.constantFrom<Mishap>('none', 'lost-request', 'lost-answer', 'failing');
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('write' as const) },
      { weight: 3, arbitrary: fc.constant('wait' as const) },
      { weight: 3, arbitrary: fc.constant('flush' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('answer', 'drop', 'reload', 'drain', 'expire', 'away', 'back' as const),
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.array(mishap, { maxLength: 30 }),
        async (steps, mishaps) => {
          let page = open();
          const { clock, shop, storage } = page;
          await clock.advance(200);
          shop.mishaps = mishaps;
          const written: string[] = [];
          const shown = () => [...page.texts(), ...page.pending()];
          for (const each of steps) {
            if (each === 'write' && page.session.store.getState()) {
              written.push(`${written.length + 1}`);
              page.session.send(written.at(-1)!);
            }
            if (each === 'wait') await clock.advance(130);
            if (each === 'flush') shop.gateway.flush(2, 1);
            if (each === 'answer') shop.answer('您好');
            if (each === 'drop') shop.gateway.live?.drop();
            if (each === 'drain') shop.gateway.live?.say({ t: 'bye', reason: 'draining' });
            if (each === 'expire') shop.gateway.oldest = shop.gateway.log.length;
            if (each === 'away') shop.gateway.isReachable = false;
            if (each === 'back') shop.gateway.isReachable = true;
            if (each === 'reload') {
              page.session.close();
              page = open(clock, shop, storage);
            }
            // On screen nothing is ever twice, and nothing written is missing once the page stands.
            expect(new Set(shown().filter((text) => text !== '您好')).size).toBe(
              shown().filter((text) => text !== '您好').length,
            );
            if (page.session.store.getState()) expect(shown()).toEqual(expect.arrayContaining(written));
          }
          shop.mishaps = [];
          shop.gateway.isReachable = true;
          await clock.advance(5 * 60_000);
          shop.gateway.flush(1_000);
          const stored = shop.messages.filter((m) => m.author.kind === 'customer').map((m) => m.text);
          expect(stored).toEqual(written);
          expect(page.texts()).toEqual(shop.messages.map((m) => m.text));
          expect(page.pending()).toEqual([]);
          page.session.close();
        },
      ),
      { numRuns: 150 },
    );
  });
});
