import type { WidgetSettings } from '@xiaoer/contracts';
import { transact } from '../kernel/db/transact.ts';
import type { AgentPrincipal } from '../kernel/http/principal.ts';
import type { XiaoerServer } from '../server.ts';
import {
  DEMO_CHANNEL_KEY,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  DEMO_SHOP_SECRET,
  DEMO_TEAMS,
  type PersonKey,
  type TeamName,
} from './people.ts';

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

export type Cast = {
  teams: Map<TeamName, string>;
  people: Record<PersonKey, AgentPrincipal>;
  channelId: string;
};

/** The shop's channel, teams and people. Who is there already, from a start that was killed, stays. */
export async function hire(server: XiaoerServer): Promise<Cast> {
  const { kernel, modules } = server;
  await transact(kernel.db, (tx) => modules.identity.saveShopName(tx, DEMO_WIDGET.shopName['zh-CN']));
  const channelId = await openChannel(server);
  const teams = new Map<TeamName, string>();
  for (const team of DEMO_TEAMS) {
    const known = await kernel.db
      .selectFrom('identity.team')
      .select('id')
      .where('name', '=', team.name)
      .executeTakeFirst();
    const { id } =
      known ?? (await modules.identity.createTeam({ ...team, memberIds: [], isAutoAssigned: true }));
    teams.set(team.name, id);
  }
  const people = {} as Record<PersonKey, AgentPrincipal>;
  for (const key of Object.keys(DEMO_PEOPLE) as PersonKey[]) people[key] = await employ(server, key, teams);
  return { teams, people, channelId };
}

async function openChannel({ kernel, modules }: XiaoerServer): Promise<string> {
  const known = await kernel.db
    .selectFrom('channels.channel')
    .select('id')
    .where('key', '=', DEMO_CHANNEL_KEY)
    .executeTakeFirst();
  if (known) return known.id;
  const made = await modules.channels.createChannel({
    name: '网站 Web',
    key: DEMO_CHANNEL_KEY,
    secret: DEMO_SHOP_SECRET,
    settings: DEMO_WIDGET,
  });
  return made.id;
}

async function employ(
  { kernel, modules }: XiaoerServer,
  key: PersonKey,
  teams: ReadonlyMap<TeamName, string>,
): Promise<AgentPrincipal> {
  const { name, email, role, capacity, language, teams: names } = DEMO_PEOPLE[key];
  const teamIds = names.map((team) => teams.get(team)!);
  const known = await kernel.db
    .selectFrom('identity.user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  const { id } =
    known ??
    (await modules.identity.createUser({
      name,
      email,
      password: DEMO_PASSWORD,
      role,
      teamIds,
      capacity,
      preferences: { language },
    }));
  return { kind: 'agent', id, name, role, teamIds, sessionId: 'demo' };
}
