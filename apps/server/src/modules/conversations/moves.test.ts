import { setTimeout as sleep } from 'node:timers/promises';
import { CONVERSATION_TRANSITIONS, ConversationStatus, type ConversationTransition } from '@xiaoer/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, refusal, reply } from '../../testing/desk.ts';
import { eventually } from '../../testing/log.ts';
import { testServer } from '../../testing/server.ts';
import { Shopper, testChannel } from '../../testing/shopper.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

const soon = (ms = 3_600_000) => new Date(shop.clock.now().getTime() + ms).toISOString();
const move = (name: ConversationTransition, id: string) => {
  const params = { id };
  if (name === 'snooze') return shop.anna.call('snoozeConversation', { params, body: { until: soon() } });
  if (name === 'wake') return shop.anna.call('wakeConversation', { params });
  if (name === 'resolve') return shop.anna.call('resolveConversation', { params });
  return shop.anna.call('reopenConversation', { params });
};
async function standing(status: ConversationStatus): Promise<string> {
  const { id } = await shop.opened();
  await shop.anna.call('claimConversation', { params: { id } });
  if (status === 'snoozed') await move('snooze', id);
  if (status === 'resolved') await move('resolve', id);
  return id;
}
const stateOf = async (id: string) =>
  (await shop.owner.call('readConversation', { params: { id } })).row.conversation;

describe('every status with every move', () => {
  for (const name of Object.keys(CONVERSATION_TRANSITIONS) as ConversationTransition[])
    for (const status of ConversationStatus.options) {
      const { from, to } = CONVERSATION_TRANSITIONS[name];
      const isLegal = (from as readonly string[]).includes(status);
      it(`${status}: ${name} ${isLegal ? `makes it ${to}` : 'is refused'}`, async () => {
        const id = await standing(status);
        const before = await stateOf(id);
        if (!isLegal) {
          await expect(move(name, id)).rejects.toMatchObject({
            code: 'conversations.wrong_status',
            status: 409,
            params: { status, transition: name },
          });
          expect(await stateOf(id)).toEqual(before);
          return;
        }
        const after = await move(name, id);
        expect(after).toMatchObject({ status: to, assigneeId: shop.anna.id, version: before.version + 1 });
        expect(after.snoozedUntil === null).toBe(to !== 'snoozed');
        expect(after.resolvedAt === null).toBe(to !== 'resolved');
        expect(await stateOf(id)).toEqual(after);
      });
    }
});

describe('putting aside', () => {
  it('into the past is refused', async () => {
    const id = await standing('open');
    for (const until of [soon(0), soon(-1)])
      await expect(
        shop.anna.call('snoozeConversation', { params: { id }, body: { until } }),
      ).rejects.toMatchObject(refusal('conversations.snooze_in_past', 422));
  });

  it('frees the place and takes it again; without room it goes back to the queue', async () => {
    const tight = await shop.as('agent', { teamIds: [shop.parcels.id], capacity: 1 });
    await shop.settle();
    const [first, second] = [await shop.opened(), await shop.opened()];
    const claim = (id: string) => tight.call('claimConversation', { params: { id } });
    await claim(first.id);
    await expect(claim(second.id)).rejects.toMatchObject({
      code: 'conversations.over_capacity',
      params: { capacity: 1 },
    });
    await tight.call('snoozeConversation', { params: { id: first.id }, body: { until: soon() } });
    await claim(second.id);
    expect(await tight.call('wakeConversation', { params: { id: first.id } })).toMatchObject({
      status: 'open',
      assigneeId: null,
    });
    const seat = (await tight.call('register')).seats.find((s) => s.userId === tight.id);
    expect(seat).toMatchObject({ load: 1, capacity: 1 });
  });

  it('ends by its job at its time, not at an earlier one that was moved', async () => {
    const job = shop.modules.all.flatMap((m) => m.jobs ?? []).find((j) => j.name === 'conversations.wake')!;
    const id = await standing('open');
    await shop.anna.call('snoozeConversation', { params: { id }, body: { until: soon(1_000) } });
    await shop.anna.call('snoozeConversation', { params: { id }, body: { until: soon(5_000) } });
    shop.clock.advance(2_000);
    await job.run({ conversationId: id });
    expect((await stateOf(id)).status).toBe('snoozed');
    shop.clock.advance(3_000);
    await job.run({ conversationId: id });
    expect(await stateOf(id)).toMatchObject({ status: 'open', assigneeId: shop.anna.id });
    // Too late is harmless.
    await job.run({ conversationId: id });
    await job.run({ conversationId: shop.anna.id });
  });

  it('is ended by the running worker', async () => {
    const real = await testServer();
    try {
      const agent = await real.as('agent');
      await real.settle();
      const shopper = new Shopper(real.url, await testChannel(real));
      await shopper.register();
      const { conversation } = await shopper.say('hello');
      const params = { id: conversation.id };
      await reply(agent, params.id);
      await agent.call('snoozeConversation', {
        params,
        body: { until: new Date(Date.now() + 600).toISOString() },
      });
      await sleep(500);
      await eventually(
        async () => (await agent.call('readConversation', { params })).row.conversation.status === 'open',
        'the wake',
      );
    } finally {
      await real.stop();
    }
  });
});
