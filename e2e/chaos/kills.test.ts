import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentSnapshot } from '@xiaoer/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callAs, signIn } from '../../bench/actors.ts';
import { type ServerProcess, startProcess } from '../../bench/stage.ts';
import { Listener, Shopper } from './survivors.ts';

const SERVER_KILLS = 20;
const DATABASE_KILLS = 5;
const SHOPPERS = 24;

let directory: string;
let port: number;
let server: ServerProcess;

async function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number };
      probe.close(() => done(free));
    });
  });
}

const start = async () => {
  server = await startProcess(['--demo'], {
    DATA_DIR: directory,
    PORT: String(port),
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'silent',
  });
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xiaoer-chaos-'));
  await chmod(directory, 0o755);
  port = await freePort();
  await start();
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await rm(directory, { recursive: true, force: true });
}, 60_000);

async function killServer(): Promise<void> {
  const gone = new Promise((done) => server.child.once('exit', done));
  server.child.kill('SIGKILL');
  await gone;
  await start();
}

/** The postmaster itself: its children follow, and the server starts it again. */
async function killDatabase(): Promise<void> {
  const pid = Number(readFileSync(join(directory, 'pg/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
}

/** Ids of the replies of a conversation as the log of messages has them. */
async function storedIn(cookie: string, conversationId: string): Promise<string[]> {
  type Page = { messages: { id: string; kind: string }[]; olderBefore: number | null };
  let page = await callAs<Page>(port, cookie, 'GET', `/conversations/${conversationId}`);
  const found = [...page.messages];
  while (page.olderBefore !== null) {
    page = await callAs<Page>(
      port,
      cookie,
      'GET',
      `/conversations/${conversationId}/messages?before=${page.olderBefore}&limit=100`,
    );
    found.push(...page.messages);
  }
  return found.filter((m) => m.kind === 'reply').map((m) => m.id);
}

test(`${SERVER_KILLS} kills -9 of the server and ${DATABASE_KILLS} of PostgreSQL under load lose and double nothing`, async () => {
  const owner = await signIn(port, 'owner@demo.test');
  const { cursor } = await callAs<AgentSnapshot>(port, owner, 'POST', '/register');
  const agent = new Listener(port, { cursor, cookie: owner });
  const shoppers = await Promise.all(Array.from({ length: SHOPPERS }, () => Shopper.enter(port)));
  const talking = shoppers.map((shopper) => shopper.talk());

  const kills = [
    ...Array.from({ length: SERVER_KILLS }, () => killServer),
    ...Array.from({ length: DATABASE_KILLS }, () => killDatabase),
  ];
  // The databases' kills among the servers', not after them.
  for (const [i, kill] of kills
    .map((k, at) => [(at * 7) % kills.length, k] as const)
    .sort((a, b) => a[0] - b[0])) {
    await sleep(300 + ((i * 137) % 700));
    await kill();
  }
  await sleep(1_000);
  for (const shopper of shoppers) shopper.hush();
  await Promise.all(talking);

  const acknowledged = shoppers.flatMap((s) => s.acknowledged);
  await agent.hasSeen(acknowledged);
  for (const shopper of shoppers) await shopper.listener.hasSeen(shopper.acknowledged);
  const stored = (await Promise.all(shoppers.map((s) => storedIn(owner, s.conversationId)))).flat();
  const counts = new Map<string, number>();
  for (const id of stored) counts.set(id, (counts.get(id) ?? 0) + 1);

  console.log(
    `chaos: ${acknowledged.length} messages acknowledged, ${stored.length} stored, ${agent.reconnects} breaks of the agent's stream`,
  );
  expect(acknowledged.length).toBeGreaterThan(500);
  expect(
    acknowledged.filter((id) => !counts.has(id)),
    'acknowledged but not stored',
  ).toEqual([]);
  expect(
    [...counts].filter(([, n]) => n > 1),
    'stored twice',
  ).toEqual([]);
  expect(
    acknowledged.filter((id) => agent.times(id) !== 1),
    'not exactly once on the agent’s screen',
  ).toEqual([]);
  for (const shopper of shoppers)
    expect(shopper.acknowledged.filter((id) => shopper.listener.times(id) !== 1)).toEqual([]);
  // A kill may come while the agent is still coming back from the one before.
  expect(agent.reconnects).toBeGreaterThan(SERVER_KILLS / 2);
  agent.close();
  for (const shopper of shoppers) shopper.listener.close();
}, 300_000);
