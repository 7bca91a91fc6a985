import { indexTokens } from '@xiaoer/nlu/text';
import pg from 'pg';

/** Parts of which customers' sentences are put together, with how often each is said. */
const OPENINGS = ['你好', '请问', '麻烦问下', 'Hi', 'Hello', '在吗', '急', '亲'];
const TOPICS = [
  '退款什么时候到账',
  '快递到哪里了',
  '精华用了脸上泛红',
  '面膜少发了一片',
  '发票抬头写错了',
  '想换一个色号',
  '优惠券用不了',
  '收到的瓶子碎了',
  'where is my parcel',
  'I want a refund',
  'the serum stings',
  'tracking number please',
  'can I return this',
  'wrong shade',
  'when will it ship',
  'the cap is broken',
  '敏感肌能用吗',
  '孕期可以用防晒吗',
  '七天无理由怎么退',
  '地址填错了能改吗',
  '物流停滞三天了',
  '说好的赠品没有',
  '会员积分怎么兑换',
  '订单取消不了',
];
const ENDINGS = ['', '，谢谢', '，麻烦尽快', '，等了很久了', ' thanks', ' please', '！！', '，在线等'];
/** Said once in thousands of messages. */
const RARE = ['海关查验', '玫瑰痤疮', '集采报价', 'customs form', 'allergy test', '无障碍'];

export type Sentence = { text: string; tokens: string[] };

/** All sentences, their tokens as the product makes them. */
function sentences(): Sentence[] {
  const made: string[] = [];
  for (const opening of OPENINGS)
    for (const topic of TOPICS) for (const ending of ENDINGS) made.push(`${opening} ${topic}${ending}`);
  for (const rare of RARE) made.push(`你好 ${rare} 怎么办`);
  return made.map((text) => ({ text, tokens: indexTokens(text) }));
}

/** Secondary indexes are dropped while filling and made again as the migrations made them: ten times faster. */
async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await fill();
  await client.query("set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2");
  for (const { definition } of rows) await client.query(definition);
}

/**
 * Conversations `from` up to `to`, five messages each: 3 in 100 open, 1 snoozed, the rest resolved over
 * two years; a third belongs to a team that the demo's agent is not in.
 */
export async function fillInbox(url: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "set synchronous_commit = off; set session_replication_role = replica; set work_mem = '64MB'",
    );
    await client.query(
      'create table if not exists public.sentence (n int primary key, text text, tokens tsvector)',
    );
    const known = sentences();
    if (from === 0)
      await client.query(
        `insert into public.sentence select row_number() over () - 1, s.text, array_to_tsvector(array(select jsonb_array_elements_text(s.tokens)))
         from jsonb_to_recordset($1::jsonb) as s(text text, tokens jsonb)`,
        [JSON.stringify(known)],
      );
    const common = known.length - RARE.length;
    await withoutIndexes(
      client,
      [
        'customers.customer',
        'conversations.conversation',
        'conversations.message',
        'conversations.message_search',
        'workbench.counted',
      ],
      async () => {
        await client.query(FILL_CUSTOMERS, [from / 2, to / 2]);
        await client.query(FILL_CONVERSATIONS, [from, to]);
        await client.query(FILL_MESSAGES, [from, to, common, RARE.length]);
        await client.query(FILL_SEARCH, [from, to, common, RARE.length]);
        await client.query(FILL_COUNTED);
      },
    );
    await client.query(
      'truncate workbench.bucket_count; insert into workbench.bucket_count select bucket, team_id, assignee_id, count(*) from workbench.counted group by 1, 2, 3',
    );
    await client.query('vacuum analyze customers.customer');
    for (const table of ['conversation', 'message', 'message_search'])
      await client.query(`vacuum analyze conversations.${table}`);
  } finally {
    await client.end();
  }
}

