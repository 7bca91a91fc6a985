import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { type Desk, desk, reply, shopCustomer } from '../../testing/desk.ts';
import { eventually } from '../../testing/log.ts';
import { liveStream } from '../../testing/raw-stream.ts';
import { testServer } from '../../testing/server.ts';
import { Shopper, testChannel } from '../../testing/shopper.ts';
import { receiveMessage } from '../conversations/index.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
const working: Agent[] = [];
afterEach(async () => {
  for (const agent of working.splice(0)) await presence(agent, 'offline');
  await resolveAll();
});
afterAll(() => shop?.stop());

const presence = (agent: Agent, wish: 'online' | 'busy' | 'offline') =>
  agent.call('setPresence', { body: { presence: wish } });
/** A new agent of the team, online. */
async function online(teamId: string, capacity: number): Promise<Agent> {
  const agent = await shop.as('agent', { teamIds: [teamId], capacity });
  await shop.settle();
  await presence(agent, 'online');
  working.push(agent);
  return agent;
}
async function resolveAll(): Promise<void> {
  const rows = await shop.kernel.db
    .selectFrom('conversations.conversation')
    .select('id')
    .where('status', '!=', 'resolved')
    .execute();
  for (const { id } of rows) await shop.owner.call('resolveConversation', { params: { id } });
  await shop.settle();
}
const at = async (id: string) =>
  (await shop.owner.call('readConversation', { params: { id } })).row.conversation;
/** A shopper of a team’s queue, some seconds later than the one before. */
async function waiting(teamId: string, isVip = false, ms = 1_000): Promise<string> {
  shop.clock.advance(ms);
  const { customer } = await shopCustomer(shop, shop.channel.id, crypto.randomUUID(), { name: 'C', isVip });
  const { conversation } = await receiveMessage(shop.kernel, {
    id: crypto.randomUUID(),
    text: '在吗',
    attachmentIds: [],
    channel: { type: 'web', id: shop.channel.id, teamId },
    customer: { id: customer.id, name: customer.name, isVip },
    language: null,
  });
  return conversation.id;
}
const loads = async () => {
  const { rows } = await sql<{ user_id: string; load: number; capacity: number; actual: number }>`
    select s.user_id, s.load, s.capacity, (select count(*)::int from conversations.conversation c
      where c.assignee_id = s.user_id and c.status = 'open') as actual from conversations.seat s`.execute(
    shop.kernel.db,
  );
  return rows;
};

