import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { TEST_PASSWORD, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server?.stop());

/** Bytes of base32 text (RFC 4648) without padding. */
function fromBase32(text: string): Buffer {
  const bits = [...text].map((c) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((b) => Number.parseInt(b, 2)));
}

/** RFC 6238 with better-auth's choices: SHA-1, six digits, thirty seconds. */
function totp(uri: string, at = Date.now()): string {
  const key = fromBase32(new URL(uri).searchParams.get('secret') ?? '');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19]! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Turns the second factor on and answers what was shown. */
async function enableTotp(agent: Agent): Promise<{ uri: string; backupCodes: string[] }> {
  const { status, body } = await agent.auth('/two-factor/enable', { password: TEST_PASSWORD });
  expect(status).toBe(200);
  const { totpURI, backupCodes } = body as { totpURI: string; backupCodes: string[] };
  expect((await agent.auth('/two-factor/verify-totp', { code: totp(totpURI) })).status).toBe(200);
  return { uri: totpURI, backupCodes };
}

const typesAfter = async (seq: number) =>
  (await server.eventsAfter(seq, ['user', 'team'])).map((e) => e.type);
const unauthenticated = { code: 'identity.unauthenticated', status: 401 };

describe('signing in', () => {
  it('gives a session that knows who it is, and is recorded with the address', async () => {
    const agent = await server.as('lead', { name: '小林' });
    const me = await agent.call('readMe');
    expect(me.user).toMatchObject({ id: agent.id, name: '小林', role: 'lead' });
    const events = await server.eventsAfter(0);
    const signedIn = events.filter((e) => e.type === 'user.signed_in' && e.payload.userId === agent.id);
    expect(signedIn).toHaveLength(1);
    expect(signedIn[0]).toMatchObject({
      payload: { ip: '127.0.0.1' },
      actor: { kind: 'user', id: agent.id },
    });
    expect(signedIn[0]!.audience).not.toContain('staff');
  });

  it('sets a cookie that pages cannot read and other sites cannot send', async () => {
    const agent = await server.as('agent');
    const response = await agent.fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: agent.user.email.toUpperCase(), password: TEST_PASSWORD }),
    });
    expect(response.status).toBe(200);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^xiaoer\.session_token=/);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/Max-Age=2592000/i);
    expect(cookie).not.toMatch(/; Secure/i);
  });

  it('refuses a wrong password and an unknown address in the same words, and records nothing', async () => {
    const agent = await server.as('agent');
    const before = await server.head();
    const nobody = server.nobody();
    const wrong = await nobody.auth('/sign-in/email', { email: agent.user.email, password: 'not the one' });
    const unknown = await nobody.auth('/sign-in/email', { email: 'x@y.example', password: 'not the one' });
    expect(wrong.status).toBe(401);
    expect(unknown).toEqual(wrong);
    expect(await typesAfter(before)).toEqual([]);
    await expect(nobody.call('readMe')).rejects.toMatchObject(unauthenticated);
  });

  it('refuses forged and damaged cookies', async () => {
    const agent = await server.as('agent');
    const token = decodeURIComponent(agent.cookie).split('=')[1]!.split('.')[0]!;
    const own = agent.cookie.split('=')[1]!;
    for (const value of [
      '',
      '.',
      token,
      `${token}.`,
      `${token}.AAAA`,
      `${own}x`,
      `%ZZ${own}`,
      own.slice(2),
    ]) {
      const response = await fetch(`${server.url}/api/me`, {
        headers: { cookie: `xiaoer.session_token=${value}` },
      });
      expect(response.status, value).toBe(401);
    }
  });

  it('hears no change that another site sends with the cookie', async () => {
    const agent = await server.as('agent');
    const foreign = { origin: 'https://evil.example', 'content-type': 'application/json' };
    const change = await agent.fetch('/api/me', {
      method: 'PATCH',
      headers: foreign,
      body: '{"name":"Eve"}',
    });
    expect(change.status).toBe(403);
    const out = await agent.fetch('/api/auth/sign-out', { method: 'POST', headers: foreign, body: '{}' });
    expect(out.status).toBe(403);
    expect((await agent.call('readMe')).user.name).toBe(agent.user.name);
  });

  it('leaves the rest of better-auth closed', async () => {
    const agent = await server.as('agent');
    const closed = [
      '/sign-up/email',
      '/update-user',
      '/delete-user',
      '/change-email',
      '/sign-in/social',
      '/ok',
    ];
    for (const path of closed) {
      const body = { name: 'Eve', email: 'eve@x.example', password: TEST_PASSWORD, newEmail: 'e@x.example' };
      expect((await agent.auth(path, body)).status, path).toBe(404);
    }
  });

  it('answers 429 after ten tries for one account, and not for a colleague at the same address', async () => {
    const limited = await testServer({ env: { RATE_LIMITS: 'on' } });
    try {
      const agent = await limited.as('agent');
      const nobody = limited.nobody();
      const tryOnce = () =>
        nobody.auth('/sign-in/email', { email: 'target@shop.example', password: 'a wrong guess' });
      for (let i = 0; i < 10; i++) expect((await tryOnce()).status).toBe(401);
      expect(await tryOnce()).toMatchObject({ status: 429, body: { code: 'request.rate_limited' } });
      await agent.signIn(agent.user.email, TEST_PASSWORD);
    } finally {
      await limited.stop();
    }
  });
});

