import { randomUUIDv7 } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { type FakeClock, fakeClock } from '../../testing/clock.ts';
import { TEST_PASSWORD, type TestServer, testServer } from '../../testing/server.ts';

let clock: FakeClock;
let server: TestServer;
let owner: Agent;
beforeAll(async () => {
  clock = fakeClock();
  server = await testServer({ clock });
  owner = await server.as('owner');
});
afterAll(() => server?.stop());

let people = 0;
const newEmail = () => `new${++people}@shop.example`;
const invite = (by: Agent, email: string, more: { role?: 'agent' | 'owner'; teamIds?: string[] } = {}) =>
  by.call('inviteUser', { body: { email, role: more.role ?? 'agent', teamIds: more.teamIds ?? [] } });
const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? '';
const accept = (token: string, password = TEST_PASSWORD) =>
  server.nobody().call('acceptInvitation', { body: { token, name: '新同事', password } });
const typesAfter = async (seq: number) =>
  (await server.eventsAfter(seq, ['user', 'team'])).map((e) => e.type);
const invalid = { code: 'identity.invitation_invalid', status: 410 };

describe('an invitation', () => {
  it('leads to an account with the role and teams it names', async () => {
    const team = await server.modules.identity.createTeam({ name: 'Night shift', memberIds: [] });
    const before = await server.head();
    const email = newEmail();
    const { invitation, link } = await invite(owner, email.toUpperCase(), { teamIds: [team.id, team.id] });
    expect(invitation).toMatchObject({ email, role: 'agent', teamIds: [team.id], invitedById: owner.id });
    expect(link.startsWith(`${server.url}/join?token=`)).toBe(true);
    expect((await owner.call('listInvitations')).items).toContainEqual(invitation);

    await accept(tokenOf(link));
    const joined = server.nobody();
    await joined.signIn(email, TEST_PASSWORD);
    const { user } = await joined.call('readMe');
    expect(user).toMatchObject({ name: '新同事', email, role: 'agent', teamIds: [team.id] });
    expect((await owner.call('listInvitations')).items).toEqual([]);
    const events = await server.eventsAfter(before, ['user', 'team']);
    expect(events.map((e) => [e.type, e.audience[0]])).toEqual([
      ['user.invited', 'administration'],
      ['user.joined', 'staff'],
      ['team.updated', 'staff'],
      ['user.signed_in', 'administration'],
    ]);
    expect(events[1]).toMatchObject({ actor: { id: user.id }, payload: { user: { teamIds: [team.id] } } });
    expect(events[2]?.payload).toMatchObject({ team: { memberIds: [user.id] } });
  });

  it('never shows its token again: neither the table, the list nor the log has it', async () => {
    const { invitation, link } = await invite(owner, newEmail());
    const token = tokenOf(link);
    const rows = await server.kernel.db.selectFrom('identity.invitation').selectAll().execute();
    const log = await server.eventsAfter(0);
    const list = await owner.call('listInvitations');
    expect(JSON.stringify([rows, log, list])).not.toContain(token);
    await owner.call('revokeInvitation', { params: { id: invitation.id } });
  });

  it('works once, also for two at the same moment', async () => {
    const email = newEmail();
    const { link } = await invite(owner, email);
    const outcomes = await Promise.allSettled([
      accept(tokenOf(link)),
      accept(tokenOf(link)),
      accept(tokenOf(link)),
    ]);
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    for (const o of outcomes) if (o.status === 'rejected') expect(o.reason).toMatchObject(invalid);
    await expect(accept(tokenOf(link))).rejects.toMatchObject(invalid);
    await server.settle();
    expect(server.modules.identity.directory.users().filter((u) => u.email === email)).toHaveLength(1);
  });

  it('ends: revoked, replaced, expired, or never made', async () => {
    const revoked = await invite(owner, newEmail());
    await owner.call('revokeInvitation', { params: { id: revoked.invitation.id } });
    await expect(accept(tokenOf(revoked.link))).rejects.toMatchObject(invalid);
    await expect(
      owner.call('revokeInvitation', { params: { id: revoked.invitation.id } }),
    ).rejects.toMatchObject(invalid);
    await expect(owner.call('revokeInvitation', { params: { id: randomUUIDv7() } })).rejects.toMatchObject(
      invalid,
    );

    const email = newEmail();
    const before = await server.head();
    const first = await invite(owner, email);
    const second = await invite(owner, email);
    expect(await typesAfter(before)).toEqual(['user.invited', 'user.invitation_revoked', 'user.invited']);
    await expect(accept(tokenOf(first.link))).rejects.toMatchObject(invalid);
    await accept(tokenOf(second.link));

    const late = await invite(owner, newEmail());
    clock.advance(7 * 24 * 3600_000);
    await expect(accept(tokenOf(late.link))).rejects.toMatchObject(invalid);
    await owner.call('revokeInvitation', { params: { id: late.invitation.id } });
    for (const token of ['', 'x', 'x'.repeat(200)])
      await expect(accept(token)).rejects.toMatchObject(invalid);
  });

  it('ends with the right of whoever sent it', async () => {
    const administrator = await server.as('administrator');
    const { link, invitation } = await invite(administrator, newEmail());
    await owner.call('updateUser', { params: { id: administrator.id }, body: { role: 'agent' } });
    await expect(accept(tokenOf(link))).rejects.toMatchObject(invalid);
    await owner.call('revokeInvitation', { params: { id: invitation.id } });
  });

  it('is refused with a code', async () => {
    const administrator = await server.as('administrator');
    await expect(invite(administrator, newEmail(), { role: 'owner' })).rejects.toMatchObject({
      code: 'identity.role_too_high',
      params: { role: 'owner' },
    });
    await expect(invite(owner, owner.user.email)).rejects.toMatchObject({ code: 'identity.email_taken' });
    await expect(invite(owner, newEmail(), { teamIds: [randomUUIDv7()] })).rejects.toMatchObject({
      code: 'identity.team_not_found',
    });
    await expect(invite(owner, 'nobody')).rejects.toMatchObject({ code: 'request.invalid' });
    const high = await invite(owner, newEmail(), { role: 'owner' });
    await expect(
      administrator.call('revokeInvitation', { params: { id: high.invitation.id } }),
    ).rejects.toMatchObject({ code: 'identity.role_too_high' });
    await owner.call('revokeInvitation', { params: { id: high.invitation.id } });
  });

  it('is not used up by a weak password, nor by an address taken meanwhile', async () => {
    const email = newEmail();
    const { link } = await invite(owner, email);
    await expect(accept(tokenOf(link), 'password2026')).rejects.toMatchObject({
      code: 'identity.weak_password',
      status: 422,
    });
    await expect(accept(tokenOf(link), 'short')).rejects.toMatchObject({ code: 'request.invalid' });
    await server.as('agent', { email });
    await expect(accept(tokenOf(link))).rejects.toMatchObject({ code: 'identity.email_taken', status: 409 });
  });

  it('survives a team that is deleted meanwhile', async () => {
    const team = await server.modules.identity.createTeam({ name: 'Short-lived', memberIds: [] });
    const email = newEmail();
    const { link } = await invite(owner, email, { teamIds: [team.id] });
    await owner.call('deleteTeam', { params: { id: team.id } });
    await accept(tokenOf(link));
    await server.settle();
    const joined = server.modules.identity.directory.users().find((u) => u.email === email);
    expect(joined).toMatchObject({ teamIds: [] });
  });

  it('invites one address twice at once and leaves one open', async () => {
    const email = newEmail();
    await Promise.all([invite(owner, email), invite(owner, email), invite(owner, email)]);
    const open = (await owner.call('listInvitations')).items.filter((i) => i.email === email);
    expect(open).toHaveLength(1);
  });

  it('is listed in pages, newest first', async () => {
    const emails = [newEmail(), newEmail(), newEmail()];
    for (const email of emails) await invite(owner, email);
    const first = await owner.call('listInvitations', { query: { limit: 2 } });
    expect(first.items.map((i) => i.email)).toEqual([emails[2], emails[1]]);
    const second = await owner.call('listInvitations', { query: { limit: 2, cursor: first.next ?? '' } });
    expect(second.items[0]?.email).toBe(emails[0]);
  });
});