describe('waiting conversations', () => {
  it('go to VIPs first, then to who waits longest, and only while there is room', async () => {
    const [first, second, vip] = [
      await waiting(shop.sales.id),
      await waiting(shop.sales.id),
      await waiting(shop.sales.id, true),
    ];
    const agent = await online(shop.sales.id, 2);
    await shop.settle();
    expect(await at(vip)).toMatchObject({ assigneeId: agent.id });
    expect(await at(first)).toMatchObject({ assigneeId: agent.id });
    expect(await at(second)).toMatchObject({ assigneeId: null });
    await agent.call('resolveConversation', { params: { id: vip } });
    await eventually(async () => (await at(second)).assigneeId === agent.id, 'the next in turn');
  });

  it('go to whoever had the customer, else to the least loaded by share', async () => {
    const [large, small] = [await online(shop.sales.id, 10), await online(shop.sales.id, 4)];
    for (let i = 0; i < 7; i++) await waiting(shop.sales.id);
    await shop.settle();
    const byId = new Map((await loads()).map((r) => [r.user_id, r.load]));
    expect([byId.get(large.id), byId.get(small.id)]).toEqual([5, 2]);

    const { id, shopper } = await shop.opened();
    await shop.settle();
    const had = (await at(id)).assigneeId;
    const colleague = had === large.id ? large : small;
    await reply(colleague, id, '好', { isResolving: true });
    shop.clock.advance(25 * 3_600_000);
    await presence(large, 'online');
    await presence(small, 'online');
    const anew = await shopper.say('又来了');
    await shop.settle();
    expect(anew.conversation.id).not.toBe(id);
    expect((await at(anew.conversation.id)).assigneeId).toBe(had);
  });

  it('go to nobody who is busy, away, elsewhere, gone from the shop, or of a team that takes by hand', async () => {
    const [busy, away, elsewhere] = [
      await online(shop.sales.id, 5),
      await online(shop.sales.id, 5),
      await online(shop.parcels.id, 5),
    ];
    await presence(busy, 'busy');
    // The connection runs out: nobody renews it here.
    shop.clock.advance(60_000);
    await presence(elsewhere, 'online');
    const gone = await online(shop.sales.id, 5);
    await shop.owner.call('updateUser', { params: { id: gone.id }, body: { isActive: false } });
    working.splice(working.indexOf(gone), 1);
    const { expireConnections } = await import('../conversations/index.ts');
    await expireConnections(shop.kernel);
    await presence(busy, 'busy');
    const id = await waiting(shop.sales.id);
    await shop.settle();
    expect(await at(id)).toMatchObject({ assigneeId: null });
    const team = { name: 'By hand', memberIds: [elsewhere.id], isAutoAssigned: false };
    const byHand = await shop.owner.call('createTeam', { body: team });
    const kept = await waiting(byHand.id);
    await shop.settle();
    expect(await at(kept)).toMatchObject({ assigneeId: null });
    await presence(away, 'online');
    await eventually(async () => (await at(id)).assigneeId === away.id, 'who came back');
  });

  it('are not forgotten when somebody held them at the moment of dealing', async () => {
    const id = await waiting(shop.sales.id);
    const held = Promise.withResolvers<void>();
    const holding = shop.kernel.db.transaction().execute(async (tx) => {
      await tx
        .selectFrom('conversations.conversation')
        .select('id')
        .where('id', '=', id)
        .forUpdate()
        .execute();
      await held.promise;
    });
    const agent = await online(shop.sales.id, 3);
    await shop.settle();
    held.resolve();
    await holding;
    await eventually(async () => (await at(id)).assigneeId === agent.id, 'the second look');
  });

  it('never fill anybody beyond their capacity, whatever comes at once', async () => {
    const agents = await Promise.all([3, 5, 8, 13].map((capacity) => online(shop.sales.id, capacity)));
    const ids = await Promise.all(
      Array.from({ length: 200 }, (_, i) => waiting(shop.sales.id, i % 9 === 0, 1)),
    );
    await Promise.all([
      ...ids.flatMap((id, i) =>
        [agents[i % 4]!, agents[(i + 1) % 4]!].map((a) =>
          a.call('claimConversation', { params: { id } }).catch(onlyCoded),
        ),
      ),
      ...ids.slice(0, 60).map((id, i) => reply(agents[i % 4]!, id).catch(onlyCoded)),
      ...ids
        .slice(20, 50)
        .map((id) => shop.owner.call('resolveConversation', { params: { id } }).catch(onlyCoded)),
    ]);
    await shop.settle();
    await eventually(
      async () =>
        (await loads())
          .filter((r) => agents.some((a) => a.id === r.user_id))
          .every((r) => r.load === r.capacity),
      'full seats',
    );
    for (const row of await loads()) {
      expect(row.load).toBe(row.actual);
      expect(row.load).toBeLessThanOrEqual(row.capacity);
    }
  }, 60_000);
});

const onlyCoded = (error: unknown): null => {
  const { status, code } = error as { status?: number; code?: string };
  if (status === 409 && code?.startsWith('conversations.')) return null;
  throw error;
};

describe('whoever waits', () => {
  it('is told how many are before them, and that as it changes', async () => {
    const server = await testServer();
    try {
      const agent = await server.as('agent');
      await server.settle();
      const channel = await testChannel(server);
      const shoppers = [];
      for (let i = 0; i < 3; i++) {
        const one = new Shopper(server.url, channel);
        await one.register();
        await one.say('在吗');
        shoppers.push(one);
      }
      const snapshots = await Promise.all(shoppers.map((s) => s.register()));
      expect(snapshots.map((s) => s.queuePosition)).toEqual([0, 1, 2]);
      const last = await liveStream(server.url, { cursor: snapshots[2]!.cursor, token: shoppers[2]!.token });
      await reply(agent, snapshots[0]!.conversation!.id);
      await last.until((s) => s.of('queue').some((f) => f.position === 1));
      expect((await shoppers[0]!.register()).queuePosition).toBeNull();
      last.socket.close();
    } finally {
      await server.stop();
    }
  });
});