const id = (kind: string, n: string) => `(('${kind}' || lpad(to_hex(${n}), 12, '0'))::uuid)`;
const CONVERSATION = '00000000-0000-7000-8000-';
const CUSTOMER = '00000000-0000-7000-9000-';

const FILL_CUSTOMERS = `insert into customers.customer (id, name, tokens, first_seen_at, last_seen_at)
select ${id(CUSTOMER, 'n')}, '客户' || n, array_to_tsvector(array['客户' || n]), now() - interval '700 days', now() - g.n * interval '1 second'
from generate_series($1::int, $2::int - 1) g(n)`;

const FILL_CONVERSATIONS = `insert into conversations.conversation
 (id, channel_type, channel_id, customer_id, customer_name, customer_is_vip, team_id, assignee_id, status, snoozed_until, resolved_at,
  waiting_since, tags, language, last_reply_text, last_reply_author, last_reply_at, last_activity_at, last_number, last_customer_number, opened_at)
select ${id(CONVERSATION, 'g.n')}, 'web', c.id, ${id(CUSTOMER, 'n / 2')}, '客户' || n / 2, n % 50 = 0,
  (array[t.ids[1], t.ids[2], t.ids[3], null])[1 + n % 4],
  case when s.status = 'open' and n % 10 = 4 then null else (array_append(a.ids, gen_random_uuid()))[1 + (n / 7) % (array_length(a.ids, 1) + 40)] end,
  s.status, case when s.status = 'snoozed' then now() + interval '1 day' end, case when s.status = 'resolved' then s.at end,
  case when s.status = 'open' and n % 5 < 2 then s.at end,
  case when n % 9 = 0 then array['退货'] when n % 31 = 0 then array['过敏', '退款'] else '{}' end, 'zh-CN',
  'hello', 'customer', s.at, s.at, 5, 5, s.at - interval '10 minutes'
from generate_series($1::int, $2::int - 1) g(n)
cross join lateral (select case when n % 100 in (0, 2, 4) then 'open' when n % 100 = 6 then 'snoozed' else 'resolved' end as status, now() - g.n * interval '60 seconds' as at) s
cross join (select id from channels.channel limit 1) c
cross join (select array_agg(id order by name) as ids from identity.team) t
cross join (select array_agg(id order by email) as ids from identity."user") a
on conflict do nothing`;

const SENTENCE = (n: string) =>
  `(case when ${n} % 7919 = 0 then $3::int + (${n} / 7919) % $4::int else (hashint4(${n}) & 2147483647) % $3::int end)`;

const FILL_MESSAGES = `insert into conversations.message (conversation_id, id, number, kind, author_kind, author_name, text, created_at)
select ${id(CONVERSATION, 'g.n')}, ${id('00000000-0000-7000-a000-', 'g.n * 5 + k')}, k + 1, 'reply', case when k % 2 = 0 then 'customer' else 'agent' end, '', s.text, now() - g.n * interval '60 seconds'
from generate_series($1::int, $2::int - 1) g(n) cross join generate_series(0, 4) h(k) join public.sentence s on s.n = ${SENTENCE('(g.n * 5 + k)')}`;

const FILL_SEARCH = `insert into conversations.message_search (conversation_id, message_id, number, tokens)
select ${id(CONVERSATION, 'g.n')}, ${id('00000000-0000-7000-a000-', 'g.n * 5 + k')}, k + 1, s.tokens
from generate_series($1::int, $2::int - 1) g(n) cross join generate_series(0, 4) h(k) join public.sentence s on s.n = ${SENTENCE('(g.n * 5 + k)')}`;

const FILL_COUNTED = `insert into workbench.counted
select id, case status when 'snoozed' then 'snoozed' else case when waiting_since is null then 'answered' else 'waiting' end end,
  coalesce(team_id, '00000000-0000-0000-0000-000000000000'), coalesce(assignee_id, '00000000-0000-0000-0000-000000000000'), version
from conversations.conversation where status <> 'resolved' on conflict (conversation_id) do nothing`;
