import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { type FakeClock, fakeClock } from '../../testing/clock.ts';
import { type TestServer, testServer } from '../../testing/server.ts';

let clock: FakeClock;
let server: TestServer;
let administrator: Agent;
beforeAll(async () => {
  clock = fakeClock();
  server = await testServer({ clock });
  administrator = await server.as('administrator', { name: '管理员' });
});
afterAll(() => server?.stop());

describe('the audit', () => {
  it('has everything, newest first, over its pages', async () => {
    for (let i = 0; i < 5; i++)
      await administrator.call('updateMe', { body: { preferences: { hasSound: i % 2 === 0 } } });
    const all = (await server.eventsAfter(0)).map((e) => e.seq).reverse();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await administrator.call('listAudit', { query: { limit: 3, ...(cursor && { cursor }) } });
      seen.push(...page.items.map((e) => e.seq));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  it('names who did it, and shows what it became', async () => {
    const { user } = await administrator.call('updateMe', { body: { name: '管理员二号' } });
    await server.settle();
    const [entry] = (await administrator.call('listAudit', { query: { type: 'user.updated', limit: 1 } }))
      .items;
    expect(entry).toMatchObject({
      type: 'user.updated',
      actor: { kind: 'user', id: administrator.id, name: '管理员二号' },
      subjectType: 'user',
      subjectId: administrator.id,
      payload: { user, changed: ['name'] },
    });
    const [joined] = (await administrator.call('listAudit', { query: { type: 'user.joined', limit: 1 } }))
      .items;
    expect(joined?.actor).toEqual({ kind: 'system', id: null, name: '' });
  });

  it('is narrowed by person, subject, kind and time', async () => {
    const other = await server.as('agent');
    clock.advance(3600_000);
    const from = clock.now().toISOString();
    await other.call('updateMe', { body: { name: 'Renamed' } });
    await administrator.call('updateUser', { params: { id: other.id }, body: { capacity: 3 } });
    clock.advance(1000);
    const to = clock.now().toISOString();
    await other.call('updateMe', { body: { name: 'Renamed again' } });
    await server.settle();
    const list = async (input: { query: Record<string, string> }) =>
      (await administrator.call('listAudit', input)).items;
    const byActor = await list({ query: { actorId: other.id, type: 'user.updated' } });
    expect(byActor).toHaveLength(2);
    const inTime = await list({ query: { from, to, type: 'user' } });
    expect(inTime.map((e) => e.actor.id)).toEqual([administrator.id, other.id]);
    const about = await list({ query: { subjectId: other.id, type: 'user.updated' } });
    expect(about).toHaveLength(3);
    expect(await list({ query: { type: 'nothing.happened' } })).toEqual([]);
    expect(await list({ query: { actorId: randomUUIDv7() } })).toEqual([]);
  });

  it('refuses what is no filter', async () => {
    for (const query of [
      { cursor: 'x' },
      { cursor: '-1' },
      { from: 'yesterday' },
      { actorId: '1' },
      { limit: 0 },
    ])
      await expect(administrator.call('listAudit', { query })).rejects.toMatchObject({
        code: 'request.invalid',
      });
  });
});

describe('set-aside events', () => {
  it('are listed, and handed over again', async () => {
    const { db } = server.kernel;
    const subscriber = server.modules.all.flatMap((m) => m.subscribers ?? [])[0];
    expect(subscriber).toBeDefined();
    const [event] = await server.eventsAfter(0, ['user']);
    const at = clock.now();
    const { id } = await db
      .insertInto('log.set_aside')
      .values({ subscriber: subscriber!.name, seq: event!.seq, error: 'Error: no luck', at })
      .returning('id')
      .executeTakeFirstOrThrow();
    const unknown = await db
      .insertInto('log.set_aside')
      .values({ subscriber: 'nobody.listens', seq: event!.seq, error: 'Error: gone', at })
      .returning('id')
      .executeTakeFirstOrThrow();

    const first = await administrator.call('listSetAside', { query: { limit: 1 } });
    expect(first.items[0]).toMatchObject({ id: unknown.id, subscriber: 'nobody.listens', type: event!.type });
    const second = await administrator.call('listSetAside', {
      query: { limit: 1, cursor: first.next ?? '' },
    });
    expect(second.items[0]).toMatchObject({ id, error: 'Error: no luck', seq: event!.seq });

    await administrator.call('retrySetAside', { params: { id } });
    const left = (await administrator.call('listSetAside')).items.map((e) => e.id);
    expect(left).toEqual([unknown.id]);
    const missing = { code: 'log.entry_not_found', status: 404 };
    await expect(administrator.call('retrySetAside', { params: { id } })).rejects.toMatchObject(missing);
    await expect(administrator.call('retrySetAside', { params: { id: unknown.id } })).rejects.toMatchObject(
      missing,
    );
  });
});