describe('one password tried on many accounts', () => {
  it('is stopped by the address', async () => {
    const limited = await testServer({ env: { RATE_LIMITS: 'on' } });
    try {
      const nobody = limited.nobody();
      // Without a password nothing is hashed: quick, and counted all the same.
      const tryOnce = (i: number) => nobody.auth('/sign-in/email', { email: `target${i}@shop.example` });
      for (let i = 0; i < 120; i++) expect((await tryOnce(i)).status).toBe(400);
      expect((await tryOnce(120)).status).toBe(429);
    } finally {
      await limited.stop();
    }
  });
});

describe('signing out', () => {
  it('ends the session at once and tells administrators', async () => {
    const agent = await server.as('agent');
    await agent.call('readMe');
    const { cookie } = agent;
    const before = await server.head();
    expect((await agent.auth('/sign-out', {})).status).toBe(200);
    const kept = await fetch(`${server.url}/api/me`, { headers: { cookie } });
    expect(kept.status).toBe(401);
    expect(await typesAfter(before)).toEqual(['user.signed_out']);
  });
});

describe('passwords', () => {
  it('change ends the other sessions, keeps this one, and needs the old one', async () => {
    const agent = await server.as('agent');
    const second = server.nobody();
    await second.signIn(agent.user.email, TEST_PASSWORD);
    await second.call('readMe');
    const before = await server.head();
    const change = (currentPassword: string, newPassword: string) =>
      agent.auth('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
    expect((await change('wrong password', 'eight kinds of tea')).status).toBe(400);
    expect((await change(TEST_PASSWORD, 'eight kinds of tea')).status).toBe(200);
    await agent.call('readMe');
    await expect(second.call('readMe')).rejects.toMatchObject(unauthenticated);
    expect(await typesAfter(before)).toEqual(['user.password_changed']);
    await second.signIn(agent.user.email, 'eight kinds of tea');
  });

  it('that are short or common are refused', async () => {
    const agent = await server.as('agent');
    const before = await server.head();
    for (const newPassword of ['short', 'password2026', '1234567890', 'Qwertyuiop', 'x'.repeat(129)]) {
      const { status } = await agent.auth('/change-password', {
        currentPassword: TEST_PASSWORD,
        newPassword,
      });
      expect([400, 422], newPassword).toContain(status);
    }
    expect(await typesAfter(before)).toEqual([]);
  });

  it('are reset by a link that an administrator makes, once', async () => {
    const owner = await server.as('owner');
    const agent = await server.as('agent');
    await agent.call('readMe');
    const before = await server.head();
    const { link } = await owner.call('resetUserPassword', { params: { id: agent.id } });
    const token = new URL(link ?? '').searchParams.get('token');
    const nobody = server.nobody();
    const reset = () => nobody.auth('/reset-password', { token, newPassword: 'nine kinds of tea' });
    expect((await nobody.auth('/reset-password', { token, newPassword: 'password2026' })).status).toBe(422);
    expect((await reset()).status).toBe(200);
    expect((await reset()).status).toBe(400);
    await expect(agent.call('readMe')).rejects.toMatchObject(unauthenticated);
    await nobody.signIn(agent.user.email, 'nine kinds of tea');
    expect(await typesAfter(before)).toEqual([
      'user.password_reset_issued',
      'user.password_changed',
      'user.signed_in',
    ]);
  });

  it('asked for without SMTP_URL answer alike for known and unknown addresses', async () => {
    const agent = await server.as('agent');
    const nobody = server.nobody();
    const known = await nobody.auth('/request-password-reset', { email: agent.user.email });
    expect(known.status).toBe(200);
    expect(await nobody.auth('/request-password-reset', { email: 'no@body.example' })).toEqual(known);
  });
});

describe('the second factor', () => {
  it('is asked for from the moment it is on; the code lets in', async () => {
    const agent = await server.as('agent');
    const before = await server.head();
    const { uri } = await enableTotp(agent);
    expect((await agent.call('readMe')).user.hasTwoFactor).toBe(true);
    expect(await typesAfter(before)).toEqual(['user.two_factor_changed', 'user.updated']);

    const between = await server.head();
    const browser = server.nobody();
    expect(await browser.signIn(agent.user.email, TEST_PASSWORD)).toMatchObject({ twoFactorRedirect: true });
    await expect(browser.call('readMe')).rejects.toMatchObject(unauthenticated);
    expect(await typesAfter(between)).toEqual([]);
    expect((await browser.auth('/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect((await browser.auth('/two-factor/verify-totp', { code: totp(uri) })).status).toBe(200);
    expect((await browser.call('readMe')).user.id).toBe(agent.id);
    expect(await typesAfter(between)).toEqual(['user.signed_in']);
  });

  it('can be a backup code, each once', async () => {
    const agent = await server.as('agent');
    const { backupCodes } = await enableTotp(agent);
    const [code] = backupCodes;
    const enter = async () => {
      const browser = server.nobody();
      await browser.signIn(agent.user.email, TEST_PASSWORD);
      return (await browser.auth('/two-factor/verify-backup-code', { code })).status;
    };
    expect(await enter()).toBe(200);
    expect(await enter()).toBe(401);
  });

  it('stays locked out after too many wrong codes, though each was a request of its own', async () => {
    const agent = await server.as('agent');
    const { uri } = await enableTotp(agent);
    const browser = server.nobody();
    await browser.signIn(agent.user.email, TEST_PASSWORD);
    for (let i = 0; i < 12; i++) await browser.auth('/two-factor/verify-totp', { code: '000000' });
    expect((await browser.auth('/two-factor/verify-totp', { code: totp(uri) })).status).not.toBe(200);
    await expect(browser.call('readMe')).rejects.toMatchObject(unauthenticated);
  });

  it('goes with the password', async () => {
    const agent = await server.as('agent');
    await enableTotp(agent);
    const before = await server.head();
    expect((await agent.auth('/two-factor/disable', { password: 'wrong password' })).status).toBe(400);
    expect((await agent.auth('/two-factor/disable', { password: TEST_PASSWORD })).status).toBe(200);
    expect((await agent.call('readMe')).user.hasTwoFactor).toBe(false);
    expect(await typesAfter(before)).toEqual(['user.two_factor_changed', 'user.updated']);
  });

  it('is taken by an administrator from somebody who has lost it', async () => {
    const owner = await server.as('owner');
    const agent = await server.as('agent');
    await enableTotp(agent);
    const before = await server.head();
    const user = await owner.call('removeUserTwoFactor', { params: { id: agent.id } });
    expect(user.hasTwoFactor).toBe(false);
    expect(await typesAfter(before)).toEqual(['user.two_factor_changed', 'user.updated']);
    const browser = server.nobody();
    expect(await browser.signIn(agent.user.email, TEST_PASSWORD)).not.toHaveProperty('twoFactorRedirect');
    await browser.call('readMe');
    // Nothing to take any more: nothing is told.
    const after = await server.head();
    await owner.call('removeUserTwoFactor', { params: { id: agent.id } });
    expect(await typesAfter(after)).toEqual([]);
  });
});
