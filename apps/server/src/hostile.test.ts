import { randomUUIDv7 } from 'node:crypto';
import { connect } from 'node:net';
import { ENDPOINTS, type Endpoint, ERRORS, Problem } from '@xiaoer/contracts';
import { fillPath } from '@xiaoer/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, note, reply } from './testing/desk.ts';
import type { Shopper } from './testing/shopper.ts';

let shop: Desk;
let shopper: Shopper;
let id: string;
beforeAll(async () => {
  shop = await desk();
  ({ id, shopper } = await shop.opened());
  await shop.as('administrator');
});
afterAll(() => shop?.stop());

type Answer = { status: number; code: string; text: string };
async function ask(
  method: string,
  path: string,
  body?: string | Uint8Array,
  type = 'application/json',
): Promise<Answer> {
  const init = {
    method,
    ...(body !== undefined && { body: body as string, headers: { 'content-type': type } }),
  };
  const answer = path.startsWith('/api/visitor/')
    ? await fetch(shop.url + path, {
        ...init,
        headers: { ...init.headers, authorization: `Visitor ${shopper.token}` },
      })
    : await shop.owner.fetch(path, init);
  const text = await answer.text();
  const code = answer.ok ? 'ok' : Problem.parse(JSON.parse(text)).code;
  if (!answer.ok) expect(ERRORS).toHaveProperty([code]);
  expect(answer.status, `${method} ${path} ${text.slice(0, 300)}`).not.toBe(500);
  return { status: answer.status, code, text };
}
const json = JSON.stringify;
/** How many of everything is stored: a refusal may change none of it. */
async function counted(): Promise<string> {
  const { rows } =
    await sql`select (select count(*) from conversations.message) m, (select count(*) from conversations.conversation) c,
    (select count(*) from customers.customer) k, (select count(*) from log.event) e, (select sum(version) from conversations.conversation) v`.execute(
      shop.kernel.db,
    );
  return json(rows);
}
const refusedWhole = async (
  work: () => Promise<Answer>,
  codes: string[] = ['request.invalid'],
): Promise<void> => {
  await shop.settle();
  const before = await counted();
  const { code, status } = await work();
  expect(codes).toContain(code);
  expect(status).toBeLessThan(500);
  await shop.settle();
  expect(await counted()).toBe(before);
};

const BAD_TEXTS: [string, string][] = [
  ['NUL', 'a\u0000b'],
  ['a lone high surrogate', 'a\ud83d'],
  ['a lone low surrogate', '\ude00b'],
];
const message = (text: string) => json({ id: randomUUIDv7(), text });

describe('words that cannot be stored', () => {
  it.each(['/api/visitor/messages', 'replies', 'notes'])(
    'of a million characters are refused at %s',
    async (place) => {
      const path = place.startsWith('/') ? place : `/api/conversations/${id}/${place}`;
      await refusedWhole(() => ask('POST', path, message('x'.repeat(1_000_000))), ['request.too_large']);
      await refusedWhole(() => ask('POST', path, message('长'.repeat(10_001))));
    },
  );

  it.each(BAD_TEXTS)('%s: refused wherever words go', async (_name, bad) => {
    const conversation = `/api/conversations/${id}`;
    const view = { filter: {}, name: 'v' };
    const canned = { shortcut: 'x', title: 't', body: 'b' };
    const widget = shop.channel.settings;
    const requests: [string, string, object][] = [
      ['POST', '/api/visitor/messages', { id: randomUUIDv7(), text: bad }],
      ['POST', `${conversation}/replies`, { id: randomUUIDv7(), text: bad }],
      ['POST', `${conversation}/notes`, { id: randomUUIDv7(), text: bad }],
      ['PUT', `${conversation}/draft`, { mode: 'reply', text: bad }],
      ['POST', `${conversation}/tags`, { add: [bad], remove: [] }],
      ['POST', `${conversation}/transfer`, { teamId: shop.sales.id, assigneeId: null, reason: bad }],
      ['POST', '/api/views', { ...view, name: bad }],
      ['POST', '/api/views', { ...view, filter: { tags: [bad] } }],
      ['POST', '/api/canned-responses', { ...canned, title: bad }],
      ['POST', '/api/canned-responses', { ...canned, body: bad }],
      ['POST', '/api/canned-responses', { ...canned, shortcut: bad }],
      ['POST', '/api/teams', { name: bad, memberIds: [] }],
      ['POST', '/api/teams', { name: 'fine', description: bad, memberIds: [] }],
      ['PATCH', '/api/me', { name: bad }],
      ['PUT', `/api/channels/${shop.channel.id}`, { name: bad, isEnabled: true, settings: widget }],
      [
        'PUT',
        `/api/channels/${shop.channel.id}`,
        { name: 'x', isEnabled: true, settings: { ...widget, timeZone: bad } },
      ],
      [
        'PUT',
        `/api/channels/${shop.channel.id}`,
        { name: 'x', isEnabled: true, settings: { ...widget, allowedOrigins: [`https://a.example/${bad}`] } },
      ],
    ];
    for (const [method, path, body] of requests) await refusedWhole(() => ask(method, path, json(body)));
    const register = { key: shop.channel.key, shopper: { externalId: bad, hmac: '0'.repeat(64) } };
    await refusedWhole(() => ask('POST', '/api/visitor/register', json(register)));
    for (const path of ['/api/customers?search=', '/api/search?q=', '/api/audit?type=']) {
      // An address cannot carry a lone surrogate.
      const { code } = await ask('GET', path + (bad.isWellFormed() ? encodeURIComponent(bad) : '%ed%a0%80'));
      expect(['ok', 'request.invalid', 'request.malformed']).toContain(code);
    }
  });
});

