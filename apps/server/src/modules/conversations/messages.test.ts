import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, note, refusal, reply } from '../../testing/desk.ts';
import { REOPEN_WINDOW_MS } from './rules/continuation.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

const messagesOf = async (id: string) =>
  (await shop.owner.call('readConversation', { params: { id } })).messages;
const at20 = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, work));

describe('a message', () => {
  it('sent twenty times at once with one id is stored once, from either side', async () => {
    const { id, shopper } = await shop.opened();
    const [mine, theirs, notes] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
    const replies = await at20(() => reply(shop.anna, id, '马上', {}, mine));
    expect(new Set(replies.map((r) => r.message.number)).size).toBe(1);
    const said = await at20(() => shopper.say('好', theirs));
    expect(new Set(said.map((r) => r.message.number)).size).toBe(1);
    const body = { id: notes, text: 'once' };
    await at20(() => shop.anna.call('addNote', { params: { id }, body }));
    const messages = await messagesOf(id);
    for (const one of [mine, theirs, notes]) expect(messages.filter((m) => m.id === one)).toHaveLength(1);
    expect(messages.map((m) => m.number)).toEqual(messages.map((_, i) => i + 1));
    const events = (await shop.eventsAfter(0, ['message'])).filter((e) => e.subjectId === id);
    expect(events).toHaveLength(3);
  });

  it('is not taken for another author’s, nor for another kind', async () => {
    const { id, shopper } = await shop.opened();
    const { message } = await reply(shop.anna, id);
    const taken = refusal('conversations.message_id_taken', 409);
    await expect(reply(shop.ben, id, 'mine', {}, message.id)).rejects.toMatchObject(taken);
    await expect(shopper.say('mine', message.id)).rejects.toMatchObject(taken);
    const body = { id: message.id, text: 'a note' };
    await expect(shop.anna.call('addNote', { params: { id }, body })).rejects.toMatchObject(taken);
    expect(await messagesOf(id)).toHaveLength(3);
  });

  it('and another, both the first, meet in one conversation', async () => {
    for (let round = 0; round < 5; round++) {
      const shopper = await shop.shopper();
      const all = await Promise.all(Array.from({ length: 6 }, (_, i) => shopper.say(`first ${i}`)));
      expect(new Set(all.map((s) => s.conversation.id)).size).toBe(1);
      expect(all.map((s) => s.message.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });

  it('that answers takes what nobody has, marks it read and ends the waiting; a note does not', async () => {
    const { id, shopper } = await shop.opened();
    const noted = await note(shop.anna, id, 'look', [shop.ben.id]);
    expect(noted.conversation).toMatchObject({
      assigneeId: null,
      waitingSince: expect.any(String),
      lastReply: { text: '快递怎么还没到？' },
    });
    expect(noted.message.mentionIds).toEqual([shop.ben.id]);
    const { conversation } = await reply(shop.anna, id, '在路上');
    expect(conversation).toMatchObject({
      assigneeId: shop.anna.id,
      waitingSince: null,
      firstRepliedAt: expect.any(String),
    });
    const seen = await shopper.register();
    expect(seen.messages.map((m) => m.text)).toEqual(['快递怎么还没到？', '在路上']);
    expect(JSON.stringify(seen)).not.toContain('look');
  });

  it('with a wrong mention, answer or file is refused whole', async () => {
    const { id } = await shop.opened();
    const other = await shop.opened();
    const ghost = randomUUIDv7();
    const before = await messagesOf(id);
    await expect(note(shop.anna, id, 'x', [ghost])).rejects.toMatchObject(
      refusal('conversations.mention_invalid', 422),
    );
    const foreign = (await messagesOf(other.id))[0]!.id;
    for (const replyToId of [ghost, foreign])
      await expect(reply(shop.anna, id, 'x', { replyToId })).rejects.toMatchObject(
        refusal('conversations.message_not_found', 404),
      );
    const form = new FormData();
    form.append('file', new Blob(['words']), 'a.txt');
    const file = (await (await shop.ben.fetch('/api/files', { method: 'POST', body: form })).json()) as {
      id: string;
    };
    for (const attachmentIds of [[ghost], [file.id]])
      await expect(reply(shop.anna, id, 'x', { attachmentIds })).rejects.toMatchObject(
        refusal('conversations.attachment_invalid', 422),
      );
    await expect(reply(shop.anna, id, '  \n')).rejects.toMatchObject(refusal('request.invalid', 400));
    expect(await messagesOf(id)).toEqual(before);
    const { message } = await reply(shop.ben, id, '', { attachmentIds: [file.id], replyToId: before[0]!.id });
    expect(message).toMatchObject({
      text: '',
      replyToId: before[0]!.id,
      attachments: [{ id: file.id, name: 'a.txt' }],
    });
  });

  it('and resolve are one; sent again they answer the same', async () => {
    const { id } = await shop.opened();
    const messageId = randomUUIDv7();
    const first = await reply(shop.anna, id, '已退款', { isResolving: true }, messageId);
    expect(first.conversation).toMatchObject({ status: 'resolved', resolvedAt: expect.any(String) });
    const again = await reply(shop.anna, id, '已退款', { isResolving: true }, messageId);
    expect(again.message).toEqual(first.message);
    await expect(reply(shop.anna, id)).rejects.toMatchObject(refusal('conversations.wrong_status', 409));
  });
});

describe('a customer who writes again', () => {
  it('within a day reopens; later opens anew; a retry never does', async () => {
    const { id, shopper } = await shop.opened();
    const lastId = randomUUIDv7();
    await reply(shop.anna, id, '好了', { isResolving: true });
    shop.clock.advance(REOPEN_WINDOW_MS);
    const again = await shopper.say('又坏了', lastId);
    expect(again.conversation).toMatchObject({ id, status: 'open' });
    expect((await messagesOf(id)).map((m) => m.event?.type ?? m.kind)).toContain('reopened');
    await reply(shop.anna, id, '再见', { isResolving: true });
    expect((await shopper.say('又坏了', lastId)).message).toEqual(again.message);
    expect((await shop.owner.call('readConversation', { params: { id } })).row.conversation.status).toBe(
      'resolved',
    );
    shop.clock.advance(REOPEN_WINDOW_MS + 1);
    const anew = await shopper.say('新问题');
    expect(anew.conversation.id).not.toBe(id);
    expect((await shopper.register()).conversation?.id).toBe(anew.conversation.id);
  });

  it('wakes what was put aside', async () => {
    const { id, shopper } = await shop.opened();
    await reply(shop.anna, id);
    const until = new Date(shop.clock.now().getTime() + 3_600_000).toISOString();
    await shop.anna.call('snoozeConversation', { params: { id }, body: { until } });
    await shopper.say('还在吗');
    const { conversation } = (await shop.owner.call('readConversation', { params: { id } })).row;
    expect(conversation).toMatchObject({ status: 'open', snoozedUntil: null, assigneeId: shop.anna.id });
  });
});
