import { randomUUIDv7 } from 'node:crypto';
import { can, ENDPOINTS, type Endpoint, Problem, ROLE_PERMISSIONS, Role } from '@xiaoer/contracts';
import { fillPath } from '@xiaoer/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agent } from './testing/agent.ts';
import { type Desk, desk } from './testing/desk.ts';

let shop: Desk;
const people = new Map<Role, Agent>();
beforeAll(async () => {
  shop = await desk();
  for (const role of Role.options) people.set(role, await shop.as(role));
});
afterAll(() => shop?.stop());

type Route = Desk['router']['routes'][number];
/** Ids that nobody has, and no body: whoever gets past the door is stopped behind it, and nothing changes. */
async function knock(endpoint: Endpoint, who: Agent | string | null) {
  const path = fillPath(endpoint.path, { id: endpoint.path.startsWith('/log/') ? '999999' : randomUUIDv7() });
  const init: RequestInit = { method: endpoint.method };
  const hasBody = endpoint.method !== 'GET' && endpoint.body !== undefined;
  const headers = hasBody ? { 'content-type': 'application/json' } : undefined;
  const options = { ...init, ...(headers && { headers, body: '{"__nothing":1}' }) };
  const url = `${shop.url}/api${path}`;
  const answer =
    who instanceof Agent
      ? await who.fetch(url, options)
      : await fetch(url, {
          ...options,
          headers: { ...headers, ...(who !== null && { authorization: `Visitor ${who}` }) },
        });
  const text = await answer.text();
  const code = answer.ok ? 'ok' : Problem.parse(JSON.parse(text)).code;
  return { status: answer.status, code };
}
const DOORS = ['identity.unauthenticated', 'channels.visitor_unknown', 'identity.forbidden'];

it('every endpoint of the contracts is served', () => {
  const served = shop.router.routes.map((r) => r.endpoint);
  const missing = Object.entries(ENDPOINTS).filter(([, e]) => !served.includes(e));
  expect(missing.map(([name]) => name)).toEqual([]);
});

const named = Object.entries(ENDPOINTS) as [string, Endpoint][];
describe('the door of every endpoint', () => {
  it.each(named)('%s', async (_name, endpoint) => {
    const { access } = shop.router.routes.find((r) => r.endpoint === endpoint) as Route;
    const visitor = (await shop.shopper()).token;
    const outcome = async (who: Agent | string | null) => {
      const { status, code } = await knock(endpoint, who);
      expect(status, code).toBeLessThan(500);
      return DOORS.includes(code) ? code : 'in';
    };
    const expected = {
      agent: 'identity.unauthenticated',
      visitor: 'channels.visitor_unknown',
      public: 'in',
    }[access.audience];
    expect(await outcome(null)).toBe(expected);
    expect(await outcome('forged.token.9999999999.x')).toBe(expected);
    expect(await outcome(visitor)).toBe(access.audience === 'agent' ? expected : 'in');
    for (const role of Role.options) {
      const found = await outcome(people.get(role)!);
      if (access.audience === 'visitor') expect(found, role).toBe('channels.visitor_unknown');
      else if (access.permission && !can(role, access.permission))
        expect(found, role).toBe('identity.forbidden');
      else expect(found, role).toBe('in');
    }
  });
});

describe('the records behind the doors', () => {
  it('are seen by every role as the table says', async () => {
    const { id } = await shop.opened();
    const body = { teamId: shop.sales.id, assigneeId: null, reason: 'x' };
    await shop.lead.call('transferConversation', { params: { id }, body });
    for (const role of Role.options) {
      const seen = await people
        .get(role)!
        .call('readConversation', { params: { id } })
        .then(
          () => true,
          (e: { code: string }) => e.code,
        );
      const permissions = ROLE_PERMISSIONS[role];
      expect([role, seen]).toEqual([
        role,
        permissions.has('conversations.read.all') ? true : 'conversations.not_found',
      ]);
    }
    const reading = await shop.viewer.call('readConversation', { params: { id } });
    expect(reading.abilities).toEqual([]);
    await expect(
      shop.viewer.call('sendReply', { params: { id }, body: { id: randomUUIDv7(), text: 'x' } }),
    ).rejects.toMatchObject({ code: 'identity.forbidden', status: 403 });
    const { refused } = await shop.anna.call('bulkConversations', {
      body: { conversationIds: [id], action: { type: 'resolve' } },
    });
    expect(refused).toEqual([{ conversationId: id, code: 'conversations.not_found' }]);
  });

  it('are not changed from another site’s page', async () => {
    const body = JSON.stringify({ name: 'CSRF' });
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    const answer = await shop.owner.fetch('/api/me', { method: 'PATCH', headers, body });
    expect(answer.status).toBe(403);
    expect(((await answer.json()) as Problem).code).toBe('request.forbidden_origin');
  });
});