describe('requests that are none', () => {
  it('are refused with a code', async () => {
    const path = `/api/conversations/${id}/replies`;
    const body = message('fine');
    await refusedWhole(() => ask('POST', path, body.slice(0, -3)), ['request.malformed']);
    await refusedWhole(
      () => ask('POST', path, body, 'text/plain'),
      ['request.unsupported_type', 'request.invalid'],
    );
    await refusedWhole(() => ask('POST', path, body, 'application/xml'), ['request.unsupported_type']);
    await refusedWhole(
      () => ask('POST', path, `{"__proto__":{"a":1},${body.slice(1)}`),
      ['request.malformed'],
    );
    await refusedWhole(
      () => ask('POST', path, `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`),
      ['request.invalid', 'request.malformed'],
    );
    await refusedWhole(() => ask('POST', path, json([1, 2])));
    await refusedWhole(() => ask('POST', path, 'null'));
    await refusedWhole(() => ask('POST', path, json({ id: { $ne: null }, text: ['x'] })));
    for (const number of ['1e400', '-1', '1.5', '"1"', '99999999999999999999', 'null'])
      await refusedWhole(
        () => ask('POST', `/api/conversations/${id}/read`, `{"number":${number}}`),
        ['request.invalid', 'request.malformed'],
      );
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=NaN',
      'limit=1e9',
      'limit=',
      'cursor=x&cursor=y',
      'view=nothing',
    ])
      expect((await ask('GET', `/api/conversations?${query}`)).status).toBeLessThan(500);
    for (const path of [
      '/api/%zz',
      '/api/%00',
      '/api/conversations/%ff',
      '/api/nothing',
      '/api/conversations/1',
    ])
      expect((await ask('GET', path)).status).toBeGreaterThanOrEqual(400);
  });

  it('with bytes that are no UTF-8 are refused, or stored as the replacement character', async () => {
    const head = Buffer.from(`{"id":"${randomUUIDv7()}","text":"a`);
    const bytes = Buffer.concat([head, Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('b"}')]);
    const { code, text } = await ask('POST', `/api/conversations/${id}/replies`, bytes);
    if (code === 'ok') expect(text).toContain('a\ufffd');
    else expect(code).toBe('request.malformed');
  });

  it('that lie about their length do not stop the server', async () => {
    const { port } = new URL(shop.url);
    for (const lines of [
      'POST /api/visitor/register HTTP/1.1\r\ncontent-length: 5\r\n\r\n{"a":1}}}}',
      'GET /api/me HTTP/9.9\r\n\r\n',
      'NONSENSE\r\n\r\n',
    ]) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => {});
      socket.end(lines.replace('HTTP/1.1', 'HTTP/1.1\r\nhost: x\r\ncontent-type: application/json'));
      await new Promise((done) => socket.once('close', done).resume());
    }
    expect((await ask('GET', '/api/me')).status).toBe(200);
  });
});