describe('set-up', () => {
  it('makes one owner by the printed link, once', async () => {
    const fresh = await testServer();
    try {
      const { identity } = fresh.modules;
      const link = await identity.setUpLink();
      expect(link).toBe(await identity.setUpLink());
      const body = {
        token: tokenOf(link ?? ''),
        name: '老板',
        email: 'Boss@shop.example',
        password: TEST_PASSWORD,
        shopName: '花间集',
      };
      const setUp = (more: Partial<typeof body> = {}) =>
        fresh.nobody().call('setUpOwner', { body: { ...body, ...more } });
      await expect(setUp({ token: 'guess' })).rejects.toMatchObject(invalid);
      await expect(setUp({ password: 'qwertyuiop' })).rejects.toMatchObject({
        code: 'identity.weak_password',
      });

      const outcomes = await Promise.allSettled([setUp(), setUp({ email: 'other@shop.example' })]);
      expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(setUp()).rejects.toMatchObject({ code: 'identity.set_up_done', status: 410 });
      await expect(setUp({ token: 'guess' })).rejects.toMatchObject({ code: 'identity.set_up_done' });
      expect(await identity.setUpLink()).toBeNull();
      expect(await identity.shopName(fresh.kernel.db)).toBe('花间集');
      await fresh.settle();
      const [boss] = identity.directory.users();
      expect(boss).toMatchObject({ role: 'owner', name: '老板', isActive: true });
    } finally {
      await fresh.stop();
    }
  });

  it('offers no link in demo mode', async () => {
    const demo = await testServer({ env: { DEMO: 'true' } });
    try {
      expect(await demo.modules.identity.setUpLink()).toBeNull();
    } finally {
      await demo.stop();
    }
  });
});

