import { randomUUIDv7 } from 'node:crypto';
import { type Permission, ROLE_PERMISSIONS, Role } from '@xiaoer/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { TEST_PASSWORD, type TestServer, testServer } from '../../testing/server.ts';
import { openStream } from '../../testing/stream.ts';

let server: TestServer;
let owner: Agent;
let administrator: Agent;
let agent: Agent;
beforeAll(async () => {
  server = await testServer();
  owner = await server.as('owner');
  administrator = await server.as('administrator');
  agent = await server.as('agent', { name: '小美' });
});
afterAll(() => server?.stop());

/** This module's; others answer with events of theirs. */
const ownEvents = (after: number) => server.eventsAfter(after, ['user', 'team']);
const change = (by: Agent, id: string, body: Parameters<typeof by.call<'updateUser'>>[1]['body']) =>
  by.call('updateUser', { params: { id }, body });

describe('me', () => {
  it('tells own rights and preferences', async () => {
    const me = await agent.call('readMe');
    expect(me.user).toEqual(agent.user);
    expect(new Set(me.permissions)).toEqual(ROLE_PERMISSIONS.agent);
    expect(me.preferences).toEqual({
      language: 'zh-CN',
      theme: 'system',
      hasSound: true,
      hasDesktopNotifications: true,
      sendWithEnter: true,
    });
  });

  it('changes name for everybody and preferences for oneself', async () => {
    const somebody = await server.as('viewer');
    const before = await server.head();
    const me = await somebody.call('updateMe', {
      body: { name: '  林小姐 ', preferences: { theme: 'dark', hasSound: false } },
    });
    expect(me.user).toMatchObject({ name: '林小姐', version: 2 });
    expect(me.preferences).toMatchObject({ theme: 'dark', hasSound: false, language: 'zh-CN' });
    expect(await somebody.call('readMe')).toEqual(me);
    const events = await ownEvents(before);
    expect(events.map((e) => [e.type, e.audience])).toEqual([
      ['user.updated', ['staff']],
      ['user.preferences_changed', [`user:${somebody.id}`]],
    ]);
    expect(events[0]?.payload).toEqual({ user: me.user, changed: ['name'] });
    expect(server.modules.identity.directory.nameOf(somebody.id)).toBe('林小姐');
  });

  it('keeps two preferences that are changed at once', async () => {
    const somebody = await server.as('viewer');
    await Promise.all([
      somebody.call('updateMe', { body: { preferences: { theme: 'dark' } } }),
      somebody.call('updateMe', { body: { preferences: { language: 'en' } } }),
      somebody.call('updateMe', { body: { preferences: { sendWithEnter: false } } }),
    ]);
    const { preferences } = await somebody.call('readMe');
    expect(preferences).toMatchObject({ theme: 'dark', language: 'en', sendWithEnter: false });
  });

  it('tells nothing when nothing changes, and refuses what is no name', async () => {
    const before = await server.head();
    await agent.call('updateMe', { body: { name: agent.user.name } });
    await agent.call('updateMe', { body: {} });
    expect(await ownEvents(before)).toEqual([]);
    for (const name of ['', '   ', 'x'.repeat(81), 'a\u0000b', 'line\nbreak'])
      await expect(agent.call('updateMe', { body: { name } })).rejects.toMatchObject({
        code: 'request.invalid',
      });
  });
});

