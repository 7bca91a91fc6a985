import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveKey } from '../../kernel/secret.ts';
import { type Desk, desk, refusal, reply } from '../../testing/desk.ts';
import { Shopper, testChannel } from '../../testing/shopper.ts';
import { makeVisitorToken, readVisitorToken } from './rules/visitor-token.ts';

let shop: Desk;
let secret: string;
beforeAll(async () => {
  shop = await desk();
  ({ secret } = await shop.owner.call('rotateChannelSecret', { params: { id: shop.channel.id } }));
  await shop.settle();
});
afterAll(() => shop?.stop());

const b64 = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const seconds = (more: number) => Math.floor(shop.clock.now().getTime() / 1000) + more;
function jwt(claims: object, options: { key?: string; header?: object; digest?: string } = {}): string {
  const body = `${b64(options.header ?? { alg: 'HS256', typ: 'JWT' })}.${b64({ exp: seconds(600), ...claims })}`;
  return `${body}.${createHmac(options.digest ?? 'sha256', options.key ?? secret)
    .update(body)
    .digest('base64url')}`;
}
const hmac = (externalId: string, key = secret) => createHmac('sha256', key).update(externalId).digest('hex');
const newcomer = () => new Shopper(shop.url, shop.channel);
const customerOf = async (externalId: string) => {
  const row = await shop.kernel.db
    .selectFrom('customers.identity')
    .select('customer_id')
    .where('kind', '=', 'shop')
    .where('value', '=', externalId)
    .executeTakeFirst();
  return row ? shop.owner.call('readCustomer', { params: { id: row.customer_id } }) : null;
};

