import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SaveCannedResponse, WidgetSettings } from '@xiaoer/contracts';
import { transact } from '../kernel/db/transact.ts';
import { readHead } from '../kernel/events/read.ts';
import type { AgentPrincipal } from '../kernel/http/principal.ts';
import type { Kernel } from '../kernel/module.ts';
import { createCannedResponse } from '../modules/canned-responses/index.ts';
import {
  addNote,
  changeOne,
  claim,
  createView,
  markRead,
  receiveMessage,
  resolve,
  sendReply,
  snooze,
  tag,
  transfer,
} from '../modules/conversations/index.ts';
import { createVisitor, identifyShopper, type Known, touch } from '../modules/customers/index.ts';
import type { XiaoerServer } from '../server.ts';
import {
  DEMO_CHANNEL_KEY,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  DEMO_SHOP_SECRET,
  DEMO_SHOPPERS,
  DEMO_TEAMS,
  type PersonKey,
  type TeamName,
} from './people.ts';
import { CANNED, EPISODES, type Episode, type Step } from './story.ts';

/** Demo data goes only into a database in which nobody works yet. */
export async function isDemoEmpty(server: XiaoerServer): Promise<boolean> {
  return (
    (await server.kernel.db.selectFrom('identity.user').select('id').limit(1).executeTakeFirst()) ===
    undefined
  );
}

export const DEMO_WIDGET: WidgetSettings = {
  shopName: { 'zh-CN': '清和美肤', en: 'Qinghe Skincare' },
  greeting: { 'zh-CN': '小二在这里，有什么可以帮您？', en: 'We are here. How can we help?' },
  awayMessage: {
    'zh-CN': '现在是休息时间。请留下问题和邮箱，上班后第一时间回复您。',
    en: 'We are closed right now. Leave your question and e-mail, and we will answer first thing.',
  },
  starters: [
    { 'zh-CN': '我的包裹到哪了？', en: 'Where is my parcel?' },
    { 'zh-CN': '敏感肌能用烟酰胺精华吗？', en: 'Is the niacinamide serum safe for sensitive skin?' },
    { 'zh-CN': '怎么退货？多久退款？', en: 'How do I return, and when am I refunded?' },
  ],
  colour: '#0E7C66',
  theme: 'system',
  language: null,
  position: 'right',
  timeZone: 'Asia/Shanghai',
  // The demo shop never closes: a newcomer anywhere should be answered.
  openingHours: [],
  allowedOrigins: [],
  teamId: null,
};

type Cast = { teams: Map<TeamName, string>; people: Record<PersonKey, AgentPrincipal>; channelId: string };

/** The shop's people, its channel, its wording and its story: all by the actions that everybody uses. */
export async function seedDemo(server: XiaoerServer): Promise<void> {
  const cast = await hire(server);
  await following(server);
  for (const canned of CANNED)
    await createCannedResponse(server.kernel, cast.people.wang, {
      ...canned,
      teamId: null,
    } satisfies SaveBody);
  await createView(server.kernel, cast.people.wang, {
    name: '过敏反馈',
    filter: { tags: ['过敏'] },
    sort: 'newest',
    isShared: true,
  });
  await createView(server.kernel, cast.people.wang, {
    name: 'VIP',
    filter: { isVip: true, statuses: ['open', 'snoozed'] },
    sort: 'waiting',
    isShared: true,
  });
  const start = server.kernel.clock.now();
  const ordered = [...EPISODES].sort((a, b) => b.steps[0]!.at - a.steps[0]!.at);
  for (const episode of ordered) await tell(server.kernel, cast, episode, start);
  await following(server);
}
type SaveBody = ReturnType<(typeof SaveCannedResponse)['parse']>;

async function hire({ kernel, modules }: XiaoerServer): Promise<Cast> {
  await transact(kernel.db, (tx) => modules.identity.saveShopName(tx, DEMO_WIDGET.shopName['zh-CN']));
  const { id: channelId } = await modules.channels.createChannel({
    name: '网站 Web',
    key: DEMO_CHANNEL_KEY,
    secret: DEMO_SHOP_SECRET,
    settings: DEMO_WIDGET,
  });
  const teams = new Map<TeamName, string>();
  for (const team of DEMO_TEAMS)
    teams.set(
      team.name,
      (await modules.identity.createTeam({ ...team, memberIds: [], isAutoAssigned: true })).id,
    );
  const people = {} as Record<PersonKey, AgentPrincipal>;
  for (const [key, person] of Object.entries(DEMO_PEOPLE) as [PersonKey, (typeof DEMO_PEOPLE)[PersonKey]][]) {
    const teamIds = person.teams.map((name) => teams.get(name)!);
    const user = await modules.identity.createUser({
      name: person.name,
      email: person.email,
      password: DEMO_PASSWORD,
      role: person.role,
      teamIds,
      capacity: person.capacity,
      preferences: { language: person.language },
    });
    people[key] = {
      kind: 'agent',
      id: user.id,
      name: user.name,
      role: user.role,
      teamIds,
      sessionId: 'demo',
    };
  }
  return { teams, people, channelId };
}

