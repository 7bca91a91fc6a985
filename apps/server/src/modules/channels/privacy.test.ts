import { VisitorEvent } from '@xiaoer/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, desk, note, reply } from '../../testing/desk.ts';
import { liveStream, type RawStream } from '../../testing/raw-stream.ts';
import type { Shopper } from '../../testing/shopper.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

const SECRET = '内部暗号-SECRET';
type Step = (id: string, shopper: Shopper) => Promise<unknown>;
const later = () => new Date(shop.clock.now().getTime() + 3_600_000).toISOString();
const typing = (stream: RawStream, conversationId: string, isNote: boolean) =>
  stream.say({ t: 'typing', conversationId, isTyping: true, isNote });

/** Everything that may happen to a conversation; what a status forbids is refused and changes nothing. */
const STEPS: Record<string, Step> = {
  says: (_id, shopper) => shopper.say('在吗'),
  reads: (_id, shopper) => shopper.client.call('visitorRead', { body: { number: 99 } }),
  answers: (id) => reply(shop.anna, id, '您好'),
  notes: (id) => note(shop.anna, id, SECRET, [shop.ben.id]),
  drafts: (id) => shop.anna.call('saveDraft', { params: { id }, body: { mode: 'note', text: SECRET } }),
  tags: (id) => shop.anna.call('tagConversation', { params: { id }, body: { add: [SECRET], remove: [] } }),
  claims: (id) => shop.anna.call('claimConversation', { params: { id } }),
  hands: (id) =>
    shop.lead.call('transferConversation', {
      params: { id },
      body: { teamId: shop.parcels.id, assigneeId: shop.ben.id, reason: SECRET },
    }),
  drops: (id) => shop.lead.call('assignConversation', { params: { id }, body: { assigneeId: null } }),
  snoozes: (id) => shop.anna.call('snoozeConversation', { params: { id }, body: { until: later() } }),
  wakes: (id) => shop.anna.call('wakeConversation', { params: { id } }),
  resolves: (id) => shop.anna.call('resolveConversation', { params: { id } }),
  reopens: (id) => shop.anna.call('reopenConversation', { params: { id } }),
  marks: (id) => shop.ben.call('markConversationRead', { params: { id }, body: { number: 99 } }),
  knows: async (id) => {
    const { customer } = (await shop.owner.call('readConversation', { params: { id } })).row.conversation;
    await shop.lead.call('updateCustomer', {
      params: { id: customer.id },
      body: { note: SECRET, tags: [SECRET], name: 'Lin' },
    });
  },
};
const coded = (error: { status?: number }) => {
  if (!error.status || error.status >= 500) throw error;
};

it('a shopper’s socket carries nothing that is not theirs, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(STEPS)), { minLength: 5, maxLength: 25 }),
      async (names) => {
        const { id, shopper } = await shop.opened();
        const other = await shop.opened('别人的话');
        const { cursor } = await shopper.register();
        const stream = await liveStream(shop.url, { cursor, token: shopper.token });
        const agent = await liveStream(shop.url, { cursor, headers: { cookie: shop.anna.cookie } });
        try {
          for (const name of [...names, 'notes', 'tags']) {
            await STEPS[name]!(id, shopper).catch(coded);
            typing(agent, id, true);
            if (name === 'says') await other.shopper.say('别人的话');
          }
          await shopper.say('最后一句').catch(coded);
          await shop.settle();
          await stream.until((s) => JSON.stringify(s.frames).includes('最后一句'));
          const all = JSON.stringify(stream.frames);
          for (const hidden of [
            SECRET,
            '别人的话',
            shop.anna.user.email,
            shop.ben.user.email,
            shop.anna.id,
            shop.ben.id,
            shop.parcels.id,
          ])
            expect(all).not.toContain(hidden);
          for (const frame of stream.of('events'))
            for (const event of frame.events) expect(VisitorEvent.parse(event)).toEqual(event);
          const known = new Set(['welcome', 'events', 'typing', 'queue', 'ping']);
          expect(stream.frames.filter((f) => !known.has(f.t))).toEqual([]);
          // A note being written is nobody else’s business.
          expect(stream.of('typing')).toEqual([]);
        } finally {
          stream.socket.terminate();
          agent.socket.terminate();
        }
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

it('typing reaches the shopper only as an answer, and colleagues only where they may look', async () => {
  const { id, shopper } = await shop.opened();
  await shop.lead.call('transferConversation', {
    params: { id },
    body: { teamId: shop.parcels.id, assigneeId: null, reason: 'x' },
  });
  await shop.settle();
  const cursor = await shop.head();
  const outsider = await shop.as('agent', { teamIds: [shop.sales.id] });
  const open = (who: { cookie: string }) => liveStream(shop.url, { cursor, headers: { cookie: who.cookie } });
  const [anna, ben, out] = [await open(shop.anna), await open(shop.ben), await open(outsider)];
  const visitor = await liveStream(shop.url, { cursor, token: shopper.token });
  const stranger = await shop.shopper();
  const other = await liveStream(shop.url, { cursor, token: stranger.token });
  typing(anna, id, false);
  await Promise.all([ben, visitor].map((s) => s.until((x) => x.of('typing').length === 1)));
  expect(visitor.of('typing')[0]?.who).toEqual({ kind: 'agent', id: null, name: shop.anna.user.name });
  typing(visitor, id, false);
  await Promise.all(
    [anna, ben].map((s) => s.until((x) => x.of('typing').some((f) => f.who.kind === 'customer'))),
  );
  typing(other, id, false);
  typing(out, id, false);
  anna.say({ t: 'focus', conversationId: id });
  out.say({ t: 'focus', conversationId: id });
  await ben.until((s) => s.of('viewers').length > 0);
  expect(ben.of('viewers').at(-1)?.userIds).toEqual([shop.anna.id]);
  anna.socket.close();
  await ben.until((s) => s.of('viewers').at(-1)?.userIds.length === 0);
  expect([out.of('typing'), out.of('viewers'), other.of('typing')]).toEqual([[], [], []]);
  expect(ben.of('typing')).toHaveLength(2);
  for (const one of [ben, out, visitor, other]) one.socket.terminate();
});
