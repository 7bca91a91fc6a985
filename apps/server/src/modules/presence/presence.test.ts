import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, desk } from '../../testing/desk.ts';
import { liveStream, type RawStream } from '../../testing/raw-stream.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

/** An agent's stream and the stream of the shopper they talk to. */
async function pair() {
  const { id, shopper } = await shop.opened();
  await shop.settle();
  const cursor = await shop.head();
  const agent = await liveStream(shop.url, { cursor, headers: { cookie: shop.anna.cookie } });
  const visitor = await liveStream(shop.url, { cursor, token: shopper.token });
  const say = (isTyping: boolean) => agent.say({ t: 'typing', conversationId: id, isTyping, isNote: false });
  return { say, visitor, end: () => [agent, visitor].forEach((stream) => void stream.socket.terminate()) };
}
const heard = (stream: RawStream) => stream.of('typing').map((frame) => frame.isTyping);

it('who sends an answer and goes on writing at once is seen to write', async () => {
  const { say, visitor, end } = await pair();
  const said = [true, false, true, false, true];
  for (const isTyping of said) say(isTyping);
  await visitor.until((s) => s.of('typing').length === said.length);
  expect(heard(visitor)).toEqual(said);
  end();
});

it('a client that floods is heard a few times, and again once it is quiet', async () => {
  const { say, visitor, end } = await pair();
  for (let i = 0; i < 1_000; i++) say(i % 2 === 0);
  await visitor.until((s) => s.of('typing').length >= 20);
  await new Promise((done) => setTimeout(done, 500));
  const before = heard(visitor).length;
  expect(before).toBeLessThan(60);
  say(true);
  await visitor.until((s) => s.of('typing').length === before + 1);
  end();
});