describe('words that look like something else', () => {
  const nasty = [
    '<script>alert(1)</script>',
    "'; drop table conversations.message; --",
    '{{constructor}}',
    '%s%n',
    '\\x00 \\u0000',
    '../../etc/passwd',
    '\u202eabc',
    '$1 $(x) `id`',
  ];

  it('are stored and given back as they are', async () => {
    for (const text of nasty) {
      const { message: stored } = await reply(shop.anna, id, text);
      expect(stored.text).toBe(text);
      await note(shop.anna, id, text);
      const tagged = await shop.anna.call('tagConversation', {
        params: { id },
        body: { add: [text.slice(0, 30)], remove: [] },
      });
      expect(tagged.tags).toContain(text.slice(0, 30).trim());
    }
    const seen = await shopper.register();
    for (const text of nasty) expect(seen.messages.map((m) => m.text)).toContain(text);
  });

  it('are searched for as words', async () => {
    await shop.settle();
    for (const text of [
      ...nasty,
      "a' & 'b",
      'a | !b',
      ':*',
      '\\',
      "''",
      '"',
      '()',
      'x'.repeat(200),
      '%',
      '@',
      "o'neil@x.y",
      '0',
      '#1001',
      '9'.repeat(60),
    ]) {
      const { status } = await ask('GET', `/api/search?q=${encodeURIComponent(text)}`);
      expect([text, status]).toEqual([text, 200]);
      expect((await ask('GET', `/api/customers?search=${encodeURIComponent(text)}`)).status).toBe(200);
    }
  });

  it('and long words are found and do not stop the subscribers', async () => {
    await shopper.say(`${'长'.repeat(5_000)}${'w'.repeat(5_000)}`);
    await shopper.say('🧨'.repeat(5_000));
    await shop.settle();
    expect(await shop.kernel.db.selectFrom('log.set_aside').selectAll().execute()).toEqual([]);
  });
});

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
    const { customer } = (await shop.owner.call('readConversation', { params: { id } })).row.conversation;
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
      transferConversation: { teamId: shop.sales.id, assigneeId: null, reason: 'x' },
      snoozeConversation: { until: new Date(Date.now() + 9e6).toISOString() },
      tagConversation: { add: ['x'], remove: [] },
      markConversationRead: { number: 1 },
      saveDraft: { mode: 'reply', text: 'x' },
      updateView: { name: 'x', filter: {} },
      updateChannel: { name: 'x', isEnabled: true, settings: shop.channel.settings },
    };
    const query = name === 'listMessages' ? '?before=5' : '';
    const body = bodies[name] && json(bodies[name]);
    const ids =
      name === 'retrySetAside'
        ? ['999999999']
        : [ghost, shop.channel.id === id ? ghost : shop.sales.id].filter(
            (i) => !endpoint.path.startsWith('/teams') || i === ghost,
          );
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
      () => ask('POST', `/api/conversations/${id}/transfer`, json(transfer)),
      ['identity.team_not_found'],
    );
    await refusedWhole(
      () => ask('POST', `/api/conversations/${id}/assign`, json({ assigneeId: ghost })),
      ['conversations.assignee_invalid'],
    );
    await refusedWhole(
      () =>
        ask('POST', '/api/canned-responses', json({ shortcut: 'q', title: 'x', body: 'x', teamId: ghost })),
      ['identity.team_not_found'],
    );
    const settings = { ...shop.channel.settings, teamId: ghost };
    await refusedWhole(
      () => ask('PUT', `/api/channels/${shop.channel.id}`, json({ name: 'x', isEnabled: true, settings })),
      ['identity.team_not_found'],
    );
    const form = { id: randomUUIDv7(), text: 'x', attachmentIds: [ghost] };
    await refusedWhole(
      () => ask('POST', '/api/visitor/messages', json(form)),
      ['conversations.attachment_invalid'],
    );
  });
});