describe('with SMTP_URL', () => {
  /** Just enough of RFC 5321 to be handed a mail. */
  function mailServer(received: string[]): Promise<Server> {
    const smtp = createServer((socket) => {
      let isData = false;
      let text = '';
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        text += chunk.toString();
        for (let end = text.indexOf('\r\n'); !isData && end >= 0; end = text.indexOf('\r\n')) {
          const line = text.slice(0, end);
          text = text.slice(end + 2);
          isData = line === 'DATA';
          socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
          if (line === 'QUIT') socket.end();
        }
        if (!isData || !text.includes('\r\n.\r\n')) return;
        received.push(text);
        text = '';
        isData = false;
        socket.write('250 taken\r\n');
      });
      socket.on('error', () => {});
    });
    return new Promise((done) => smtp.listen(0, '127.0.0.1', () => done(smtp)));
  }
  const waitFor = async (isSo: () => boolean) => {
    for (let i = 0; i < 500 && !isSo(); i++) await new Promise((r) => setTimeout(r, 10));
    expect(isSo()).toBe(true);
  };
  /** The mail's words: nodemailer sends Chinese as base64 or quoted-printable. */
  const wordsOf = (mail: string) => {
    const body = mail
      .split('\r\n\r\n')
      .slice(1)
      .join('\n')
      .replace(/\r\n\.\r\n$/, '');
    if (/encoding: base64/i.test(mail)) return Buffer.from(body, 'base64').toString();
    const joined = body.replace(/=\r\n/g, '');
    return Buffer.from(
      joined.replace(/=([0-9A-F]{2})/g, (_, h) => String.fromCharCode(Number.parseInt(h, 16))),
      'latin1',
    ).toString();
  };

  it('invitations and resets go out by mail, in the language of the sender or reader', async () => {
    const received: string[] = [];
    const smtp = await mailServer(received);
    const { port } = smtp.address() as AddressInfo;
    const mailing = await testServer({ env: { SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true` } });
    try {
      const boss = await mailing.as('owner', { name: '老板' });
      const reader = await mailing.as('agent', { name: 'Ann', preferences: { language: 'en' } });
      const { link } = await boss.call('inviteUser', {
        body: { email: 'friend@shop.example', role: 'agent', teamIds: [] },
      });
      await waitFor(() => received.length === 1);
      expect(received[0]).toContain('To: friend@shop.example');
      expect(wordsOf(received[0]!)).toContain(link);
      expect(wordsOf(received[0]!)).toContain('老板 邀请您');

      expect(await boss.call('resetUserPassword', { params: { id: reader.id } })).toEqual({ link: null });
      await waitFor(() => received.length === 2);
      const nobody = mailing.nobody();
      await nobody.auth('/request-password-reset', { email: reader.user.email });
      await nobody.auth('/request-password-reset', { email: 'stranger@shop.example' });
      await waitFor(() => received.length === 3);
      const words = wordsOf(received[2]!);
      expect(words).toContain('Hello Ann');
      const token = tokenOf(words.match(/http\S+/)?.[0] ?? '');
      expect((await nobody.auth('/reset-password', { token, newPassword: 'ten kinds of tea' })).status).toBe(
        200,
      );
      await nobody.signIn(reader.user.email, 'ten kinds of tea');
      expect(received).toHaveLength(3);
    } finally {
      await mailing.stop();
      smtp.close();
    }
  });
});
