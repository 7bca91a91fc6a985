import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { Shopper, testChannel } from '../../testing/shopper.ts';

let server: TestServer;
let manager: Agent;
let agent: Agent;
beforeAll(async () => {
  server = await testServer();
  manager = await server.as('manager');
  agent = await server.as('agent');
});
afterAll(() => server?.stop());

const ownEvents = (after: number) => server.eventsAfter(after, ['user', 'team']);
const create = (body: {
  name: string;
  memberIds?: string[];
  description?: string;
  isAutoAssigned?: boolean;
}) => manager.call('createTeam', { body: { memberIds: [], ...body } });
const namesInDirectory = () => server.modules.identity.directory.teams().map((t) => t.name);

describe('teams', () => {
  it('are made with members, whose rights follow at once', async () => {
    await agent.call('readMe');
    const before = await server.head();
    const team = await create({
      name: ' 售后 ',
      memberIds: [agent.id, agent.id, manager.id],
      isAutoAssigned: false,
    });
    expect(team).toMatchObject({ name: '售后', description: '', isAutoAssigned: false, version: 1 });
    expect(new Set(team.memberIds)).toEqual(new Set([agent.id, manager.id]));
    expect((await agent.call('readMe')).user.teamIds).toContain(team.id);
    const events = await ownEvents(before);
    expect(events.map((e) => e.type)).toEqual(['user.updated', 'user.updated', 'team.created']);
    expect(events[2]).toMatchObject({ payload: { team }, audience: ['staff'], actor: { id: manager.id } });
    expect(server.modules.identity.directory.team(team.id)).toEqual(team);
    expect((await agent.call('listTeams')).items).toContainEqual(team);
  });

  it('change: only whoever comes or goes is told of', async () => {
    const [first, second, third] = [
      await server.as('agent'),
      await server.as('agent'),
      await server.as('agent'),
    ];
    const team = await create({ name: 'Before', memberIds: [first.id, second.id] });
    const before = await server.head();
    const changed = await manager.call('updateTeam', {
      params: { id: team.id },
      body: { name: 'After', description: 'late parcels', memberIds: [second.id, third.id] },
    });
    expect(changed).toMatchObject({ name: 'After', description: 'late parcels', version: 2 });
    const events = await ownEvents(before);
    const touched = events.filter((e) => e.type === 'user.updated').map((e) => e.subjectId);
    expect(new Set(touched)).toEqual(new Set([first.id, third.id]));
    expect(events.at(-1)).toMatchObject({ type: 'team.updated', payload: { team: changed } });
    expect((await first.call('readMe')).user.teamIds).toEqual([]);
  });

  it('have names of their own, whatever the case', async () => {
    const one = await create({ name: 'Parcels' });
    await expect(create({ name: 'PARCELS' })).rejects.toMatchObject({
      code: 'identity.name_taken',
      status: 409,
    });
    const other = await create({ name: 'Letters' });
    const rename = (id: string, name: string) =>
      manager.call('updateTeam', { params: { id }, body: { name, memberIds: [] } });
    await expect(rename(other.id, 'parcels')).rejects.toMatchObject({ code: 'identity.name_taken' });
    expect(await rename(one.id, 'PARCELS')).toMatchObject({ name: 'PARCELS' });
    const twice = await Promise.allSettled([create({ name: 'Race' }), create({ name: 'race' })]);
    expect(twice.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('have codes for what is refused, and then nothing is left behind', async () => {
    const ghost = randomUUIDv7();
    const before = await server.head();
    await expect(create({ name: 'Ghosts', memberIds: [ghost] })).rejects.toMatchObject({
      code: 'identity.user_not_found',
    });
    const body = { name: 'x', memberIds: [] };
    const gone = { code: 'identity.team_not_found', status: 404 };
    await expect(manager.call('updateTeam', { params: { id: ghost }, body })).rejects.toMatchObject(gone);
    await expect(manager.call('deleteTeam', { params: { id: ghost } })).rejects.toMatchObject(gone);
    for (const name of ['', 'x'.repeat(61), 'tab\there'])
      await expect(create({ name })).rejects.toMatchObject({ code: 'request.invalid' });
    expect(await ownEvents(before)).toEqual([]);
    expect(namesInDirectory()).not.toContain('Ghosts');
  });

  it('are deleted with their memberships', async () => {
    const member = await server.as('agent');
    const team = await create({ name: 'Temporary', memberIds: [member.id] });
    const before = await server.head();
    await manager.call('deleteTeam', { params: { id: team.id } });
    expect((await member.call('readMe')).user.teamIds).toEqual([]);
    const events = await ownEvents(before);
    expect(events.map((e) => e.type)).toEqual(['user.updated', 'team.deleted']);
    expect(events[1]?.payload).toEqual({ teamId: team.id, name: 'Temporary' });
    expect(namesInDirectory()).not.toContain('Temporary');
  });

  it('stay as long as conversations are theirs, or come to them from a channel', async () => {
    const member = await server.as('agent');
    const team = await create({ name: 'Busy', memberIds: [member.id] });
    const shopper = new Shopper(server.url, await testChannel(server, { teamId: team.id }));
    await shopper.register();
    const { conversation } = await shopper.say('快递怎么还没到？');
    const remove = (id: string) => manager.call('deleteTeam', { params: { id } });
    const inUse = { code: 'identity.team_in_use', status: 409 };
    const other = await create({ name: 'Takes over' });
    const owner = await server.as('owner');
    const body = { teamId: other.id, assigneeId: null, reason: 'all hands' };
    await owner.call('transferConversation', { params: { id: conversation.id }, body });
    // Nothing is open here, but new conversations would come.
    await expect(remove(team.id)).rejects.toMatchObject(inUse);
    await expect(remove(other.id)).rejects.toMatchObject(inUse);
    await owner.call('resolveConversation', { params: { id: conversation.id } });
    await remove(other.id);
  });

  it('stay as long as a module above needs them', async () => {
    const team = await create({ name: 'Needed' });
    let isNeeded = true;
    server.modules.identity.guardTeams(async (_tx, teamId) => isNeeded && teamId === team.id);
    const remove = () => manager.call('deleteTeam', { params: { id: team.id } });
    await expect(remove()).rejects.toMatchObject({ code: 'identity.team_in_use', status: 409 });
    expect(namesInDirectory()).toContain('Needed');
    isNeeded = false;
    await remove();
  });

  it('and people keep in step when both sides are changed at once', async () => {
    const owner = await server.as('owner');
    const people = [await server.as('agent'), await server.as('agent'), await server.as('agent')];
    const team = await create({ name: 'Crowd' });
    await Promise.all([
      ...people.map((p) => owner.call('updateUser', { params: { id: p.id }, body: { teamIds: [team.id] } })),
      ...people.map((p, i) =>
        manager.call('updateTeam', {
          params: { id: team.id },
          body: { name: `Crowd ${i}`, memberIds: [p.id] },
        }),
      ),
    ]);
    await server.settle();
    const { directory } = server.modules.identity;
    const members = directory.team(team.id)?.memberIds ?? [];
    const claiming = directory.users().filter((u) => u.teamIds.includes(team.id));
    expect(new Set(claiming.map((u) => u.id))).toEqual(new Set(members));
    // What events told is what a fresh look says.
    const listed = (await manager.call('listTeams', { query: { limit: 100 } })).items;
    expect(listed.find((t) => t.id === team.id)).toEqual(directory.team(team.id));
  });
});
