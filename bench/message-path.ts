/**
 * Messages a second from a shopper's request to stored, acknowledged and pushed to the agent's socket, in
 * one server process; the floor is the same SQL by a bare pg loop at the same concurrency, before and
 * after it in the same run. Then at half of that load, how long a message takes from shopper to agent.
 * Three such rounds, of which the middle one counts: a host may take the processor away for seconds.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { VisitorSnapshot } from '@xiaoer/contracts';
import { makeVisitors, openDesk } from './actors.ts';
import { HttpConnection } from './http-client.ts';
import { bareLoop, captureMessageSql } from './message-sql.ts';
import { percentile, report, sortNumbers } from './report.ts';
import { makeStage, type Stage } from './stage.ts';

const CONCURRENCY = 64;
const POOL = 20;
const ROUNDS = 3;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const TEXT = '快递停滞两天了，麻烦帮我看看到哪里了，谢谢。';

/** Sent at → the id; taken out when the agent's socket shows it. */
const underWay = new Map<string, number>();
let latencies: number[] = [];
let pushed = 0;

function hear(frame: { events?: { type: string; payload?: { message?: { id: string } } }[] }): void {
  const now = performance.now();
  for (const event of frame.events ?? []) {
    const id = event.payload?.message?.id;
    const sentAt = id === undefined ? undefined : underWay.get(id);
    if (id === undefined || sentAt === undefined) continue;
    underWay.delete(id);
    latencies.push(now - sentAt);
    pushed++;
  }
}

async function sendOne(connection: HttpConnection, visitor: VisitorSnapshot): Promise<void> {
  const id = randomUUID();
  underWay.set(id, performance.now());
  const answer = await connection.request(
    'POST',
    '/api/visitor/messages',
    `authorization: Visitor ${visitor.token}\r\n`,
    `{"id":"${id}","text":"${TEXT}"}`,
  );
  if (answer.status !== 200) throw new Error(`send: ${answer.status} ${answer.body}`);
}

/** As fast as the answers come. @returns messages a second that were acknowledged and seen by the agent */
async function fullLoad(
  port: number,
  visitors: readonly VisitorSnapshot[],
  seconds: number,
): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1_000;
  const before = pushed;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async (_, i) => {
      const connection = new HttpConnection(port);
      for (let at = i; performance.now() < until; at += CONCURRENCY)
        await sendOne(connection, visitors[at % visitors.length]!);
      connection.close();
    }),
  );
  await drained();
  return ((pushed - before) * 1_000) / (performance.now() - started);
}

/** At a fixed rate, whether or not answers have come: a slow answer must not slow the load down. */
async function steadyLoad(
  port: number,
  visitors: readonly VisitorSnapshot[],
  rate: number,
  seconds: number,
): Promise<number[]> {
  latencies = [];
  const free = Array.from({ length: CONCURRENCY * 4 }, () => new HttpConnection(port));
  const all = [...free];
  const started = performance.now();
  const pending: Promise<void>[] = [];
  let sent = 0;
  while (performance.now() - started < seconds * 1_000) {
    const due = Math.floor(((performance.now() - started) / 1_000) * rate);
    for (; sent < due; sent++) {
      const connection = free.pop() ?? new HttpConnection(port);
      pending.push(
        sendOne(connection, visitors[sent % visitors.length]!).then(() => void free.push(connection)),
      );
    }
    await new Promise((done) => setTimeout(done, 1));
  }
  await Promise.all(pending);
  await drained();
  for (const connection of all) connection.close();
  return sortNumbers(latencies);
}

async function drained(): Promise<void> {
  for (let i = 0; underWay.size > 0 && i < 500; i++) await new Promise((done) => setTimeout(done, 10));
  if (underWay.size > 0) throw new Error(`${underWay.size} acknowledged messages were not pushed`);
}

/** Processor time that a process has used, user and system, in seconds (proc(5); a tick is 10 ms). */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

type Round = { rate: number; cpu: number; p50: number; p99: number };

/** One server from its start to its end: full load, then half of it. */
async function serveRound(stage: Stage): Promise<Round> {
  const server = await stage.serve({ env: { DATABASE_POOL: String(POOL) } });
  const desk = await openDesk(server.port, hear);
  const visitors = await makeVisitors(server.port, 256);
  await fullLoad(server.port, visitors, 3);
  const cpuBefore = processorSeconds(server.child.pid!);
  const rate = await fullLoad(server.port, visitors, SECONDS);
  const cpu = (processorSeconds(server.child.pid!) - cpuBefore) / (rate * SECONDS);
  const steady = await steadyLoad(server.port, visitors, rate / 2, SECONDS);
  for (const socket of desk.sockets) socket.terminate();
  await server.stop();
  return { rate, cpu, p50: percentile(steady, 0.5), p99: percentile(steady, 0.99) };
}

const stage = await makeStage();
try {
  // The server seeds and is warmed up once; the floor's statements are those that its own code makes.
  const first = await stage.serve({ env: { DATABASE_POOL: String(POOL) } });
  await first.stop();
  const statements = await captureMessageSql(stage.databaseUrl);
  const floorOnce = () =>
    bareLoop(stage.databaseUrl, statements, { concurrency: CONCURRENCY, pool: POOL, seconds: SECONDS / 2 });
  const floors = [await floorOnce()];
  const rounds: Round[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    rounds.push(await serveRound(stage));
    floors.push(await floorOnce());
  }
  const ratios = rounds.map(({ rate }, i) => (2 * rate) / (floors[i]! + floors[i + 1]!));
  const median = (values: readonly number[]) => percentile(sortNumbers([...values]), 0.5);
  report(
    'message-path',
    {
      messages_per_second: median(rounds.map((r) => r.rate)),
      floor_per_second: median(floors),
      ratio: median(ratios),
      server_cpu_ms_per_message: median(rounds.map((r) => r.cpu)) * 1_000,
      half_load_per_second: median(rounds.map((r) => r.rate)) / 2,
      p50_ms: median(rounds.map((r) => r.p50)),
      p99_ms: median(rounds.map((r) => r.p99)),
    },
    { ratio: { min: 0.4, unit: '' }, p99_ms: { max: 40, unit: 'ms' } },
    {
      rounds: `medians of ${ROUNDS}; ratio of each ${ratios.map((r) => r.toFixed(2)).join(', ')}; p99 of each ${rounds.map((r) => r.p99.toFixed(1)).join(', ')} ms`,
      floor: `begin, the server's own ${statements.length} statements, commit; ${CONCURRENCY} at once over ${POOL} connections, before, between and after: ${floors.map(Math.round).join(', ')}`,
    },
  );
} finally {
  await stage.close();
}
