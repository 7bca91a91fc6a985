import {
  type Conversation,
  canSeeConversation,
  compareBySort,
  matchesFilter,
  STANDARD_VIEWS,
  StandardViewId,
  type ViewCounts,
  type ViewFilter,
  ViewSort,
} from '@xiaoer/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { type Desk, desk, reply } from '../../testing/desk.ts';

let shop: Desk;
let everybody: Agent[];
const ids: string[] = [];
/** Sixty conversations in every state, after many random actions; some at the very same moment. */
beforeAll(async () => {
  shop = await desk();
  everybody = [
    shop.owner,
    shop.viewer,
    shop.lead,
    shop.anna,
    await shop.as('agent', { teamIds: [shop.sales.id], capacity: 50 }),
  ];
  await shop.settle();
  let seed = 7;
  const random = (n: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * n);
  };
  const workers = [shop.lead, shop.anna, everybody[4]!];
  for (let i = 0; i < 60; i++) {
    if (random(3) > 0) shop.clock.advance(random(3) * 1_000);
    const opened = await shop.opened();
    ids.push(opened.id);
    if (random(6) === 0)
      await shop.lead.call('updateCustomer', { params: { id: opened.customer.id }, body: { isVip: true } });
  }
  for (let i = 0; i < 240; i++) {
    const params = { id: ids[random(ids.length)]! };
    const agent = workers[random(3)]!;
    const until = new Date(shop.clock.now().getTime() + 3_600_000).toISOString();
    if (random(2)) shop.clock.advance(500);
    const actions: (() => Promise<unknown>)[] = [
      () => reply(agent, params.id),
      () => agent.call('claimConversation', { params }),
      () => agent.call('snoozeConversation', { params, body: { until } }),
      () => agent.call('resolveConversation', { params }),
      () => agent.call('reopenConversation', { params }),
      () => agent.call('wakeConversation', { params }),
      () =>
        agent.call('tagConversation', {
          params,
          body: { add: [['物流', '退款', 'late'][random(3)]!], remove: [] },
        }),
      () =>
        agent.call('transferConversation', {
          params,
          body: {
            teamId: [shop.sales.id, shop.parcels.id][random(2)]!,
            assigneeId: random(3) ? null : agent.id,
            reason: 'x',
          },
        }),
      () => shop.owner.call('assignConversation', { params, body: { assigneeId: workers[random(3)]!.id } }),
    ];
    await actions[random(actions.length)]!().catch((error: { status?: number }) => {
      if (!error.status || error.status >= 500) throw error;
    });
  }
  await shop.settle();
}, 120_000);
afterAll(() => shop?.stop());

let cached: Conversation[] | null = null;
async function everything(): Promise<Conversation[]> {
  cached ??= await Promise.all(
    ids.map(async (id) => (await shop.owner.call('readConversation', { params: { id } })).row.conversation),
  );
  return cached;
}
const viewerOf = (agent: Agent) => ({ id: agent.id, role: agent.user.role, teamIds: agent.user.teamIds });
async function model(agent: Agent, view: { filter: ViewFilter; sort: ViewSort }): Promise<string[]> {
  return (await everything())
    .filter((c) => canSeeConversation(viewerOf(agent), c) && matchesFilter(view.filter, c, agent.id))
    .sort((a, b) => compareBySort(view.sort, a, b))
    .map((c) => c.id);
}
async function paged(
  agent: Agent,
  query: { view?: StandardViewId; viewId?: string; sort?: ViewSort },
  limit: number,
): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined, pages = 0; ; pages++) {
    const page = await agent.call('listConversations', {
      query: { ...query, limit, ...(cursor && { cursor }) },
    });
    found.push(...page.items.map((r) => r.conversation.id));
    if (page.next === null) return found;
    expect(page.items).toHaveLength(limit);
    expect(pages).toBeLessThan(200);
    cursor = page.next;
  }
}

describe('lists', () => {
  it.each(StandardViewId.options)(
    '%s has, over its pages, exactly what the contract says, in its order',
    async (view) => {
      for (const agent of everybody) {
        const expected = await model(agent, STANDARD_VIEWS[view]);
        for (const limit of [3, 7, 100])
          expect(await paged(agent, { view }, limit), `${agent.user.name} ${limit}`).toEqual(expected);
      }
    },
  );

  it.each(ViewSort.options)('of every view come in the order %s where that is asked for', async (sort) => {
    for (const view of StandardViewId.options) {
      const expected = await model(shop.lead, { ...STANDARD_VIEWS[view], sort });
      expect(await paged(shop.lead, { view, sort }, 7), view).toEqual(expected);
    }
  });

  it('of saved views do too, for any filter and sort', async () => {
    const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 0 });
    const filters = fc.record(
      {
        statuses: some(['open', 'snoozed', 'resolved'] as const),
        assignees: some(['me', 'none', shop.anna.id, shop.lead.id]),
        teamIds: some([shop.sales.id, shop.parcels.id]),
        tags: some(['物流', '退款', 'late', 'none such']),
        isWaiting: fc.boolean(),
        isVip: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...ViewSort.options),
        fc.constantFrom(...everybody),
        fc.integer({ min: 1, max: 20 }),
        async (filter, sort, agent, limit) => {
          const saved = await agent.call('createView', { body: { name: 'v', filter, sort } });
          const expected = await model(agent, { filter, sort });
          expect(await paged(agent, { viewId: saved.id }, limit)).toEqual(expected);
          expect(await agent.call('countView', { params: { id: saved.id } })).toEqual({
            count: expected.length,
            isCapped: false,
          });
          await agent.call('deleteView', { params: { id: saved.id } });
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('are nobody else’s: a private view of a colleague does not exist', async () => {
    const { id } = await shop.lead.call('createView', { body: { name: 'mine', filter: {} } });
    const gone = { code: 'conversations.view_not_found', status: 404 };
    await expect(shop.owner.call('listConversations', { query: { viewId: id } })).rejects.toMatchObject(gone);
    await expect(shop.owner.call('countView', { params: { id } })).rejects.toMatchObject(gone);
    await expect(
      shop.anna.call('createView', { body: { name: 'x', filter: {}, isShared: true } }),
    ).rejects.toMatchObject({ code: 'identity.forbidden' });
  });

  it('of a customer’s conversations follow the same rule', async () => {
    const [first] = await everything();
    const listed = await shop.owner.call('listCustomerConversations', { params: { id: first!.customer.id } });
    expect(listed.items.map((r) => r.conversation.id)).toEqual([first!.id]);
  });
});

describe('counters', () => {
  it('are what counting one by one gives, for everybody', async () => {
    for (const agent of everybody) {
      const { counts } = await agent.call('register');
      const counted: Partial<ViewCounts> = {};
      for (const view of StandardViewId.options)
        counted[view] = STANDARD_VIEWS[view].isCounted
          ? (await model(agent, STANDARD_VIEWS[view])).length
          : 0;
      expect(counts, agent.user.name).toEqual(counted);
    }
  });
});
