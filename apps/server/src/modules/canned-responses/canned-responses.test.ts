import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, refusal } from '../../testing/desk.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

const body = (shortcut: string, more: object = {}) => ({
  shortcut,
  title: 'Title',
  body: '您好 {{customer.name}}',
  ...more,
});
const create = (shortcut: string, more: object = {}) =>
  shop.lead.call('createCannedResponse', { body: body(shortcut, more) });
const taken = refusal('canned_responses.shortcut_taken', 409);

describe('canned responses', () => {
  it('have one shortcut for each team and language, free again after deletion', async () => {
    const first = await create(' 退货 ');
    expect(first).toMatchObject({ shortcut: '退货', teamId: null, language: null, version: 1 });
    await expect(create('退货')).rejects.toMatchObject({ ...taken, params: { shortcut: '退货' } });
    const english = await create('退货', { language: 'en' });
    await create('退货', { teamId: shop.sales.id });
    await expect(create('退货', { teamId: shop.sales.id })).rejects.toMatchObject(taken);
    const params = { id: english.id };
    await expect(
      shop.lead.call('updateCannedResponse', { params, body: body('退货') }),
    ).rejects.toMatchObject(taken);
    await shop.lead.call('deleteCannedResponse', { params: { id: first.id } });
    await create('退货');
    await expect(shop.lead.call('deleteCannedResponse', { params: { id: first.id } })).rejects.toMatchObject(
      refusal('canned_responses.not_found', 404),
    );
    const twice = await Promise.allSettled([create('race'), create('RACE')]);
    expect(twice.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('name only what is known', async () => {
    const wrong = create('hello', { body: '{{customer.nam}} {{agent.name}} {{ __proto__ }}' });
    await expect(wrong).rejects.toMatchObject({
      code: 'canned_responses.unknown_variable',
      status: 422,
      params: { names: ['customer.nam', '__proto__'] },
    });
    for (const shortcut of ['', '-x', 'a b', '/x', 'x'.repeat(31)])
      await expect(create(shortcut)).rejects.toMatchObject(refusal('request.invalid'));
    await expect(create('blank', { body: ' \n ' })).rejects.toMatchObject(refusal('request.invalid'));
    await expect(shop.anna.call('createCannedResponse', { body: body('agent') })).rejects.toMatchObject({
      code: 'identity.forbidden',
      params: { permission: 'canned_responses.manage' },
    });
  });

  it('are listed once each over all pages, and stand in the snapshot', async () => {
    for (let i = 0; i < 12; i++) await create(`page${i}`, { language: i % 2 ? 'en' : null });
    const found: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await shop.anna.call('listCannedResponses', {
        query: { limit: 5, ...(cursor && { cursor }) },
      });
      found.push(...page.items.map((c) => c.id));
      if (page.next === null) break;
      cursor = page.next;
    }
    const { cannedResponses } = await shop.anna.call('register');
    expect(found).toEqual(cannedResponses.map((c) => c.id));
    expect(new Set(found).size).toBe(found.length);
  });
});
