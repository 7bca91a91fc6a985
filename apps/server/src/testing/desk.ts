import { randomUUIDv7 } from 'node:crypto';
import type { Conversation, Team, WebChannel } from '@xiaoer/contracts';
import { identifyShopper } from '../modules/customers/index.ts';
import type { Agent } from './agent.ts';
import { type FakeClock, fakeClock } from './clock.ts';
import { type TestServer, type TestServerOptions, testServer } from './server.ts';
import { Shopper, testChannel } from './shopper.ts';

/** A shop with a channel, two teams and people, for tests of the inbox. Nobody is online: nothing is dealt. */
export type Desk = TestServer & {
  clock: FakeClock;
  channel: WebChannel;
  sales: Team;
  parcels: Team;
  owner: Agent;
  /** In both teams. */
  lead: Agent;
  /** In parcels only. */
  anna: Agent;
  ben: Agent;
  viewer: Agent;
  /** A shopper who has registered. */
  shopper(): Promise<Shopper>;
  /** A conversation of a new shopper with its first message. */
  opened(text?: string): Promise<Conversation & { shopper: Shopper }>;
};

export async function desk(options: Omit<TestServerOptions, 'clock'> = {}): Promise<Desk> {
  const clock = fakeClock();
  const server = await testServer({ ...options, clock });
  const team = (name: string) =>
    server.modules.identity.createTeam({ name, memberIds: [], isAutoAssigned: true });
  const sales = await team('Sales');
  const parcels = await team('Parcels');
  const channel = await testChannel(server);
  const owner = await server.as('owner');
  const shopper = async () => {
    const one = new Shopper(server.url, channel);
    await one.register();
    return one;
  };
  const made: Desk = {
    ...server,
    clock,
    channel,
    sales,
    parcels,
    owner,
    lead: await server.as('lead', { teamIds: [sales.id, parcels.id], capacity: 50 }),
    anna: await server.as('agent', { teamIds: [parcels.id], capacity: 50 }),
    ben: await server.as('agent', { teamIds: [parcels.id], capacity: 50 }),
    viewer: await server.as('viewer'),
    shopper,
    async opened(text = '快递怎么还没到？') {
      const one = await shopper();
      const { conversation } = await one.say(text);
      const { row } = await owner.call('readConversation', { params: { id: conversation.id } });
      return { ...row.conversation, shopper: one };
    },
  };
  await server.settle();
  return made;
}

export const reply = (
  agent: Agent,
  id: string,
  text = '您好',
  more: object = {},
  messageId: string = randomUUIDv7(),
) => agent.call('sendReply', { params: { id }, body: { id: messageId, text, ...more } });
export const note = (agent: Agent, id: string, text = 'a note', mentionIds: string[] = []) =>
  agent.call('addNote', { params: { id }, body: { id: randomUUIDv7(), text, mentionIds } });

/** What a rejected call is expected to carry. */
export const refusal = (code: string, status?: number) => ({ code, ...(status && { status }) });

/** A customer whom the shop knows by its own id, without a browser. */
export const shopCustomer = (server: TestServer, channelId: string, externalId: string, more: object = {}) =>
  identifyShopper(server.kernel, { scope: channelId, externalId, ...more }, null, null);
