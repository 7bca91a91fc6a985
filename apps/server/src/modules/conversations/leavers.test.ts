import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, desk } from '../../testing/desk.ts';
import { TEST_PASSWORD } from '../../testing/server.ts';

let shop: Desk;
beforeAll(async () => {
  shop = await desk();
});
afterAll(() => shop?.stop());

const activity = (id: string, isActive: boolean) =>
  shop.owner.call('updateUser', { params: { id }, body: { isActive } });
const read = (id: string) => shop.owner.call('readConversation', { params: { id } });
const seatOf = async (userId: string) =>
  (await shop.owner.call('register')).seats.find((seat) => seat.userId === userId);

it('gives what a deactivated colleague had open back to the queue, and nothing else', async () => {
  const leaver = await shop.as('agent', { teamIds: [shop.parcels.id], capacity: 10 });
  await shop.settle();
  const mine = await Promise.all([shop.opened(), shop.opened()]);
  const resolved = await shop.opened();
  const snoozed = await shop.opened();
  const others = await shop.opened();
  for (const { id } of [...mine, resolved, snoozed])
    await leaver.call('claimConversation', { params: { id } });
  await leaver.call('resolveConversation', { params: { id: resolved.id } });
  const until = new Date(shop.clock.now().getTime() + 3_600_000).toISOString();
  await leaver.call('snoozeConversation', { params: { id: snoozed.id }, body: { until } });
  await shop.anna.call('claimConversation', { params: { id: others.id } });

  const before = await shop.head();
  await activity(leaver.id, false);
  const events = await shop.eventsAfter(before, ['conversation']);
  expect(events.map((event) => [event.type, event.subjectId]).sort()).toEqual(
    mine.map(({ id }) => ['conversation.assigned', id]).sort(),
  );
  for (const { id, teamId } of mine) {
    const { row, messages } = await read(id);
    expect(row.conversation).toMatchObject({ status: 'open', assigneeId: null, teamId });
    expect(messages.at(-1)).toMatchObject({ kind: 'event', event: { type: 'unassigned' } });
  }
  expect((await read(others.id)).row.conversation.assigneeId).toBe(shop.anna.id);
  expect((await read(resolved.id)).row.conversation.assigneeId).toBe(leaver.id);
  expect((await read(snoozed.id)).row.conversation).toMatchObject({
    status: 'snoozed',
    assigneeId: leaver.id,
  });
  expect(await seatOf(leaver.id)).toMatchObject({ load: 0, presence: 'offline' });

  // Back again, they begin with an empty desk; going offline alone takes nothing from anybody.
  await activity(leaver.id, true);
  await shop.settle();
  const { id } = await shop.opened();
  await leaver.signIn(leaver.user.email, TEST_PASSWORD);
  await leaver.call('claimConversation', { params: { id } });
  await leaver.call('setPresence', { body: { presence: 'online' } });
  await leaver.call('setPresence', { body: { presence: 'offline' } });
  await shop.settle();
  expect((await read(id)).row.conversation.assigneeId).toBe(leaver.id);
});

it('hands them on at once to a colleague who has room', async () => {
  const leaver = await shop.as('agent', { teamIds: [shop.sales.id], capacity: 10 });
  const free = await shop.as('agent', { teamIds: [shop.sales.id], capacity: 10 });
  await shop.settle();
  const { id } = await shop.opened('面膜怎么用？');
  await shop.owner.call('transferConversation', {
    params: { id },
    body: { teamId: shop.sales.id, assigneeId: leaver.id, reason: '售前问题' },
  });
  await free.call('setPresence', { body: { presence: 'online' } });
  await activity(leaver.id, false);
  await expect.poll(async () => (await read(id)).row.conversation.assigneeId).toBe(free.id);
});
