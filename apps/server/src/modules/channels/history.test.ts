import type { VisitorMessage } from '@xiaoer/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeCursor } from '../../kernel/http/cursor.ts';
import { type Desk, desk, note, reply } from '../../testing/desk.ts';
import type { Shopper } from '../../testing/shopper.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

const DAY = 86_400_000;

/** A visit of its own: what was resolved more than a day ago is not gone on with. */
async function visit(shopper: Shopper, words: readonly string[]): Promise<string> {
  shop.clock.advance(2 * DAY);
  for (const text of words) await shopper.say(text);
  await shop.settle();
  const { conversation } = await shopper.register();
  const id = conversation!.id;
  await reply(shop.owner, id, `答 ${words[0]}`);
  await note(shop.owner, id, '内部的话', []);
  await shop.owner.call('resolveConversation', { params: { id } });
  return id;
}

const listed = (shopper: Shopper, before?: string) =>
  shopper.client.call('visitorListMessages', { query: before === undefined ? {} : { before } });

/** Everything, from the snapshot back to the first word. */
async function all(shopper: Shopper): Promise<VisitorMessage[]> {
  const first = await shopper.register();
  let { messages, olderBefore } = first;
  for (let pages = 0; olderBefore !== null && pages < 20; pages++) {
    const page = await listed(shopper, olderBefore);
    messages = [...page.messages, ...messages];
    olderBefore = page.olderBefore;
  }
  return messages;
}

it('goes back over all visits, page by page, and shows nothing of the desk or of others', async () => {
  const shopper = await shop.shopper();
  const other = await shop.opened('别人的话');
  const said = [
    Array.from({ length: 25 }, (_, i) => `一 ${i}`),
    ['二'],
    Array.from({ length: 25 }, (_, i) => `三 ${i}`),
    ['四 0', '四 1'],
  ];
  const ids = [];
  for (const words of said) ids.push(await visit(shopper, words));
  expect(new Set(ids).size).toBe(4);

  const messages = await all(shopper);
  expect(messages.map((m) => m.text)).toEqual(said.flatMap((words) => [...words, `答 ${words[0]}`]));
  expect([...new Set(messages.map((m) => m.conversationId))]).toEqual(ids);
  expect(new Set(messages.map((m) => m.id)).size).toBe(messages.length);

  // The snapshot begins in the visit before the last and says where it goes on.
  const snapshot = await shopper.register();
  expect(snapshot.conversation?.id).toBe(ids[3]);
  expect(snapshot.messages).toHaveLength(50);
  // A place in somebody else's conversation is only a place.
  const strange = await listed(shopper, encodeCursor([other.id, '999']));
  expect(new Set(strange.messages.map((m) => m.conversationId)).isSubsetOf(new Set(ids))).toBe(true);
});

it('refuses places that it did not give', async () => {
  const { id, shopper } = await shop.opened();
  for (const before of [
    'x',
    encodeCursor([id]),
    encodeCursor([id, '-1']),
    encodeCursor(['x', '1']),
    encodeCursor([id, '1e9']),
  ])
    await expect(listed(shopper, before)).rejects.toMatchObject({ status: 400, code: 'request.malformed' });
});
