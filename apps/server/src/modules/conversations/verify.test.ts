import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { type Desk, desk, note, reply, shopCustomer } from '../../testing/desk.ts';
import { verifyAction } from '../../testing/verify-action.ts';

let shop: Desk;
let watchers: Agent[];
beforeAll(async () => {
  shop = await desk();
  watchers = [shop.owner, shop.lead, shop.anna, shop.viewer];
});
afterAll(() => shop?.stop());

const verify = <T>(ids: string[], action: () => Promise<T>): Promise<T> =>
  verifyAction(shop, watchers, action, { conversationIds: ids });
const later = (ms = 3_600_000) => new Date(shop.clock.now().getTime() + ms).toISOString();
const transferTo = (id: string, teamId: string | null, assigneeId: string | null = null) =>
  shop.lead.call('transferConversation', {
    params: { id },
    body: { teamId, assigneeId, reason: '专员处理' },
  });

describe('events make of an old screen what a fresh one shows', () => {
  it('when a conversation goes through its life', async () => {
    const { id, shopper } = await shop.opened();
    const params = { id };
    await verify([id], () => shopper.say('订单 20261115-4417'));
    await verify([id], () => shop.anna.call('claimConversation', { params }));
    await verify([id], () => shop.anna.call('saveDraft', { params, body: { mode: 'reply', text: '您好' } }));
    await verify([id], () => reply(shop.anna, id, '您好，稍等'));
    await verify([id], () => note(shop.lead, id, 'VIP', [shop.anna.id]));
    await verify([id], () => shop.lead.call('markConversationRead', { params, body: { number: 3 } }));
    await verify([id], () => shop.anna.call('markConversationRead', { params, body: { number: 99 } }));
    await verify([id], () => shopper.client.call('visitorRead', { body: { number: 4 } }));
    await verify([id], () =>
      shop.anna.call('tagConversation', { params, body: { add: ['物流', 'late'], remove: [] } }),
    );
    await verify([id], () =>
      shop.anna.call('tagConversation', { params, body: { add: [], remove: ['late'] } }),
    );
    await verify([id], () => shop.anna.call('snoozeConversation', { params, body: { until: later() } }));
    await verify([id], () => shopper.say('还没到'));
    await verify([id], () =>
      shop.lead.call('assignConversation', { params, body: { assigneeId: shop.ben.id } }),
    );
    await verify([id], () => shop.lead.call('assignConversation', { params, body: { assigneeId: null } }));
    await verify([id], () => shop.anna.call('resolveConversation', { params }));
    await verify([id], () => shop.anna.call('reopenConversation', { params }));
    await verify([id], () => shop.anna.call('snoozeConversation', { params, body: { until: later() } }));
    await verify([id], () => shop.anna.call('wakeConversation', { params }));
    await verify([id], () => reply(shop.anna, id, '好了', { isResolving: true }));
    await verify([id], () => shopper.say('谢谢'));
  }, 60_000);

  it('when it goes to other teams and people, and leaves screens that may not see it', async () => {
    const { id } = await shop.opened();
    await verify([id], () => transferTo(id, shop.parcels.id));
    await verify([id], () => transferTo(id, shop.sales.id));
    await verify([id], () => transferTo(id, null, shop.anna.id));
    await verify([id], () => transferTo(id, shop.sales.id));
    await verify([id], () => transferTo(id, shop.parcels.id, shop.ben.id));
  });

  it('when many are changed at once', async () => {
    const ids = [(await shop.opened()).id, (await shop.opened()).id, (await shop.opened()).id];
    const bulk = (action: Parameters<Agent['call']>[1] extends never ? never : object) =>
      shop.lead.call('bulkConversations', { body: { conversationIds: ids, action } as never });
    await verify(ids, () => bulk({ type: 'tag', add: ['bulk'], remove: [] }));
    await verify(ids, () => bulk({ type: 'assign', assigneeId: shop.ben.id }));
    await verify(ids, () => bulk({ type: 'snooze', until: later() }));
    await verify(ids, () => bulk({ type: 'resolve' }));
    await verify(ids, () => bulk({ type: 'reopen' }));
    await verify(ids, () => bulk({ type: 'transfer', teamId: shop.sales.id, reason: 'x' }));
  });

  it('when views are saved, shared, taken back and deleted', async () => {
    const body = { name: 'VIP', filter: { isVip: true }, sort: 'waiting' as const };
    const own = await verify([], () => shop.anna.call('createView', { body }));
    const params = { id: own.id };
    await verify([], () => shop.anna.call('updateView', { params, body: { ...body, name: 'Mine' } }));
    await verify([], () => shop.anna.call('deleteView', { params }));
    const shared = await verify([], () =>
      shop.lead.call('createView', { body: { ...body, isShared: true } }),
    );
    await verify([], () =>
      shop.lead.call('updateView', { params: { id: shared.id }, body: { ...body, isShared: false } }),
    );
    await verify([], () =>
      shop.lead.call('updateView', { params: { id: shared.id }, body: { ...body, isShared: true } }),
    );
    await verify([], () => shop.owner.call('deleteView', { params: { id: shared.id } }));
  });

  it('when seats change', async () => {
    for (const presence of ['online', 'busy', 'offline'] as const)
      await verify([], () => shop.anna.call('setPresence', { body: { presence } }));
    const params = { id: shop.ben.id };
    await verify([], () => shop.owner.call('updateUser', { params, body: { capacity: 7 } }));
    await verify([], () => shop.owner.call('updateUser', { params, body: { isActive: false } }));
    await verify([], () => shop.owner.call('updateUser', { params, body: { isActive: true } }));
  });

  it('when canned responses and channels change', async () => {
    const body = { shortcut: 'hi', title: 'Hello', body: '您好 {{customer.name}}' };
    const saved = await verify([], () => shop.lead.call('createCannedResponse', { body }));
    const params = { id: saved.id };
    await verify([], () =>
      shop.lead.call('updateCannedResponse', { params, body: { ...body, title: 'Greeting' } }),
    );
    await verify([], () => shop.lead.call('deleteCannedResponse', { params }));
    const channel = { params: { id: shop.channel.id } };
    const { name, settings } = shop.channel;
    await verify([], () =>
      shop.owner.call('updateChannel', { ...channel, body: { name: `${name}!`, settings, isEnabled: true } }),
    );
    await verify([], () => shop.owner.call('rotateChannelSecret', channel));
  });

  it('when customers are changed, merged, brought back, and log in', async () => {
    const [one, two] = [await shop.opened(), await shop.opened()];
    const ids = [one.id, two.id];
    const params = { id: one.customer.id };
    await verify(ids, () =>
      shop.lead.call('updateCustomer', { params, body: { name: '林晓', isVip: true } }),
    );
    const { merge } = await verify(ids, () =>
      shop.lead.call('mergeCustomer', { params, body: { mergedId: two.customer.id } }),
    );
    await verify(ids, () => shop.lead.call('undoMerge', { params: { id: merge.id } }));
    const secret = (await shop.owner.call('rotateChannelSecret', { params: { id: shop.channel.id } })).secret;
    await shop.settle();
    await shopCustomer(shop, shop.channel.id, 'shopper-7', { name: '林' });
    const hmac = createHmac('sha256', secret).update('shopper-7').digest('hex');
    await verify(ids, () => two.shopper.register({ shopper: { externalId: 'shopper-7', hmac } }));
  });
});