/** Waits until the log's readers have followed: seats exist, counters stand. */
async function following({ kernel }: XiaoerServer): Promise<void> {
  for (;;) {
    const unstamped = await kernel.db
      .selectFrom('log.event')
      .select('id')
      .where('seq', 'is', null)
      .limit(1)
      .executeTakeFirst();
    const head = await readHead(kernel.db);
    const behind = await kernel.db
      .selectFrom('log.subscriber')
      .select('name')
      .where('cursor', '<', head)
      .limit(1)
      .executeTakeFirst();
    if (!unstamped && !behind) return;
    await sleep(20);
  }
}

async function tell(kernel: Kernel, cast: Cast, episode: Episode, start: Date): Promise<void> {
  let now = start;
  const then: Kernel = { ...kernel, clock: { now: () => now } };
  const at = (minutes: number) => {
    now = new Date(start.getTime() - minutes * 60_000);
  };
  at(episode.steps[0]!.at);
  const known = await meet(then, cast, episode);
  let conversationId = '';
  for (const step of episode.steps) {
    at(step.at);
    if ('says' in step) conversationId = await say(then, cast, episode, known, step.says);
    else await act(then, cast, conversationId, step);
  }
}

async function meet(kernel: Kernel, cast: Cast, episode: Episode): Promise<Known> {
  if (episode.shopper === null) return createVisitor(kernel, episode.language);
  const { name, email, phone, isVip } = DEMO_SHOPPERS[episode.shopper];
  const known = await identifyShopper(
    kernel,
    { scope: cast.channelId, externalId: episode.shopper, name, email, phone: phone ?? undefined, isVip },
    null,
    episode.language,
  );
  await touch(kernel, known.customer.id);
  return known;
}

async function say(
  kernel: Kernel,
  cast: Cast,
  episode: Episode,
  { customer }: Known,
  text: string,
): Promise<string> {
  const { conversation } = await receiveMessage(kernel, {
    id: randomUUIDv7(),
    text,
    attachmentIds: [],
    channel: { type: 'web', id: cast.channelId, teamId: cast.teams.get(episode.team) ?? null },
    customer: { id: customer.id, name: customer.name, isVip: customer.is_vip },
    language: episode.language,
  });
  return conversation.id;
}

async function act(
  kernel: Kernel,
  cast: Cast,
  id: string,
  step: Exclude<Step, { says: string }>,
): Promise<void> {
  const { people, teams } = cast;
  if ('answers' in step)
    await sendReply(kernel, people[step.as], id, {
      id: randomUUIDv7(),
      text: step.answers,
      attachmentIds: [],
      replyToId: null,
      isResolving: false,
    });
  else if ('notes' in step)
    await addNote(kernel, people[step.as], id, {
      id: randomUUIDv7(),
      text: step.notes,
      attachmentIds: [],
      mentionIds: (step.mentions ?? []).map((key) => people[key].id),
    });
  else if ('claims' in step)
    await changeOne(kernel, people[step.claims], id, 'claim', (tx, row, by) =>
      claim(tx, row, people[step.claims], by),
    );
  else if ('transfersTo' in step)
    await changeOne(kernel, people[step.as], id, 'transfer', (tx, row, by) =>
      transfer(
        tx,
        row,
        people[step.as],
        {
          teamId: teams.get(step.transfersTo)!,
          assigneeId: step.to ? people[step.to].id : null,
          reason: step.reason,
        },
        by,
      ),
    );
  else if ('tags' in step)
    await changeOne(kernel, people[step.as], id, 'tag', (tx, row, by) =>
      tag(tx, row, { add: step.tags, remove: [] }, by),
    );
  else if ('snoozesFor' in step)
    await changeOne(kernel, people[step.as], id, 'snooze', (tx, row, by) =>
      snooze(tx, row, by, new Date(by.at.getTime() + step.snoozesFor * 60_000)),
    );
  else if ('resolves' in step) await changeOne(kernel, people[step.resolves], id, 'resolve', resolve);
  else await markRead(kernel, people[step.reads], id, Number.MAX_SAFE_INTEGER);
}