describe('a shop’s word on its shopper', () => {
  it('is believed when signed, by token or by HMAC', async () => {
    const signed = await newcomer().register({
      shopper: {
        jwt: jwt({ sub: 'j1', name: '林晓', email: 'LIN@example.com', phone: '13800001234', vip: true }),
      },
    });
    expect(signed.customer).toEqual({ name: '林晓', hasEmail: true });
    expect(await customerOf('j1')).toMatchObject({
      name: '林晓',
      email: 'lin@example.com',
      isVip: true,
      phone: '13800001234',
    });
    const short = await newcomer().register({ shopper: { externalId: 'h1', name: 'Amy', hmac: hmac('h1') } });
    expect(short.customer.name).toBe('Amy');
  });

  it('changes a known customer only where the shop signed it', async () => {
    await newcomer().register({
      shopper: { jwt: jwt({ sub: 'k1', name: 'Real', email: 'real@example.com' }) },
    });
    await newcomer().register({
      shopper: { externalId: 'k1', name: 'Fake', email: 'fake@example.com', hmac: hmac('k1') },
    });
    expect(await customerOf('k1')).toMatchObject({ name: 'Real', email: 'real@example.com' });
    await newcomer().register({ shopper: { jwt: jwt({ sub: 'k1', name: 'Renamed' }) } });
    expect(await customerOf('k1')).toMatchObject({ name: 'Renamed', email: 'real@example.com' });
  });

  const forged: [string, () => object][] = [
    ['alg none', () => ({ jwt: `${b64({ alg: 'none' })}.${b64({ sub: 'x', exp: seconds(60) })}.` })],
    ['alg none with a valid signature', () => ({ jwt: jwt({ sub: 'x' }, { header: { alg: 'none' } }) })],
    ['another algorithm', () => ({ jwt: jwt({ sub: 'x' }, { header: { alg: 'HS512' }, digest: 'sha512' }) })],
    ['another key', () => ({ jwt: jwt({ sub: 'x' }, { key: 'not the secret' }) })],
    ['an empty key', () => ({ jwt: jwt({ sub: 'x' }, { key: '' }) })],
    ['expired', () => ({ jwt: jwt({ sub: 'x', exp: seconds(-120) }) })],
    ['no end', () => ({ jwt: jwt({ sub: 'x', exp: undefined }) })],
    ['an end in a far year', () => ({ jwt: jwt({ sub: 'x', exp: seconds(8 * 86_400) }) })],
    ['not valid yet', () => ({ jwt: jwt({ sub: 'x', nbf: seconds(3_600) }) })],
    ['no name of anybody', () => ({ jwt: jwt({ sub: '' }) })],
    ['claims that are none', () => ({ jwt: jwt({ sub: 'x', name: { a: 1 } }) })],
    ['NUL in a claim', () => ({ jwt: jwt({ sub: 'x', name: 'a\u0000b' }) })],
    [
      'other claims under the signature',
      () => ({ jwt: jwt({ sub: 'a' }).replace(/\.[^.]+\./, `.${b64({ sub: 'b', exp: seconds(60) })}.`) }),
    ],
    ['four parts', () => ({ jwt: `${jwt({ sub: 'x' })}.x` })],
    ['words', () => ({ jwt: 'x' })],
    ['another id’s HMAC', () => ({ externalId: 'a', hmac: hmac('b') })],
    ['an HMAC by another key', () => ({ externalId: 'a', hmac: hmac('a', 'guess') })],
  ];
  it.each(forged)('is refused: %s', async (_name, shopper) => {
    const before = await shop.head();
    await expect(newcomer().register({ shopper: shopper() as never })).rejects.toMatchObject(
      refusal('channels.shopper_invalid', 401),
    );
    expect(await shop.eventsAfter(before)).toEqual([]);
  });

  it('stays good for a day under the secret before, then no more', async () => {
    const old = secret;
    ({ secret } = await shop.owner.call('rotateChannelSecret', { params: { id: shop.channel.id } }));
    await shop.settle();
    await newcomer().register({ shopper: { externalId: 'r1', hmac: hmac('r1', old) } });
    await newcomer().register({ shopper: { externalId: 'r1', hmac: hmac('r1') } });
    shop.clock.advance(24 * 3_600_000 + 1);
    await expect(
      newcomer().register({ shopper: { externalId: 'r1', hmac: hmac('r1', old) } }),
    ).rejects.toMatchObject(refusal('channels.shopper_invalid'));
    await newcomer().register({ shopper: { externalId: 'r1', hmac: hmac('r1') } });
  });

  it('brings along what was said before the log-in, in the very snapshot', async () => {
    const { id, shopper } = await shop.opened('还没登录');
    const snapshot = await shopper.register({ shopper: { jwt: jwt({ sub: 'm1', name: '苏敏' }) } });
    expect(snapshot.conversation?.id).toBe(id);
    expect(snapshot.messages.map((m) => m.text)).toEqual(['还没登录']);
    expect((await shopper.say('登录了')).conversation.id).toBe(id);
    await shop.settle();
    expect(
      (await shop.owner.call('readConversation', { params: { id } })).row.conversation.customer.name,
    ).toBe('苏敏');
    // By ten windows at once it is the same customer once.
    const windows = Array.from({ length: 10 }, () =>
      newcomer().register({ shopper: { jwt: jwt({ sub: 'm2' }) } }),
    );
    await Promise.all(windows);
    const rows = await shop.kernel.db
      .selectFrom('customers.identity')
      .select('id')
      .where('value', '=', 'm2')
      .execute();
    expect(rows).toHaveLength(1);
    const again = await shop.opened();
    await Promise.all(
      Array.from({ length: 4 }, () => again.shopper.register({ shopper: { jwt: jwt({ sub: 'm3' }) } })),
    );
  });

  it('keeps two shoppers of one computer apart', async () => {
    const shared = newcomer();
    await shared.register({ shopper: { externalId: 's1', name: 'One', hmac: hmac('s1') } });
    await shared.say('秘密');
    const second = await shared.register({ shopper: { externalId: 's2', name: 'Two', hmac: hmac('s2') } });
    expect(second).toMatchObject({ customer: { name: 'Two' }, conversation: null, messages: [] });
    const back = await shared.register({ shopper: { externalId: 's1', hmac: hmac('s1') } });
    expect(back.messages.map((m) => m.text)).toEqual(['秘密']);
  });
});

