import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { TEST_PASSWORD, type TestServer, testServer } from '../../testing/server.ts';
import { verifyAction } from '../../testing/verify-action.ts';

let server: TestServer;
let owner: Agent;
let target: Agent;
let watchers: Agent[];
beforeAll(async () => {
  server = await testServer();
  owner = await server.as('owner');
  target = await server.as('agent');
  watchers = [owner, target, await server.as('manager'), await server.as('viewer')];
});
afterAll(() => server?.stop());

const verify = <T>(action: () => Promise<T>): Promise<T> => verifyAction(server, watchers, action);

describe('events make of an old screen what a fresh one shows', () => {
  it('when a colleague joins', async () => {
    await verify(async () => {
      const body = { email: 'joiner@shop.example', role: 'agent' as const, teamIds: [] };
      const { link } = await owner.call('inviteUser', { body });
      const token = new URL(link).searchParams.get('token') ?? '';
      await server
        .nobody()
        .call('acceptInvitation', { body: { token, name: 'Joiner', password: TEST_PASSWORD } });
    });
  });

  it('when a colleague is changed', async () => {
    const params = { id: target.id };
    await verify(() => owner.call('updateUser', { params, body: { name: 'Other', capacity: 2 } }));
    await verify(() => owner.call('updateUser', { params, body: { role: 'administrator' } }));
    await verify(() => owner.call('updateUser', { params, body: { role: 'agent' } }));
  });

  it('when somebody changes themselves', async () => {
    await verify(() => target.call('updateMe', { body: { name: 'Own', preferences: { theme: 'dark' } } }));
  });

  it('when a team comes, changes and goes', async () => {
    const team = await verify(() =>
      owner.call('createTeam', { body: { name: 'One', memberIds: [target.id, owner.id] } }),
    );
    const params = { id: team.id };
    await verify(() => owner.call('updateTeam', { params, body: { name: 'Two', memberIds: [target.id] } }));
    await verify(() =>
      owner.call('updateUser', { params: { id: target.id }, body: { teamIds: [], name: 'Alone' } }),
    );
    await verify(() => owner.call('deleteTeam', { params }));
  });

  it('when the second factor is taken away and a reset is issued', async () => {
    const other = await server.as('agent');
    await verify(() => owner.call('resetUserPassword', { params: { id: other.id } }));
    await verify(() => owner.call('removeUserTwoFactor', { params: { id: other.id } }));
  });

  it('when a colleague is deactivated and comes back', async () => {
    const other = await server.as('agent');
    const params = { id: other.id };
    await verify(() => owner.call('updateUser', { params, body: { isActive: false } }));
    await verify(() => owner.call('updateUser', { params, body: { isActive: true } }));
  });
});
