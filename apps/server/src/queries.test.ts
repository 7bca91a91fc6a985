import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Agent } from './testing/agent.ts';
import { type Desk, desk, reply, shopCustomer } from './testing/desk.ts';
import { type TestServer, testServer } from './testing/server.ts';
import { Shopper } from './testing/shopper.ts';

/** A process that only answers, so that nearly nothing else asks the database; same data, same people. */
let api: TestServer;
let shop: Desk;
let owner: Agent;
const ids: string[] = [];
/** By this its connections are told from those of the server that does the rest of the work. */
const MEASURED = 'measured';
beforeAll(async () => {
  shop = await desk();
  const database = { ...shop.database, url: `${shop.database.url}?application_name=${MEASURED}` };
  api = await testServer({ database, clock: shop.clock, env: { ROLES: 'api' } });
  owner = new Agent(api.url, shop.owner.user);
  await owner.signIn(shop.owner.user.email, 'seven kinds of tea');
  await grow(10);
});
afterAll(async () => {
  await api?.stop();
  await shop?.stop();
});

async function grow(to: number): Promise<void> {
  while (ids.length < to) {
    const { id } = await shop.opened(`第 ${ids.length} 个包裹 parcel`);
    ids.push(id);
    if (ids.length % 3 === 0) await reply(shop.anna, id).catch(() => null);
    await shopCustomer(shop, shop.channel.id, `c${ids.length}`, { name: `林 ${ids.length}` });
  }
  // One long conversation beside the many.
  for (let i = 0; i < to; i++) await reply(shop.owner, ids[0]!, `${i}`);
  await shop.settle();
}

/** Statements of one call, BEGIN and COMMIT among them: the least of several tries, as a poll may come between. */
async function statements(call: () => Promise<unknown>): Promise<number> {
  await call();
  const counts: number[] = [];
  for (let i = 0; i < 4; i++) {
    // What the call before has set in motion must not be counted with this one.
    await shop.settle();
    const spy = vi.spyOn(pg.Client.prototype, 'query');
    try {
      await call();
      const clients = spy.mock.contexts as unknown as {
        connectionParameters: { application_name: string };
      }[];
      counts.push(clients.filter((c) => c.connectionParameters.application_name === MEASURED).length);
    } finally {
      spy.mockRestore();
    }
  }
  return Math.min(...counts);
}

describe('statements to the database', () => {
  // A ceiling is raised only on purpose; it is the same for ten rows and for two hundred.
  const ceilings: [string, number, () => Promise<unknown>][] = [
    ['list', 1, () => owner.call('listConversations', { query: { view: 'all-open', limit: 100 } })],
    ['read', 6, () => owner.call('readConversation', { params: { id: ids[0]! } })],
    [
      'older messages',
      2,
      () => owner.call('listMessages', { params: { id: ids[0]! }, query: { before: 9 } }),
    ],
    ['send', 8, () => reply(owner, ids[0]!, 'x')],
    ['search', 3, () => owner.call('search', { query: { q: 'parcel' } })],
    ['register', 14, () => owner.call('register')],
    ['customers', 1, () => owner.call('listCustomers', { query: { limit: 100 } })],
    [
      'a customer’s conversations',
      2,
      () => owner.call('listCustomerConversations', { params: { id: customerId } }),
    ],
    ['visitor register', 10, () => widget.register()],
    ['visitor send', 8, () => widget.say('x')],
  ];
  let customerId: string;
  let widget: Shopper;
  const few = new Map<string, number>();
  beforeAll(async () => {
    const { row } = await owner.call('readConversation', { params: { id: ids[0]! } });
    customerId = row.conversation.customer.id;
    widget = new Shopper(api.url, shop.channel);
    await widget.register();
    await widget.say('first');
    for (const [name, , call] of ceilings) few.set(name, await statements(call));
    await grow(200);
  }, 120_000);

  it.each(ceilings)('of %s are at most %i', async (name, ceiling, call) => {
    const many = await statements(call);
    expect(many).toBe(few.get(name));
    expect(many).toBeLessThanOrEqual(ceiling);
    expect(many).toBeGreaterThan(0);
  });
});
