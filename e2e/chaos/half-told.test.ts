import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { makeStage, type Stage } from '../../bench/stage.ts';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
/** Messages and events in conversations at which the server is killed, one start after another. */
const KILLS = [1, 9, 10, 24, 37, 38];

const stages: Stage[] = [];
afterAll(async () => {
  for (const stage of stages) await stage.close();
});

async function openStage(): Promise<{ stage: Stage; client: pg.Client }> {
  const stage = await makeStage();
  stages.push(stage);
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  // The database goes before its last reader does.
  client.on('error', () => {});
  await client.connect();
  return { stage, client };
}

/** Starts the demo and kills it once so many lines are in the conversations, or people are in the directory. */
async function killAt(stage: Stage, client: pg.Client, table: string, lines: number): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [MAIN, '--demo'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: stage.databaseUrl,
      DATA_DIR: stage.directory,
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  const gone = new Promise((done) => child.once('exit', done));
  const isThere = async () =>
    (await client.query('select to_regclass($1) is not null as found', [table])).rows[0].found &&
    (await client.query(`select count(*)::int as lines from ${table}`)).rows[0].lines >= lines;
  while (!(await isThere())) {
    expect(child.exitCode, 'the server must not end by itself').toBeNull();
    await sleep(1);
  }
  child.kill('SIGKILL');
  await gone;
}

/** The whole story as the database has it, without ids and times. */
async function tellingOf(client: pg.Client): Promise<Record<string, unknown[]>> {
  const ask = async (query: string) => (await client.query({ text: query, rowMode: 'array' })).rows;
  return {
    people: await ask('select name, email, role, capacity from identity."user" order by email'),
    teams: await ask(`select t.name, count(m.user_id)::int from identity.team t
      left join identity.team_member m on m.team_id = t.id group by t.name order by t.name`),
    wording: await ask(
      'select shortcut, language, title from canned_responses.canned_response order by 1, 2',
    ),
    views: await ask('select name, is_shared from conversations.view order by name'),
    seats: await ask(`select u.email, s.load from conversations.seat s
      join identity."user" u on u.id = s.user_id order by 1`),
    conversations: await ask(`select c.customer_name, c.status, t.name, u.email, c.tags, c.last_number
      from conversations.conversation c left join identity.team t on t.id = c.team_id
      left join identity."user" u on u.id = c.assignee_id order by c.opened_at`),
    lines: await ask(`select m.number, m.kind, m.author_kind, m.author_name, m.text, m.event->>'type'
      from conversations.message m join conversations.conversation c on c.id = m.conversation_id
      order by c.opened_at, m.number`),
    customers: await ask('select name, email, phone, is_vip from customers.customer order by name'),
  };
}

test('a first start that is killed again and again tells the whole story, once', async () => {
  const [whole, broken] = await Promise.all([openStage(), openStage()]);
  await whole.stage.serve();
  const wanted = await tellingOf(whole.client);
  expect(wanted.lines!.length).toBeGreaterThan(KILLS.at(-1)!);

  await killAt(broken.stage, broken.client, 'identity."user"', 3);
  for (const lines of KILLS) await killAt(broken.stage, broken.client, 'conversations.message', lines);
  expect((await tellingOf(broken.client)).lines!.length, 'it was killed half way').toBeLessThan(
    wanted.lines!.length,
  );
  const server = await broken.stage.serve();
  expect(await tellingOf(broken.client)).toEqual(wanted);

  // Told to the end, it is left alone.
  await server.stop();
  await broken.client.query('delete from conversations.view');
  await broken.stage.serve();
  expect((await tellingOf(broken.client)).views).toEqual([]);
  await Promise.all([whole.client.end(), broken.client.end()]);
}, 180_000);