describe('the list of colleagues', () => {
  it('is complete over its pages', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await agent.call('listUsers', { query: { limit: 2, ...(cursor && { cursor }) } });
      seen.push(...page.items.map((u) => u.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    const known = server.modules.identity.directory.users().map((u) => u.id);
    expect(new Set(seen)).toEqual(new Set(known));
    expect(seen).toHaveLength(known.length);
  });

  it('refuses a cursor of another list', async () => {
    for (const cursor of ['12', "' or 1=1", 'x'.repeat(400)])
      await expect(agent.call('listUsers', { query: { cursor } })).rejects.toMatchObject({
        code: 'request.invalid',
      });
  });
});

describe('changing a colleague', () => {
  it('changes all fields in one version and tells what changed', async () => {
    const team = await server.modules.identity.createTeam({ name: 'Returns', memberIds: [] });
    const target = await server.as('agent');
    const before = await server.head();
    const body = { name: '阿强', role: 'lead' as const, capacity: 9, teamIds: [team.id] };
    const user = await change(administrator, target.id, body);
    expect(user).toMatchObject({ ...body, version: 2 });
    const events = await ownEvents(before);
    expect(events.map((e) => e.type)).toEqual(['team.updated', 'user.updated']);
    expect(events[0]?.payload).toMatchObject({ team: { memberIds: [target.id], version: 2 } });
    expect(events[1]?.payload).toEqual({ user, changed: ['name', 'role', 'capacity', 'teamIds'] });
    expect(events[1]?.actor).toEqual({ kind: 'user', id: administrator.id });
    // The new rights count from the next request on.
    expect((await target.call('readMe')).permissions).toContain('customers.merge');
  });

  it('tells nothing when everything is so already', async () => {
    const before = await server.head();
    const { id, name, role, capacity, teamIds, isActive } = (await agent.call('readMe')).user;
    expect(await change(owner, id, { name, role, capacity, teamIds, isActive })).toMatchObject({ id });
    expect(await ownEvents(before)).toEqual([]);
  });

  it('has a code for everything that is refused', async () => {
    const ghost = randomUUIDv7();
    await expect(change(owner, ghost, {})).rejects.toMatchObject({
      code: 'identity.user_not_found',
      status: 404,
    });
    await expect(change(owner, agent.id, { teamIds: [ghost] })).rejects.toMatchObject({
      code: 'identity.team_not_found',
      status: 404,
    });
    await expect(change(administrator, owner.id, { name: 'x' })).rejects.toMatchObject({
      code: 'identity.role_too_high',
      params: { role: 'owner' },
    });
    await expect(change(administrator, agent.id, { role: 'owner' })).rejects.toMatchObject({
      code: 'identity.role_too_high',
    });
    await expect(change(administrator, administrator.id, { isActive: false })).rejects.toMatchObject({
      code: 'identity.own_account',
      status: 409,
    });
    await expect(change(owner, owner.id, { role: 'agent' })).rejects.toMatchObject({
      code: 'identity.last_owner',
      status: 409,
    });
    for (const body of [{ capacity: -1 }, { capacity: 1.5 }, { role: 'king' as never }, { name: '' }])
      await expect(change(owner, agent.id, body)).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(change(owner, 'not-an-id', {})).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('leaves nothing behind when a part is refused', async () => {
    const target = await server.as('agent');
    const before = await server.head();
    const body = { name: 'half', teamIds: [randomUUIDv7()] };
    await expect(change(owner, target.id, body)).rejects.toMatchObject({ code: 'identity.team_not_found' });
    expect((await target.call('readMe')).user).toEqual(target.user);
    expect(await ownEvents(before)).toEqual([]);
  });
});

describe('restoring access', () => {
  it('is refused for oneself, for those above, and for nobody', async () => {
    const calls = [
      (id: string) => administrator.call('resetUserPassword', { params: { id } }),
      (id: string) => administrator.call('removeUserTwoFactor', { params: { id } }),
    ];
    for (const call of calls) {
      await expect(call(administrator.id)).rejects.toMatchObject({ code: 'identity.own_account' });
      await expect(call(owner.id)).rejects.toMatchObject({ code: 'identity.role_too_high' });
      await expect(call(randomUUIDv7())).rejects.toMatchObject({ code: 'identity.user_not_found' });
    }
  });
});

describe('deactivating', () => {
  it('cuts sessions and open streams at once, and bars the way back', async () => {
    const target = await server.as('agent');
    await target.call('readMe');
    const stream = await openStream(target, await server.head());
    await change(owner, target.id, { isActive: false });
    await expect(target.call('readMe')).rejects.toMatchObject({ code: 'identity.unauthenticated' });
    await stream.until((s) => s.closeCode !== null);
    expect(stream.frames).toContainEqual({ t: 'bye', reason: 'unauthorised' });
    const back = await server
      .nobody()
      .auth('/sign-in/email', { email: target.user.email, password: TEST_PASSWORD });
    expect(back).toMatchObject({ status: 403, body: { code: 'ACCOUNT_INACTIVE' } });
    await expect(target.call('readMe')).rejects.toMatchObject({ code: 'identity.unauthenticated' });

    await change(owner, target.id, { isActive: true });
    await target.signIn(target.user.email, TEST_PASSWORD);
    await target.call('readMe');
  });

  it('gives an open stream fewer topics when the role shrinks', async () => {
    const target = await server.as('administrator');
    const stream = await openStream(target, await server.head());
    await change(owner, target.id, { role: 'agent' });
    await stream.until((s) => s.events.some((e) => e.type === 'user.updated' && e.subjectId === target.id));
    await owner.call('inviteUser', { body: { email: 'quiet@shop.example', role: 'agent', teamIds: [] } });
    await change(owner, target.id, { capacity: 11 });
    await stream.until((s) => s.events.filter((e) => e.subjectId === target.id).length === 2);
    expect(stream.events.map((e) => e.type)).not.toContain('user.invited');
    stream.close();
  });
});

describe('two at once', () => {
  it('never lose the last owner', async () => {
    const own = await testServer();
    try {
      const owners = [await own.as('owner'), await own.as('owner')] as const;
      const [first, second] = await Promise.allSettled([
        change(owners[0], owners[1].id, { role: 'agent' }),
        change(owners[1], owners[0].id, { isActive: false }),
      ]);
      expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
      const { reason } = (first.status === 'rejected' ? first : second) as PromiseRejectedResult;
      // Whoever came second had lost the right by then, or the session altogether.
      expect(['identity.forbidden', 'identity.unauthenticated']).toContain(reason.code);
      await own.settle();
      const left = own.modules.identity.directory.users().filter((u) => u.role === 'owner' && u.isActive);
      expect(left).toHaveLength(1);
    } finally {
      await own.stop();
    }
  });
});

describe('roles', () => {
  const id = randomUUIDv7();
  const team = { name: 'x', memberIds: [] };
  const CALLS: [Permission, (by: Agent) => Promise<unknown>][] = [
    ['users.read', (by) => by.call('listUsers')],
    ['users.read', (by) => by.call('listTeams')],
    ['users.manage', (by) => by.call('updateUser', { params: { id }, body: {} })],
    ['users.manage', (by) => by.call('resetUserPassword', { params: { id } })],
    ['users.manage', (by) => by.call('removeUserTwoFactor', { params: { id } })],
    ['users.manage', (by) => by.call('listInvitations')],
    [
      'users.manage',
      (by) => by.call('inviteUser', { body: { email: 'not an address', role: 'agent', teamIds: [] } }),
    ],
    ['users.manage', (by) => by.call('revokeInvitation', { params: { id } })],
    ['teams.manage', (by) => by.call('createTeam', { body: { ...team, name: '' } })],
    ['teams.manage', (by) => by.call('updateTeam', { params: { id }, body: team })],
    ['teams.manage', (by) => by.call('deleteTeam', { params: { id } })],
    ['audit.read', (by) => by.call('listAudit')],
    ['log.manage', (by) => by.call('listSetAside')],
    ['log.manage', (by) => by.call('retrySetAside', { params: { id: 1 } })],
  ];

  it.each(Role.options)('%s reaches exactly what the table of permissions says', async (role) => {
    const somebody = await server.as(role);
    for (const [permission, call] of CALLS) {
      const code = await call(somebody).then(
        () => null,
        (error: { code: string }) => error.code,
      );
      if (ROLE_PERMISSIONS[role].has(permission)) expect(code, permission).not.toBe('identity.forbidden');
      else expect(code, permission).toBe('identity.forbidden');
    }
  });

  it('nobody without a session reaches any of it', async () => {
    const nobody = server.nobody();
    const own: (() => Promise<unknown>)[] = [
      () => nobody.call('readMe'),
      () => nobody.call('updateMe', { body: {} }),
    ];
    for (const call of [
      ...own,
      ...CALLS.map(
        ([, run]) =>
          () =>
            run(nobody),
      ),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'identity.unauthenticated', status: 401 });
  });
});
