import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, refusal, reply } from '../../testing/desk.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

const read = (id: string, who = shop.owner) => who.call('readConversation', { params: { id } });

describe('drafts', () => {
  it('are one colleague’s own, replaced, and gone when emptied or sent', async () => {
    const { id } = await shop.opened();
    const save = (text: string, mode: 'reply' | 'note' = 'reply') =>
      shop.anna.call('saveDraft', { params: { id }, body: { mode, text } });
    const before = await shop.head();
    await save('您');
    await save('您好，内部', 'note');
    expect((await read(id, shop.anna)).draft).toMatchObject({ mode: 'note', text: '您好，内部' });
    expect((await read(id, shop.ben)).draft).toBeNull();
    await save('  ');
    expect((await read(id, shop.anna)).draft).toBeNull();
    await save('再来');
    await reply(shop.anna, id, '再来');
    expect((await read(id, shop.anna)).draft).toBeNull();
    const drafts = await shop.eventsAfter(before, ['draft']);
    expect(drafts.map((e) => (e.payload as { hasText: boolean }).hasText)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(JSON.stringify(await shop.eventsAfter(before))).not.toContain('内部');
    for (const draft of drafts) expect(draft.audience).toEqual([`user:${shop.anna.id}`]);
  });
});

describe('read marks', () => {
  it('never go back nor beyond the last message; only the assignee’s is shown to the shopper', async () => {
    const { id, shopper } = await shop.opened();
    for (let i = 0; i < 4; i++) await shopper.say(`${i}`);
    const mark = (number: number, who = shop.ben) =>
      who.call('markConversationRead', { params: { id }, body: { number } });
    expect((await mark(3)).myReadNumber).toBe(3);
    expect((await mark(1)).myReadNumber).toBe(3);
    expect((await mark(Number.MAX_SAFE_INTEGER)).myReadNumber).toBe(5);
    expect((await read(id)).row.conversation.agentReadNumber).toBe(0);
    await shop.anna.call('claimConversation', { params: { id } });
    await mark(5, shop.anna);
    expect((await shopper.register()).conversation?.agentReadNumber).toBe(5);
    expect((await read(id, shop.ben)).row.myReadNumber).toBe(5);
  });
});

describe('older messages', () => {
  it('come page by page, each once, oldest first within the page', async () => {
    const { id, shopper } = await shop.opened();
    for (let i = 0; i < 60; i++) await shopper.say(`${i}`);
    const first = await read(id);
    expect(first.messages).toHaveLength(50);
    const numbers = first.messages.map((m) => m.number);
    let before = first.olderBefore;
    while (before !== null) {
      const page = await shop.owner.call('listMessages', { params: { id }, query: { before, limit: 4 } });
      numbers.unshift(...page.messages.map((m) => m.number));
      before = page.olderBefore;
    }
    expect(numbers).toEqual(Array.from({ length: 61 }, (_, i) => i + 1));
  });
});

describe('assigning', () => {
  it('keeps to the capacity for agents, and lets a lead go beyond a colleague’s', async () => {
    const tight = await shop.as('agent', { teamIds: [shop.parcels.id], capacity: 0 });
    await shop.settle();
    const { id } = await shop.opened();
    const assign = (who: typeof tight, assigneeId: string | null) =>
      who.call('assignConversation', { params: { id }, body: { assigneeId } });
    await expect(assign(shop.anna, tight.id)).rejects.toMatchObject(
      refusal('conversations.over_capacity', 409),
    );
    await expect(tight.call('claimConversation', { params: { id } })).rejects.toMatchObject(
      refusal('conversations.over_capacity'),
    );
    // Answering needs no room; it only is not taken.
    expect((await reply(tight, id)).conversation.assigneeId).toBeNull();
    expect((await assign(shop.lead, tight.id)).assigneeId).toBe(tight.id);
    await expect(shop.anna.call('claimConversation', { params: { id } })).rejects.toMatchObject({
      code: 'conversations.already_assigned',
      params: { assigneeId: tight.id },
    });
    const gone = await shop.as('agent');
    await shop.owner.call('updateUser', { params: { id: gone.id }, body: { isActive: false } });
    await shop.settle();
    for (const nobody of [gone.id, randomUUIDv7()])
      await expect(assign(shop.lead, nobody)).rejects.toMatchObject(
        refusal('conversations.assignee_invalid', 422),
      );
    expect((await assign(shop.lead, null)).assigneeId).toBeNull();
    await shop.lead.call('resolveConversation', { params: { id } });
    await expect(assign(shop.lead, shop.anna.id)).rejects.toMatchObject(
      refusal('conversations.wrong_status', 409),
    );
    const seats = (await shop.owner.call('register')).seats;
    expect(seats.find((s) => s.userId === tight.id)?.load).toBe(0);
  });

  it('to a team leaves the screens of those who may not see it any more', async () => {
    const { id } = await shop.opened();
    await read(id, shop.anna);
    const before = await shop.head();
    const body = { teamId: shop.sales.id, assigneeId: null, reason: '售前' };
    await shop.lead.call('transferConversation', { params: { id }, body });
    await expect(read(id, shop.anna)).rejects.toMatchObject(refusal('conversations.not_found', 404));
    await expect(reply(shop.anna, id)).rejects.toMatchObject(refusal('conversations.not_found', 404));
    const [event] = await shop.eventsAfter(before, ['conversation']);
    expect(event?.audience).toEqual(
      expect.arrayContaining(['team:none', `team:${shop.sales.id}`, 'conversations']),
    );
    expect((await read(id)).messages.at(-1)?.event).toMatchObject({ type: 'transferred', reason: '售前' });
  });

  it('in bulk judges each alone', async () => {
    const [open, done, hidden] = [await shop.opened(), await shop.opened(), await shop.opened()];
    await shop.lead.call('resolveConversation', { params: { id: done.id } });
    await shop.lead.call('transferConversation', {
      params: { id: hidden.id },
      body: { teamId: shop.sales.id, assigneeId: null, reason: 'x' },
    });
    const ghost = randomUUIDv7();
    const conversationIds = [open.id, done.id, hidden.id, ghost, open.id];
    const result = await shop.anna.call('bulkConversations', {
      body: { conversationIds, action: { type: 'resolve' } },
    });
    expect(result.done.map((c) => [c.id, c.status])).toEqual([[open.id, 'resolved']]);
    expect(result.refused).toEqual([
      { conversationId: done.id, code: 'conversations.wrong_status' },
      { conversationId: hidden.id, code: 'conversations.not_found' },
      { conversationId: ghost, code: 'conversations.not_found' },
    ]);
  });
});