describe('a visitor', () => {
  const as = (token: string) =>
    fetch(`${shop.url}/api/visitor/messages?before=99`, { headers: { authorization: `Visitor ${token}` } });

  it('is the same at the next visit, and a new one with a token that is forged, old or of another channel', async () => {
    const { id, shopper } = await shop.opened();
    const token = shopper.token;
    expect((await shopper.register()).conversation?.id).toBe(id);
    const [identity, channel, end, signature] = token.split('.') as [string, string, string, string];
    const other = await testChannel(shop);
    const stranger = await (await shop.opened('别人')).shopper;
    const [strangerIdentity] = stranger.token.split('.');
    const forgeries = [
      [strangerIdentity, channel, end, signature].join('.'),
      [identity, channel, `${Number(end) + 1}`, signature].join('.'),
      [identity, other.id, end, signature].join('.'),
      `${token}x`,
      token.slice(0, -1),
      'x',
      '...',
      'a.b.c.d',
    ];
    for (const forged of forgeries) {
      expect((await as(forged)).status).toBe(401);
      const snapshot = await newcomer().register({ token: forged });
      expect(snapshot.conversation).toBeNull();
    }
    expect((await new Shopper(shop.url, other).register({ token })).conversation).toBeNull();
    const key = deriveKey('any', 'visitor-tokens');
    const made = makeVisitorToken(key, 'i', 'c', new Date(0));
    expect(readVisitorToken(key, made, new Date(364 * 86_400_000))).toMatchObject({ identityId: 'i' });
    expect(readVisitorToken(key, made, new Date(366 * 86_400_000))).toBeNull();
    expect(readVisitorToken(deriveKey('other', 'visitor-tokens'), made, new Date(0))).toBeNull();
  });

  it('reads its own conversation only', async () => {
    const mine = await shop.opened('我的');
    await reply(shop.anna, mine.id, '回答');
    const theirs = await shop.opened('别人的');
    const listed = await mine.shopper.client.call('visitorListMessages', { query: {} });
    expect(listed.messages.map((m) => m.text)).toEqual(['我的', '回答']);
    expect(JSON.stringify(await mine.shopper.register())).not.toContain(theirs.id);
    // What belongs to another cannot be attached either.
    const form = new FormData();
    form.append('file', new Blob(['words']), 'a.txt');
    const headers = { authorization: `Visitor ${theirs.shopper.token}` };
    const file = (await (
      await fetch(`${shop.url}/api/visitor/files`, { method: 'POST', headers, body: form })
    ).json()) as { id: string };
    const body = { id: crypto.randomUUID(), text: 'x', attachmentIds: [file.id] };
    await expect(mine.shopper.client.call('visitorSend', { body })).rejects.toMatchObject(
      refusal('conversations.attachment_invalid'),
    );
    const sent = await theirs.shopper.client.call('visitorSend', { body });
    expect(sent.message.attachments).toMatchObject([{ id: file.id }]);
  });

  it('leaves an address and moves its mark', async () => {
    const { id, shopper, customer } = await shop.opened();
    await shopper.client.call('visitorContact', { body: { email: 'Amy@Example.com' } });
    expect((await shop.owner.call('readCustomer', { params: { id: customer.id } })).email).toBe(
      'amy@example.com',
    );
    await reply(shop.anna, id);
    await shopper.client.call('visitorRead', { body: { number: 99 } });
    const { conversation } = (await shop.owner.call('readConversation', { params: { id } })).row;
    expect(conversation.customerReadNumber).toBe(conversation.lastNumber);
  });
});

describe('a channel', () => {
  it('is carried by allowed pages only, and closes its door when switched off', async () => {
    const channel = await testChannel(shop, { allowedOrigins: ['https://shop.example'] });
    const register = (origin?: string) =>
      fetch(`${shop.url}/api/visitor/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(origin && { origin }) },
        body: JSON.stringify({ key: channel.key }),
      });
    expect((await register('https://shop.example')).status).toBe(200);
    expect((await register(shop.url)).status).toBe(200);
    for (const origin of [
      'https://evil.example',
      'https://shop.example.evil.example',
      'null',
      'http://shop.example',
    ])
      expect(((await (await register(origin)).json()) as { code: string }).code).toBe(
        'channels.origin_refused',
      );
    const shopper = new Shopper(shop.url, channel);
    await shopper.register();
    const params = { id: channel.id };
    await shop.owner.call('updateChannel', {
      params,
      body: { name: 'Off', settings: channel.settings, isEnabled: false },
    });
    await shop.settle();
    await expect(shopper.register()).rejects.toMatchObject(refusal('channels.disabled', 403));
    await expect(shopper.say('x')).rejects.toMatchObject(refusal('channels.visitor_unknown', 401));
    await expect(newcomer().register({ key: 'nothing' })).rejects.toMatchObject(
      refusal('channels.not_found', 404),
    );
    const settings = { ...channel.settings, timeZone: 'Mars/Base' };
    await expect(
      shop.owner.call('updateChannel', { params, body: { name: 'x', settings, isEnabled: true } }),
    ).rejects.toMatchObject(refusal('request.invalid'));
    const { items } = await shop.owner.call('listChannels');
    expect(JSON.stringify(items)).not.toMatch(/secret/i);
  });
});
