import { randomUUIDv7 } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { note, reply } from './testing/desk.ts';
import { hostileDesk } from './testing/hostile.ts';

const { target: on, ask, refusedWhole } = hostileDesk();
const json = JSON.stringify;

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
      const path = place.startsWith('/') ? place : `/api/conversations/${on.id}/${place}`;
      await refusedWhole(() => ask('POST', path, message('x'.repeat(1_000_000))), ['request.too_large']);
      await refusedWhole(() => ask('POST', path, message('长'.repeat(10_001))));
    },
  );

  it.each(BAD_TEXTS)('%s: refused wherever words go', async (_name, bad) => {
    const conversation = `/api/conversations/${on.id}`;
    const view = { filter: {}, name: 'v' };
    const canned = { shortcut: 'x', title: 't', body: 'b' };
    const widget = on.shop.channel.settings;
    const requests: [string, string, object][] = [
      ['POST', '/api/visitor/messages', { id: randomUUIDv7(), text: bad }],
      ['POST', `${conversation}/replies`, { id: randomUUIDv7(), text: bad }],
      ['POST', `${conversation}/notes`, { id: randomUUIDv7(), text: bad }],
      ['PUT', `${conversation}/draft`, { mode: 'reply', text: bad }],
      ['POST', `${conversation}/tags`, { add: [bad], remove: [] }],
      ['POST', `${conversation}/transfer`, { teamId: on.shop.sales.id, assigneeId: null, reason: bad }],
      ['POST', '/api/views', { ...view, name: bad }],
      ['POST', '/api/views', { ...view, filter: { tags: [bad] } }],
      ['POST', '/api/canned-responses', { ...canned, title: bad }],
      ['POST', '/api/canned-responses', { ...canned, body: bad }],
      ['POST', '/api/canned-responses', { ...canned, shortcut: bad }],
      ['POST', '/api/teams', { name: bad, memberIds: [] }],
      ['POST', '/api/teams', { name: 'fine', description: bad, memberIds: [] }],
      ['PATCH', '/api/me', { name: bad }],
      ['PUT', `/api/channels/${on.shop.channel.id}`, { name: bad, isEnabled: true, settings: widget }],
      [
        'PUT',
        `/api/channels/${on.shop.channel.id}`,
        { name: 'x', isEnabled: true, settings: { ...widget, timeZone: bad } },
      ],
      [
        'PUT',
        `/api/channels/${on.shop.channel.id}`,
        { name: 'x', isEnabled: true, settings: { ...widget, allowedOrigins: [`https://a.example/${bad}`] } },
      ],
    ];
    for (const [method, path, body] of requests) await refusedWhole(() => ask(method, path, json(body)));
    const register = { key: on.shop.channel.key, shopper: { externalId: bad, hmac: '0'.repeat(64) } };
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
    const path = `/api/conversations/${on.id}/replies`;
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
        () => ask('POST', `/api/conversations/${on.id}/read`, `{"number":${number}}`),
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
    const { code, text } = await ask('POST', `/api/conversations/${on.id}/replies`, bytes);
    if (code === 'ok') expect(text).toContain('a\ufffd');
    else expect(code).toBe('request.malformed');
  });

  it('that lie about their length do not stop the server', async () => {
    const { port } = new URL(on.shop.url);
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
      const { message: stored } = await reply(on.shop.anna, on.id, text);
      expect(stored.text).toBe(text);
      await note(on.shop.anna, on.id, text);
      const tagged = await on.shop.anna.call('tagConversation', {
        params: { id: on.id },
        body: { add: [text.slice(0, 30)], remove: [] },
      });
      expect(tagged.tags).toContain(text.slice(0, 30).trim());
    }
    const seen = await on.shopper.register();
    for (const text of nasty) expect(seen.messages.map((m) => m.text)).toContain(text);
  });

  it('are searched for as words', async () => {
    await on.shop.settle();
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
    await on.shopper.say(`${'长'.repeat(5_000)}${'w'.repeat(5_000)}`);
    await on.shopper.say('🧨'.repeat(5_000));
    await on.shop.settle();
    expect(await on.shop.kernel.db.selectFrom('log.set_aside').selectAll().execute()).toEqual([]);
  });
});
