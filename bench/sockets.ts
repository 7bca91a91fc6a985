/**
 * 5,000 idle visitors: how much server memory each costs. Then 3,000 of them are dropped at once while
 * messages flow: all must resume from their cursors with no event missed or doubled.
 */
import { readFileSync } from 'node:fs';
import type { VisitorSnapshot } from '@xiaoer/contracts';
import type { WebSocket } from 'ws';
import { type Frame, makeVisitors, openStream } from './actors.ts';
import { HttpConnection } from './http-client.ts';
import { percentile, report, sortNumbers } from './report.ts';
import { makeStage } from './stage.ts';

const VISITORS = Number(process.env.BENCH_VISITORS ?? 5_000);
const DROPPED = Math.round(VISITORS * 0.6);

/** Resident memory of a process in bytes, after it has had time to clean up. */
function residentBytes(pid: number): number {
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) * 1_024;
}

type Client = {
  visitor: VisitorSnapshot;
  cursor: number;
  socket: WebSocket | null;
  seen: Map<string, number>;
  resumedAt: number;
};

function hear(client: Client, frame: Frame): void {
  if (frame.t !== 'events') return;
  for (const event of frame.events ?? []) {
    const id = event.message?.id;
    if (id) client.seen.set(id, (client.seen.get(id) ?? 0) + 1);
  }
  client.cursor = frame.cursor ?? client.cursor;
}

async function connect(port: number, client: Client): Promise<void> {
  client.socket = await openStream(port, { cursor: client.cursor, token: client.visitor.token }, (frame) =>
    hear(client, frame),
  );
  client.resumedAt = performance.now();
}

async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
    }),
  );
}

const settle = (ms: number) => new Promise((done) => setTimeout(done, ms));

const stage = await makeStage();
try {
  // --expose-gc is not asked for: what the operating system sees is what an operator pays.
  const server = await stage.serve();
  const pid = server.child.pid!;
  // Warmed up first: code and caches that every server needs are not the visitors' cost.
  await makeVisitors(server.port, 500);
  await settle(3_000);
  const memoryBefore = residentBytes(pid);
  const visitors = await makeVisitors(server.port, VISITORS);
  const clients: Client[] = visitors.map((visitor) => ({
    visitor,
    cursor: visitor.cursor,
    socket: null,
    seen: new Map(),
    resumedAt: 0,
  }));
  await inParallel(clients, 64, (client) => connect(server.port, client));
  await settle(5_000);
  const perSocket = (residentBytes(pid) - memoryBefore) / VISITORS;

  // Each writes a message of their own while most of them are away: it must reach them exactly once.
  const expected = new Map<Client, string[]>();
  const write = async (connection: HttpConnection, client: Client) => {
    const id = crypto.randomUUID();
    const answer = await connection.request(
      'POST',
      '/api/visitor/messages',
      `authorization: Visitor ${client.visitor.token}\r\n`,
      JSON.stringify({ id, text: 'hello' }),
    );
    if (answer.status !== 200) throw new Error(`send: ${answer.status} ${answer.body}`);
    expected.set(client, [...(expected.get(client) ?? []), id]);
  };
  const dropped = clients.slice(0, DROPPED);
  /** One message of every eighth client. A connection carries one request at a time. */
  const writeAll = (offset: number) =>
    Promise.all(
      Array.from({ length: 16 }, async (_, i) => {
        const connection = new HttpConnection(server.port);
        for (let at = offset + i * 8; at < dropped.length; at += 128) await write(connection, dropped[at]!);
        connection.close();
      }),
    );
  await writeAll(0);
  const away = writeAll(4);
  for (const client of dropped) client.socket!.terminate();
  await away;
  const back = performance.now();
  await Promise.all(dropped.map((client) => connect(server.port, client)));
  await settle(3_000);
  let missed = 0;
  let doubled = 0;
  for (const [client, ids] of expected)
    for (const id of ids) {
      const times = client.seen.get(id) ?? 0;
      if (times === 0) missed++;
      if (times > 1) doubled++;
    }
  const times = sortNumbers(dropped.map((c) => c.resumedAt - back));
  for (const client of clients) client.socket!.terminate();
  report(
    'sockets',
    {
      visitors: VISITORS,
      memory_per_visitor_kb: perSocket / 1_024,
      dropped: DROPPED,
      resumed: dropped.filter((c) => c.resumedAt > back).length,
      resume_p50_ms: percentile(times, 0.5),
      resume_p99_ms: percentile(times, 0.99),
      missed,
      doubled,
    },
    {
      memory_per_visitor_kb: { max: 40, unit: 'KB' },
      resumed: { min: DROPPED, unit: '' },
      resume_p99_ms: { max: 5_000, unit: 'ms' },
      missed: { max: 0, unit: 'events' },
      doubled: { max: 0, unit: 'events' },
    },
  );
} finally {
  await stage.close();
}
