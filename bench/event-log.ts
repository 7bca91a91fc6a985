/**
 * Events a second from emit to stamped to handled by a subscriber, against bare inserts of the same rows
 * in transactions at the same concurrency. Then: one transaction elsewhere that never ends must stall
 * nothing, neither events written before it nor after it.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { makeDatabase, makePool } from '../apps/server/src/kernel/db/connect.ts';
import { transact } from '../apps/server/src/kernel/db/transact.ts';
import { emit } from '../apps/server/src/kernel/events/emit.ts';
import { startRelay } from '../apps/server/src/kernel/events/relay.ts';
import { registerSubscribers, startSubscribers } from '../apps/server/src/kernel/events/subscribers.ts';
import { startTail } from '../apps/server/src/kernel/events/tail.ts';
import { makeLogger } from '../apps/server/src/kernel/logger.ts';
import { migrateAll } from '../apps/server/src/server.ts';
import { percentile, report, sortNumbers } from './report.ts';
import { makeStage } from './stage.ts';

const CONCURRENCY = 32;
const POOL = 20;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const log = makeLogger('warn');

const event = (id: string) => ({
  type: 'draft.saved' as const,
  actor: { kind: 'system' as const, id: null },
  subject: { type: 'bench', id },
  payload: { conversationId: id, mode: 'reply' as const, hasText: true },
  audience: ['staff'],
  at: new Date(),
});

async function forSeconds(
  seconds: number,
  one: () => Promise<void>,
): Promise<{ count: number; seconds: number }> {
  const started = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (performance.now() - started < seconds * 1_000) {
        await one();
        count++;
      }
    }),
  );
  return { count, seconds: (performance.now() - started) / 1_000 };
}

/** The floor: begin, the same insert, commit, by the driver as it comes; nobody reads. */
async function bareInserts(url: string, seconds: number): Promise<number> {
  const bare = new pg.Pool({ connectionString: url, max: POOL });
  await bare.query('create table if not exists log.bare (like log.event including all)');
  const text = `insert into log.bare (type, actor_kind, actor_id, subject_type, subject_id, payload, audience, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`;
  const done = await forSeconds(seconds, async () => {
    const e = event(randomUUID());
    const client = await bare.connect();
    await client.query('begin');
    await client.query({
      name: 'bare',
      text,
      values: [
        e.type,
        e.actor.kind,
        e.actor.id,
        e.subject.type,
        e.subject.id,
        JSON.stringify(e.payload),
        e.audience,
        e.at,
      ],
    });
    await client.query('commit');
    client.release();
  });
  await bare.end();
  return done.count / done.seconds;
}

const stage = await makeStage();
await migrateAll(stage.databaseUrl);
const pool = makePool(stage.databaseUrl, { max: POOL, name: 'bench', onError: () => {} });
const db = makeDatabase(pool);

const handledAt = new Map<string, number>();
const sentAt = new Map<string, number>();
let lastSeq = 0;
let isInOrder = true;
const subscriber = {
  name: 'bench.reader',
  types: ['draft.saved' as const],
  async handle(_tx: unknown, events: readonly { seq: number; subjectId: string }[]) {
    const now = performance.now();
    for (const { seq, subjectId } of events) {
      isInOrder &&= seq > lastSeq;
      lastSeq = seq;
      handledAt.set(subjectId, now);
    }
  },
};
await registerSubscribers(db, [subscriber]);
const origin = randomUUID();
const tail = await startTail({ db, url: stage.databaseUrl, log, origin });
const subscribers = startSubscribers({ db, subscribers: [subscriber], log, now: () => new Date() });
tail.onBatch((events) => subscribers.wake(events));

const say = async () => {
  const id = randomUUID();
  await transact(db, (tx) => emit(tx, event(id)));
  sentAt.set(id, performance.now());
};
const allHandled = async () => {
  for (let i = 0; i < 1_000 && handledAt.size < sentAt.size; i++)
    await new Promise((done) => setTimeout(done, 10));
  return sentAt.size - handledAt.size;
};

try {
  const floorBefore = await bareInserts(stage.databaseUrl, SECONDS / 2);
  const relay = startRelay({ url: stage.databaseUrl, log, origin, onStamped: tail.take });
  await forSeconds(1, say);
  await allHandled();
  const started = performance.now();
  const before = handledAt.size;
  await forSeconds(SECONDS, say);
  let lost = await allHandled();
  const rate = (handledAt.size - before) / ((performance.now() - started) / 1_000);

  // Somebody opened a transaction, changed a row, wrote an event and went to lunch.
  const stuck = new pg.Client({ connectionString: stage.databaseUrl });
  await stuck.connect();
  await stuck.query('begin');
  await stuck.query(
    `insert into log.event (type, actor_kind, subject_type, subject_id, payload, audience, at) values ('draft.saved', 'system', 'bench', gen_random_uuid(), '{}', '{staff}', now())`,
  );
  const startedStuck = performance.now();
  sentAt.clear();
  handledAt.clear();
  await forSeconds(SECONDS, say);
  lost += await allHandled();
  const stuckRate = handledAt.size / ((performance.now() - startedStuck) / 1_000);
  const delays = sortNumbers(
    [...sentAt].map(([id, at]) => Math.max(0, (handledAt.get(id) ?? Number.POSITIVE_INFINITY) - at)),
  );
  await stuck.query('rollback');
  await stuck.end();
  await relay.stop();
  const floor = (floorBefore + (await bareInserts(stage.databaseUrl, SECONDS / 2))) / 2;
  report(
    'event-log',
    {
      events_per_second: rate,
      floor_per_second: floor,
      ratio: rate / floor,
      with_stuck_transaction_per_second: stuckRate,
      stuck_ratio: stuckRate / rate,
      stuck_p99_ms: percentile(delays, 0.99),
      lost,
      out_of_order: isInOrder ? 0 : 1,
    },
    {
      ratio: { min: 0.4, unit: '' },
      stuck_ratio: { min: 0.7, unit: '' },
      stuck_p99_ms: { max: 500, unit: 'ms' },
      lost: { max: 0, unit: 'events' },
      out_of_order: { max: 0, unit: '' },
    },
    { floor: `begin, the same insert, commit, ${CONCURRENCY} at once over ${POOL} connections` },
  );
} finally {
  await subscribers.stop();
  await tail.stop();
  await db.destroy();
  await stage.close();
}
