import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Role, User } from '@xiaoer/contracts';
import { hashPassword } from 'better-auth/crypto';
import type { Clock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import { readEvents, readHead, type StampedEvent } from '../kernel/events/read.ts';
import { makeLogger } from '../kernel/logger.ts';
import type { CreateUser } from '../modules/identity/index.ts';
import { startServer, type XiaoerServer } from '../server.ts';
import { Agent } from './agent.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export const TEST_PASSWORD = 'seven kinds of tea';

export type TestServer = XiaoerServer & {
  database: TestDatabase;
  /** A new colleague of the role, signed in. Further fields as `createUser` has them. */
  as(role: Role, user?: Partial<CreateUser>): Promise<Agent>;
  /** Nobody signed in: for public endpoints. */
  nobody(): Agent;
  /** Waits until everything committed is in the log, and every subscriber, cache and stream has had it. */
  settle(): Promise<void>;
  /** The log after a place, settled first; only of the given subjects, as in `user.updated`. */
  eventsAfter(seq: number, subjects?: readonly string[]): Promise<StampedEvent[]>;
  head(): Promise<number>;
};

export type TestServerOptions = {
  clock?: Clock;
  /** Settings as in the environment; RATE_LIMITS is off unless said otherwise. */
  env?: Record<string, string>;
  /** A database that another test server made: two servers on one database. */
  database?: TestDatabase;
};

let colleagues = 0;
/** Made once: hashing takes a tenth of a second by design. */
let testHash: Promise<string> | null = null;

/** A whole server on a free port with a database of its own. Stop it in afterAll. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await testDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-data-'));
  const { SECRET: _given, ...settings } = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_POOL: '10',
    RATE_LIMITS: 'off',
    // TEST_LOG=debug shows what the server says.
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    ...options.env,
  });
  const config = { ...settings, secret: 'a secret only for tests, of enough letters' };
  const server = await startServer({
    config,
    databaseUrl: database.url,
    log: makeLogger(config.LOG_LEVEL),
    ...(options.clock && { clock: options.clock }),
  });
  const { db } = server.kernel;

  const settle = () => waitForReaders(server);
  return {
    ...server,
    database,
    nobody: () => new Agent(server.url),
    async as(role, user = {}) {
      const email = user.email ?? `${role}${++colleagues}@shop.example`;
      testHash ??= hashPassword(TEST_PASSWORD);
      const password = user.password ?? TEST_PASSWORD;
      const given: CreateUser = { name: `${role} ${colleagues}`, ...user, password, email, role };
      if (password === TEST_PASSWORD) given.passwordHash = await testHash;
      const created: User = await server.modules.identity.createUser(given);
      const agent = new Agent(server.url, created);
      await agent.signIn(email, given.password);
      return agent;
    },
    settle,
    async eventsAfter(seq, subjects) {
      await settle();
      const events = await readEvents(db, { after: seq, limit: 10_000 });
      return subjects ? events.filter((e) => subjects.includes(e.type.split('.')[0] ?? '')) : events;
    },
    head: async () => {
      await settle();
      return readHead(db);
    },
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
      if (!options.database) await database.drop();
    },
  };
}

async function waitForReaders({ kernel: { db }, position }: XiaoerServer): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 10) {
    const head = await readHead(db);
    const late = await db
      .selectFrom('log.subscriber')
      .select('name')
      .where('cursor', '<', head)
      .limit(1)
      .execute();
    // Looked at last: what a subscriber has just written is either here or in the new head.
    const unstamped = await db
      .selectFrom('log.event')
      .select('id')
      .where('seq', 'is', null)
      .limit(1)
      .execute();
    const isSettled = late.length === 0 && unstamped.length === 0 && (await readHead(db)) === head;
    if (isSettled && position() >= head) return;
    await sleep(10);
  }
  throw new Error('the log has not settled within ten seconds');
}
