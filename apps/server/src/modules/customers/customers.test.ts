import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, note, refusal, reply, shopCustomer } from '../../testing/desk.ts';
import { UNDO_DAYS } from './actions/merge.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

const read = (id: string) => shop.lead.call('readCustomer', { params: { id } });
const merge = (id: string, mergedId: string) =>
  shop.lead.call('mergeCustomer', { params: { id }, body: { mergedId } });
const undo = (id: string) => shop.lead.call('undoMerge', { params: { id } });
const customerOf = async (id: string) =>
  (await shop.owner.call('readConversation', { params: { id } })).row.conversation.customer;
const made = async (name: string, more: object = {}) =>
  (await shopCustomer(shop, shop.channel.id, randomUUIDv7(), { name, ...more })).customer.id;

describe('a customer', () => {
  it('is changed, told of, and shown by the new name in lists', async () => {
    const { id, customer } = await shop.opened();
    const before = await shop.head();
    const body = {
      name: ' 林晓 ',
      isVip: true,
      tags: ['敏感肌', '敏感肌'],
      note: 'x',
      phone: '138 0000 1234',
      email: 'L@Example.com',
    };
    const changed = await shop.anna.call('updateCustomer', { params: { id: customer.id }, body });
    expect(changed).toMatchObject({
      name: '林晓',
      isVip: true,
      tags: ['敏感肌'],
      email: 'l@example.com',
      version: 2,
    });
    await shop.settle();
    expect(await customerOf(id)).toMatchObject({ name: '林晓', isVip: true });
    const types = (await shop.eventsAfter(before)).map((e) => e.type);
    expect(types).toEqual(['customer.updated', 'conversation.customer_changed']);
    await expect(
      shop.viewer.call('updateCustomer', { params: { id: customer.id }, body }),
    ).rejects.toMatchObject(refusal('identity.forbidden', 403));
  });

  it('is found by name, address and number, whole or by the last four digits', async () => {
    const id = await made('欧阳修文', { email: 'ouyang.x@example.com', phone: '13912349876' });
    const find = async (search: string) =>
      (await shop.viewer.call('listCustomers', { query: { search } })).items.map((c) => c.id);
    for (const search of [
      '欧阳',
      '修文',
      '欧阳修文',
      'ouyang.x@example.com',
      'OUYANG.X@example.com',
      '13912349876',
      '9876',
      '139 1234 9876',
    ])
      expect([search, await find(search)]).toEqual([search, expect.arrayContaining([id])]);
    for (const search of ['1111', 'nobody@example.com', '诸葛', '...'])
      expect(await find(search)).toEqual([]);
  });

  it('is listed once over all pages, last seen first', async () => {
    for (let i = 0; i < 25; i++) {
      if (i % 4 === 0) shop.clock.advance(1_000);
      await made(`listed ${i}`);
    }
    const all = await shop.kernel.db
      .selectFrom('customers.customer')
      .select('id')
      .where('merged_into_id', 'is', null)
      .orderBy('last_seen_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    const found: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await shop.lead.call('listCustomers', { query: { limit: 7, ...(cursor && { cursor }) } });
      found.push(...page.items.map((c) => c.id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(found).toEqual(all.map((r) => r.id));
  });
});

describe('merging', () => {
  it('moves identities and conversations, fills gaps, and is taken back exactly', async () => {
    const [one, two] = [await shop.opened('一'), await shop.opened('二')];
    await reply(shop.anna, two.id, '好', { isResolving: true });
    await shop.lead.call('updateCustomer', {
      params: { id: two.customer.id },
      body: { name: 'Amy', email: 'amy@example.com', tags: ['b'], note: 'two' },
    });
    await shop.lead.call('updateCustomer', {
      params: { id: one.customer.id },
      body: { phone: '13800000000', tags: ['a'], note: 'one' },
    });
    await shop.settle();
    const before = [await read(one.customer.id), await read(two.customer.id)];
    const { customer, merge: done } = await merge(one.customer.id, two.customer.id);
    expect(customer).toMatchObject({
      name: 'Amy',
      email: 'amy@example.com',
      phone: '13800000000',
      tags: ['a', 'b'],
      note: 'one\n\ntwo',
    });
    expect(customer.identities).toHaveLength(2);
    await shop.settle();
    expect((await customerOf(two.id)).id).toBe(one.customer.id);
    // An old link leads to the survivor; the folded one is in no list.
    expect((await read(two.customer.id)).id).toBe(one.customer.id);
    const history = await shop.lead.call('listCustomerConversations', { params: { id: two.customer.id } });
    expect(new Set(history.items.map((r) => r.conversation.id))).toEqual(new Set([one.id, two.id]));
    const restored = await undo(done.id);
    const fields = ({ version: _v, lastSeenAt: _l, ...rest }: (typeof before)[0]) => rest;
    expect([fields(restored.survivor), fields(restored.restored)]).toEqual(before.map(fields));
    await shop.settle();
    expect([(await customerOf(one.id)).id, (await customerOf(two.id)).id]).toEqual([
      one.customer.id,
      two.customer.id,
    ]);
  });

  it('of two with open conversations leaves one open, and the shopper goes on in it', async () => {
    const [one, two] = [await shop.opened('旧'), await shop.opened('新')];
    shop.clock.advance(1_000);
    await two.shopper.say('更新');
    await merge(one.customer.id, two.customer.id);
    await shop.settle();
    const states = await Promise.all(
      [one.id, two.id].map(
        async (id) => (await shop.owner.call('readConversation', { params: { id } })).row.conversation.status,
      ),
    );
    expect(states).toEqual(['resolved', 'open']);
    expect((await two.shopper.say('还在')).conversation.id).toBe(two.id);
    expect((await one.shopper.say('我也在')).conversation.id).toBe(two.id);
  });

  it('has codes for what it refuses', async () => {
    const [a, b, c] = [await made('a'), await made('b'), await made('c')];
    await expect(merge(a, a)).rejects.toMatchObject(refusal('customers.merge_self', 409));
    await expect(merge(a, randomUUIDv7())).rejects.toMatchObject(refusal('customers.not_found', 404));
    const first = (await merge(a, b)).merge;
    await expect(merge(c, b)).rejects.toMatchObject(refusal('customers.merge_conflict', 409));
    const second = (await merge(c, a)).merge;
    expect((await read(b)).id).toBe(c);
    await expect(undo(first.id)).rejects.toMatchObject(refusal('customers.merge_conflict', 409));
    await undo(second.id);
    await undo(first.id);
    await expect(undo(first.id)).rejects.toMatchObject(refusal('customers.merge_undone', 409));
    await expect(undo(randomUUIDv7())).rejects.toMatchObject(refusal('customers.merge_not_found', 404));
    const late = (await merge(a, b)).merge;
    const longAgo = new Date(shop.clock.now().getTime() - UNDO_DAYS * 86_400_000 - 1);
    const { db } = shop.kernel;
    await db.updateTable('customers.merge').set({ merged_at: longAgo }).where('id', '=', late.id).execute();
    await expect(undo(late.id)).rejects.toMatchObject(refusal('customers.merge_too_old', 409));
    await expect(
      shop.anna.call('mergeCustomer', { params: { id: a }, body: { mergedId: c } }),
    ).rejects.toMatchObject(refusal('identity.forbidden'));
    const both = await Promise.allSettled([merge(a, c), merge(c, a)]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('search', () => {
  it('finds messages and notes in both languages, and only what may be seen', async () => {
    const chinese = await shop.opened('烟酰胺精华用了脸上泛红，怎么退货退款？');
    const english = await shop.opened('Where are my parcels? The courier left nothing.');
    await note(shop.anna, english.id, '承运商说在杭州分拨中心');
    await shop.lead.call('transferConversation', {
      params: { id: chinese.id },
      body: { teamId: shop.sales.id, assigneeId: null, reason: 'x' },
    });
    await shop.settle();
    const find = async (q: string, who = shop.owner) =>
      (await who.call('search', { query: { q } })).conversations.map((c) => c.conversationId);
    for (const q of ['泛红', '退款', '烟酰胺', '精华 退货'])
      expect([q, await find(q)]).toEqual([q, [chinese.id]]);
    for (const q of ['parcel', 'PARCELS', 'courier nothing', '杭州'])
      expect([q, await find(q)]).toEqual([q, [english.id]]);
    expect(await find('泛红', shop.anna)).toEqual([]);
    expect(await find('泛红', shop.lead)).toEqual([chinese.id]);
    expect(await find('parcel 退款')).toEqual([]);
    expect(await find(`#${chinese.number}`)).toContain(chinese.id);
    expect(await find(`#${chinese.number}`, shop.anna)).not.toContain(chinese.id);
    const [hit] = (await shop.owner.call('search', { query: { q: '退款' } })).conversations;
    expect(hit?.excerpt).toContain('\u0001退款\u0002');
  });
});
