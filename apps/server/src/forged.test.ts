import { randomUUIDv7 } from 'node:crypto';
import { ENDPOINTS, type Endpoint } from '@xiaoer/contracts';
import { fillPath } from '@xiaoer/sync';
import { describe, expect, it } from 'vitest';
import { hostileDesk } from './testing/hostile.ts';

const { target: on, ask, refusedWhole } = hostileDesk();
const json = JSON.stringify;

describe('forged places in lists', () => {
  const encode = (values: unknown) => Buffer.from(json(values)).toString('base64url');
  const now = new Date().toISOString();
  const cursors = [
    'x',
    '',
    '0',
    'null',
    encode(null),
    encode([]),
    encode(['1', now, 'x']),
    encode(['1', 'infinity', randomUUIDv7()]),
    encode(['9', now, randomUUIDv7()]),
    encode(['1', now, "'; select 1"]),
    encode([now, 'x']),
    encode(['foo 1', randomUUIDv7()]),
    encode([null, null]),
    encode(['\u0000', randomUUIDv7()]),
    encode(['1', '2026-02-31T00:00:00.000Z', randomUUIDv7()]),
    encode([{ a: 1 }, 2]),
    encode(['1', '+275760-09-13T00:00:00.000Z', '-'.repeat(36)]),
    'x'.repeat(401),
    encode(['a'.repeat(200), randomUUIDv7()]),
  ];
  const lists = Object.entries(ENDPOINTS).filter(
    ([, e]) =>
      (e as Endpoint).method === 'GET' &&
      JSON.stringify(
        Object.keys(((e as Endpoint).query as { shape?: object } | undefined)?.shape ?? {}),
      ).includes('cursor'),
  );
  it.each(lists.map(([name]) => name))('%s', async (name) => {
    const endpoint: Endpoint = ENDPOINTS[name as keyof typeof ENDPOINTS];
    const { customer } = (await on.shop.owner.call('readConversation', { params: { id: on.id } })).row
      .conversation;
    for (const cursor of cursors) {
      const { status } = await ask(
        'GET',
        `/api${fillPath(endpoint.path, { id: customer.id })}?cursor=${encodeURIComponent(cursor)}`,
      );
      expect([200, 400]).toContain(status);
    }
  });
});

describe('ids of others and of nobody', () => {
  const taking = Object.entries(ENDPOINTS).filter(([, e]) => e.path.includes(':id'));
  it.each(taking.map(([name]) => name))('%s answers 404, not more', async (name) => {
    const endpoint: Endpoint = ENDPOINTS[name as keyof typeof ENDPOINTS];
    const ghost = randomUUIDv7();
    const bodies: Record<string, object> = {
      updateUser: { name: 'x' },
      updateTeam: { name: 'x', memberIds: [] },
      updateCustomer: { name: 'x' },
      mergeCustomer: { mergedId: randomUUIDv7() },
      updateCannedResponse: { shortcut: 'x', title: 'x', body: 'x' },
      sendReply: { id: randomUUIDv7(), text: 'x' },
      addNote: { id: randomUUIDv7(), text: 'x' },
      assignConversation: { assigneeId: null },
      transferConversation: { teamId: on.shop.sales.id, assigneeId: null, reason: 'x' },
      snoozeConversation: { until: new Date(Date.now() + 9e6).toISOString() },
      tagConversation: { add: ['x'], remove: [] },
      markConversationRead: { number: 1 },
      saveDraft: { mode: 'reply', text: 'x' },
      updateView: { name: 'x', filter: {} },
      updateChannel: { name: 'x', isEnabled: true, settings: on.shop.channel.settings },
    };
    const query = name === 'listMessages' ? '?before=5' : '';
    const body = bodies[name] && json(bodies[name]);
    const ids =
      name === 'retrySetAside'
        ? ['999999999']
        : [ghost, on.shop.sales.id].filter((i) => !endpoint.path.startsWith('/teams') || i === ghost);
    for (const given of ids) {
      const { status, code } = await ask(
        endpoint.method,
        `/api${fillPath(endpoint.path, { id: given })}${query}`,
        body,
      );
      // An invitation that is no more and one that never was are not told apart.
      const isGone = name === 'revokeInvitation';
      expect([name, status]).toEqual([name, isGone ? 410 : 404]);
      expect(code).toMatch(isGone ? /invitation_invalid$/ : /not_found$/);
    }
    const bad = await ask(
      endpoint.method,
      `/api${fillPath(endpoint.path, { id: "x' or 1=1" })}${query}`,
      body,
    );
    expect(bad.code).toBe('request.invalid');
  });

  it('inside bodies are refused whole', async () => {
    const ghost = randomUUIDv7();
    const transfer = { teamId: ghost, assigneeId: null, reason: 'x' };
    await refusedWhole(
      () => ask('POST', `/api/conversations/${on.id}/transfer`, json(transfer)),
      ['identity.team_not_found'],
    );
    await refusedWhole(
      () => ask('POST', `/api/conversations/${on.id}/assign`, json({ assigneeId: ghost })),
      ['conversations.assignee_invalid'],
    );
    await refusedWhole(
      () =>
        ask('POST', '/api/canned-responses', json({ shortcut: 'q', title: 'x', body: 'x', teamId: ghost })),
      ['identity.team_not_found'],
    );
    const settings = { ...on.shop.channel.settings, teamId: ghost };
    await refusedWhole(
      () => ask('PUT', `/api/channels/${on.shop.channel.id}`, json({ name: 'x', isEnabled: true, settings })),
      ['identity.team_not_found'],
    );
    const form = { id: randomUUIDv7(), text: 'x', attachmentIds: [ghost] };
    await refusedWhole(
      () => ask('POST', '/api/visitor/messages', json(form)),
      ['conversations.attachment_invalid'],
    );
  });
});
