import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeClock, fakeClock } from '../../testing/clock.ts';
import { TEST_PASSWORD, type TestServer, testServer } from '../../testing/server.ts';
import { openStream } from '../../testing/stream.ts';

const DAY = 24 * 3600_000;
const unauthenticated = { code: 'identity.unauthenticated' };
let clock: FakeClock;
let server: TestServer;
beforeAll(async () => {
  clock = fakeClock();
  server = await testServer({ clock });
});
afterAll(() => server?.stop());

const sessionOf = (userId: string) =>
  server.kernel.db
    .selectFrom('identity.session')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();

describe('a session', () => {
  it('is prolonged once a day of use, with its cookie, and ends a month after the last use', async () => {
    const agent = await server.as('agent');
    const first = await sessionOf(agent.id);
    clock.advance(DAY / 2);
    expect((await agent.fetch('/api/me')).headers.getSetCookie()).toEqual([]);
    expect((await sessionOf(agent.id)).expires_at).toEqual(first.expires_at);

    clock.advance(DAY);
    const [cookie] = (await agent.fetch('/api/me')).headers.getSetCookie();
    expect(cookie).toMatch(/^xiaoer\.session_token=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const prolonged = await sessionOf(agent.id);
    expect(prolonged.expires_at.getTime()).toBe(clock.now().getTime() + 30 * DAY);
    expect((await agent.fetch('/api/me')).headers.getSetCookie()).toEqual([]);

    clock.advance(29 * DAY);
    await agent.call('readMe');
    clock.advance(30 * DAY + 1000);
    await expect(agent.call('readMe')).rejects.toMatchObject(unauthenticated);
  });

  it('without "remember me" is not prolonged', async () => {
    const agent = await server.as('agent');
    await agent.auth('/sign-out', {});
    const browser = server.nobody();
    const { status } = await browser.auth('/sign-in/email', {
      email: agent.user.email,
      password: TEST_PASSWORD,
      rememberMe: false,
    });
    expect(status).toBe(200);
    // better-auth counts by the system's clock; this test's clock is months ahead by now.
    const { id } = await sessionOf(agent.id);
    const now = clock.now();
    await server.kernel.db
      .updateTable('identity.session')
      .set({ expires_at: new Date(now.getTime() + DAY), updated_at: now })
      .where('id', '=', id)
      .execute();
    clock.advance(DAY - 1000);
    await browser.call('readMe');
    clock.advance(2000);
    await expect(browser.call('readMe')).rejects.toMatchObject(unauthenticated);
  });
});

describe('two servers on one database', () => {
  it('agree within a moment on who may do what', async () => {
    const second = await testServer({ database: server.database });
    try {
      const first = await testServer({ database: server.database });
      try {
        const owner = await first.as('owner');
        const agent = await first.as('agent');
        const elsewhere = second.nobody();
        await elsewhere.signIn(agent.user.email, TEST_PASSWORD);
        await elsewhere.call('readMe');
        expect(second.modules.identity.directory.nameOf(agent.id)).toBe(agent.user.name);
        const stream = await openStream(elsewhere, await second.head());
        await owner.call('updateUser', { params: { id: agent.id }, body: { isActive: false } });
        await stream.until((s) => s.closeCode !== null);
        await expect(elsewhere.call('readMe')).rejects.toMatchObject(unauthenticated);
      } finally {
        await first.stop();
      }
    } finally {
      await second.stop();
    }
  });
});

describe('a sign-in and its record', () => {
  it('are stored both or not at all', async () => {
    const own = await testServer();
    try {
      const agent = await own.as('agent');
      const { db } = own.kernel;
      const count = async () => (await db.selectFrom('identity.session').select('id').execute()).length;
      const sessions = await count();
      const refuse = `create function log.refuse() returns trigger language plpgsql as
        $$ begin raise exception 'the log is full'; end $$;
        create trigger refuse before insert on log.event for each row when (new.type = 'user.signed_in')
        execute function log.refuse()`;
      await sql.raw(refuse).execute(db);
      const answer = await own
        .nobody()
        .auth('/sign-in/email', { email: agent.user.email, password: TEST_PASSWORD });
      expect(answer).toMatchObject({ status: 500, body: { code: 'server.failed' } });
      expect(await count()).toBe(sessions);
      await sql.raw('drop trigger refuse on log.event').execute(db);
      await own.nobody().signIn(agent.user.email, TEST_PASSWORD);
      expect(await count()).toBe(sessions + 1);
    } finally {
      await own.stop();
    }
  });
});

describe('signing in while being deactivated', () => {
  it('never leaves a session for the day of return', async () => {
    const own = await testServer();
    try {
      const owner = await own.as('owner');
      const agent = await own.as('agent');
      const params = { id: agent.id };
      const signIns = Array.from({ length: 6 }, () =>
        own.nobody().auth('/sign-in/email', { email: agent.user.email, password: TEST_PASSWORD }),
      );
      await new Promise((done) => setTimeout(done, 120));
      await owner.call('updateUser', { params, body: { isActive: false } });
      const statuses = (await Promise.all(signIns)).map((a) => a.status);
      for (const status of statuses) expect([200, 403]).toContain(status);
      const left = await own.kernel.db
        .selectFrom('identity.session')
        .select('id')
        .where('user_id', '=', agent.id)
        .execute();
      expect(left).toEqual([]);
    } finally {
      await own.stop();
    }
  });
});

describe('over https', () => {
  it('the cookie is for https only, and its name says so', async () => {
    const secure = await testServer({ env: { PUBLIC_URL: 'https://desk.shop.example/' } });
    try {
      const agent = await secure.as('agent');
      expect(agent.cookie).toMatch(/^__Secure-xiaoer\.session_token=/);
      const response = await agent.fetch('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: agent.user.email, password: TEST_PASSWORD }),
      });
      expect(response.headers.getSetCookie()[0]).toMatch(/; Secure/i);
      expect((await agent.call('readMe')).user.id).toBe(agent.id);
      expect(await secure.modules.identity.setUpLink()).toBeNull();
    } finally {
      await secure.stop();
    }
  });
});
