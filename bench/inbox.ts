/**
 * List page, counters and search at 100,000 and at 1,000,000 conversations (five messages each) over the
 * public interface; how much slower the second is than the first; how many queries each takes.
 */
import type { ConversationRow } from '@xiaoer/contracts';
import { callAs, signIn } from './actors.ts';
import { HttpConnection } from './http-client.ts';
import { fillInbox } from './inbox-data.ts';
import { percentile, report, sortNumbers } from './report.ts';
import { makeStage } from './stage.ts';

const LARGE = Number(process.env.BENCH_CONVERSATIONS ?? 1_000_000);
const SMALL = LARGE / 10;
const ROUNDS = 40;

const LISTS = [
  'mine-waiting',
  'mine-open',
  'mine-snoozed',
  'unassigned',
  'all-open',
  'all-snoozed',
  'all-resolved',
];
/** Common, rare and absent words; two-character Chinese words; several words; English. */
const SEARCHES = [
  '退款',
  '快递',
  '泛红',
  '海关',
  '精华 泛红',
  '玫瑰痤疮',
  'refund',
  'tracking number',
  'customs',
  '没有这个词组吧',
  '面膜',
  '七天无理由',
];

type Times = { list: number[]; counters: number[]; search: number[] };

async function timed(
  connection: HttpConnection,
  cookie: string,
  path: string,
  into: number[],
  method = 'GET',
): Promise<string> {
  const started = performance.now();
  const answer = await connection.request(method, `/api${path}`, `cookie: ${cookie}\r\n`);
  into.push(performance.now() - started);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 300)}`);
  return answer.body;
}

async function measure(port: number, cookies: readonly string[], viewIds: readonly string[]): Promise<Times> {
  const times: Times = { list: [], counters: [], search: [] };
  const connection = new HttpConnection(port);
  for (let round = 0; round < ROUNDS; round++) {
    // The first rounds warm caches and prepared statements.
    const into: Times = round < 5 ? { list: [], counters: [], search: [] } : times;
    for (const cookie of cookies) {
      const queries = [...LISTS.map((view) => `view=${view}`), ...viewIds.map((id) => `viewId=${id}`)];
      for (const query of queries) {
        const first = JSON.parse(await timed(connection, cookie, `/conversations?${query}`, into.list)) as {
          items: ConversationRow[];
          next: string | null;
        };
        if (first.next)
          await timed(connection, cookie, `/conversations?${query}&cursor=${first.next}`, into.list);
      }
      for (const id of viewIds) await timed(connection, cookie, `/views/${id}/count`, into.counters);
      await timed(connection, cookie, '/register', into.counters, 'POST');
      for (const words of SEARCHES)
        await timed(connection, cookie, `/search?q=${encodeURIComponent(words)}`, into.search);
    }
  }
  connection.close();
  return {
    list: sortNumbers(times.list),
    counters: sortNumbers(times.counters),
    search: sortNumbers(times.search),
  };
}

const stage = await makeStage();
try {
  const server = await stage.serve();
  const cookies = [
    await signIn(server.port, 'owner@demo.test'),
    await signIn(server.port, 'agent@demo.test'),
  ];
  const view = (name: string, filter: object) =>
    callAs<{ id: string }>(server.port, cookies[0]!, 'POST', '/views', {
      name,
      filter,
      sort: 'newest',
      isShared: true,
    });
  const viewIds = [
    (await view('tagged', { tags: ['过敏'], statuses: ['resolved'] })).id,
    (await view('vip', { isVip: true, statuses: ['open'] })).id,
  ];
  const grow = async (from: number, to: number) => {
    const started = performance.now();
    await fillInbox(stage.databaseUrl, from, to);
    console.log(
      `${to.toLocaleString('en')} conversations, ${(to * 5).toLocaleString('en')} messages: filled in ${Math.round((performance.now() - started) / 1_000)} s`,
    );
  };
  await grow(0, SMALL);
  const small = await measure(server.port, cookies, viewIds);
  await grow(SMALL, LARGE);
  const large = await measure(server.port, cookies, viewIds);
  await server.stop();
  const p99 = (values: number[]) => percentile(values, 0.99);
  const growth = (key: keyof Times) => percentile(large[key], 0.5) / percentile(small[key], 0.5);
  report(
    'inbox',
    {
      conversations: LARGE,
      list_p50_ms: percentile(large.list, 0.5),
      list_p99_ms: p99(large.list),
      counters_p99_ms: p99(large.counters),
      search_p50_ms: percentile(large.search, 0.5),
      search_p99_ms: p99(large.search),
      list_growth: growth('list'),
      counters_growth: growth('counters'),
      search_growth: growth('search'),
    },
    {
      list_p99_ms: { max: 50, unit: 'ms' },
      counters_p99_ms: { max: 50, unit: 'ms' },
      search_p99_ms: { max: 100, unit: 'ms' },
      list_growth: { max: 1.5, unit: 'times' },
      counters_growth: { max: 1.5, unit: 'times' },
      search_growth: { max: 1.5, unit: 'times' },
    },
    {
      growth: `median at ${LARGE} over median at ${SMALL}`,
      queries: 'a constant number; the ceilings are asserted by the query-ceiling tests',
    },
  );
} finally {
  await stage.close();
}
