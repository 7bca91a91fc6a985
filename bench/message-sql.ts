import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { systemClock } from '../apps/server/src/kernel/clock.ts';
import { makePool } from '../apps/server/src/kernel/db/connect.ts';
import type { DB } from '../apps/server/src/kernel/db/types.gen.ts';
import type { Kernel } from '../apps/server/src/kernel/module.ts';
import { receiveMessage } from '../apps/server/src/modules/conversations/index.ts';

/** Values that mark where a message's own data stands among the parameters. */
const NUMBER = 700_001;
const VERSION = 800_001;

export type Statement = { text: string; values: readonly unknown[] };

type Marks = { message: string; conversation: string; customer: string };
let marks: Marks;

/** Runs the server's own action once and writes down the statements that it makes, without begin and commit. */
export async function captureMessageSql(url: string): Promise<Statement[]> {
  const pool = makePool(url, { max: 2, name: 'bench', onError: () => {} });
  const statements: Statement[] = [];
  let isCapturing = false;
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (isCapturing && event.level === 'query')
        statements.push({ text: event.query.sql, values: event.query.parameters });
    },
  });
  const kernel = { db, clock: systemClock, files: { find: async () => [] } } as unknown as Kernel;
  const { id: channelId } = await db.selectFrom('channels.channel').select('id').executeTakeFirstOrThrow();
  const customer = { id: randomUUID(), name: '林晓', isVip: false };
  await sql`insert into customers.customer (id, name, first_seen_at, last_seen_at) values (${customer.id}, ${customer.name}, now(), now())`.execute(
    db,
  );
  const send = (id: string) =>
    receiveMessage(kernel, {
      id,
      text: '快递停滞两天了，麻烦帮我看看到哪里了，谢谢。',
      attachmentIds: [],
      channel: { type: 'web', id: channelId, teamId: null },
      customer,
      language: 'zh-CN',
    });
  const { conversation } = await send(randomUUID());
  await sql`update conversations.conversation set last_number = ${NUMBER - 1}, version = ${VERSION - 1} where id = ${conversation.id}`.execute(
    db,
  );
  marks = { message: randomUUID(), conversation: conversation.id, customer: customer.id };
  isCapturing = true;
  await send(marks.message);
  isCapturing = false;
  await db.destroy();
  return statements.filter((s) => !/^(begin|commit|start transaction)/i.test(s.text));
}

/** One conversation for each worker of the loop. */
async function makeConversations(
  pool: pg.Pool,
  count: number,
): Promise<{ conversation: string; customer: string; number: number }[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const [conversation, customer] = [randomUUID(), randomUUID()];
      await pool.query(
        `insert into customers.customer (id, name, first_seen_at, last_seen_at) values ($1, '林晓', now(), now())`,
        [customer],
      );
      await pool.query(
        `insert into conversations.conversation (id, channel_type, channel_id, customer_id, customer_name, customer_is_vip, language, waiting_since, last_activity_at, opened_at)
         select $1, 'web', id, $2, '林晓', false, 'zh-CN', now(), now(), now() from channels.channel limit 1`,
        [conversation, customer],
      );
      return { conversation, customer, number: 0 };
    }),
  );
}

/** The captured statements with other data, as fast as PostgreSQL and the driver allow. @returns transactions a second */
export async function bareLoop(
  url: string,
  statements: readonly Statement[],
  options: { concurrency: number; pool: number; seconds: number },
): Promise<number> {
  // Bare: the driver as it comes, prepared statements by name, each awaited.
  const pool = new pg.Pool({ connectionString: url, max: options.pool });
  // Its connections may outlive their end by a moment, and the database's stop is no failure then.
  pool.on('error', () => {});
  const places = await makeConversations(pool, options.concurrency);
  const started = performance.now();
  const until = started + options.seconds * 1_000;
  let count = 0;
  await Promise.all(
    places.map(async (place) => {
      while (performance.now() < until) {
        const message = randomUUID();
        place.number++;
        const given = new Map<unknown, unknown>([
          [marks.message, message],
          [marks.conversation, place.conversation],
          [marks.customer, place.customer],
          [NUMBER, place.number],
          [VERSION, place.number + 1],
        ]);
        const client = await pool.connect();
        await client.query('begin');
        for (const [i, { text, values }] of statements.entries())
          await client.query({
            name: `floor${i}`,
            text,
            values: values.map((v) => (given.has(v) ? given.get(v) : v)),
          });
        await client.query('commit');
        client.release();
        count++;
      }
    }),
  );
  const rate = (count * 1_000) / (performance.now() - started);
  // No server ran: without this the next one would begin with thousands of events of conversations that are none.
  await pool.query('delete from log.event where seq is null');
  await pool.end();
  return rate;
}
