import {
  type AgentSnapshot,
  type Conversation,
  type ConversationRow,
  type Message,
  ROLE_PERMISSIONS,
  type Role,
  type Team,
  type User,
} from '@xiaoer/contracts';

/** A UUID that tells what it names: `id('c', 3)`. */
export const id = (kind: string, n: number): string =>
  `${kind.charCodeAt(0).toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** An instant `n` seconds into the demo morning. */
export const at = (n: number): string => new Date(Date.UTC(2026, 0, 15, 9, 30) + n * 1000).toISOString();

export const ME = id('u', 1);
export const COLLEAGUE = id('u', 2);
export const OUR_TEAM = id('t', 1);
export const OTHER_TEAM = id('t', 2);

export function makeUser(n: number, role: Role, more: Partial<User> = {}): User {
  return {
    id: id('u', n),
    name: `客服 ${n}`,
    email: `agent${n}@example.com`,
    role,
    teamIds: [OUR_TEAM],
    isActive: true,
    avatarUrl: null,
    capacity: 5,
    hasTwoFactor: false,
    version: 1,
    ...more,
  };
}

export function makeTeam(n: number, more: Partial<Team> = {}): Team {
  return {
    id: id('t', n),
    name: `团队 ${n}`,
    description: '',
    memberIds: [],
    isAutoAssigned: true,
    version: 1,
    ...more,
  };
}

export function makeConversation(n: number, more: Partial<Conversation> = {}): Conversation {
  return {
    id: id('c', n),
    number: n,
    channelType: 'web',
    customer: { id: id('p', n), name: `林晓 ${n}`, isVip: false },
    teamId: OUR_TEAM,
    assigneeId: null,
    status: 'open',
    snoozedUntil: null,
    tags: [],
    language: null,
    waitingSince: at(n),
    lastReply: null,
    lastActivityAt: at(n),
    lastNumber: 1,
    lastCustomerNumber: 1,
    customerReadNumber: 1,
    agentReadNumber: 0,
    openedAt: at(n),
    firstRepliedAt: null,
    resolvedAt: null,
    version: 1,
    ...more,
  };
}

export const makeRow = (
  conversation: Conversation,
  more: Partial<ConversationRow> = {},
): ConversationRow => ({
  conversation,
  myReadNumber: 0,
  hasDraft: false,
  ...more,
});

export function makeMessage(
  conversation: Pick<Conversation, 'id'>,
  number: number,
  more: Partial<Message> = {},
): Message {
  return {
    id: id('m', Number.parseInt(conversation.id.slice(-6), 16) * 10_000 + number),
    conversationId: conversation.id,
    number,
    kind: 'reply',
    author: { kind: 'customer', id: id('p', 1), name: '林晓' },
    text: `第 ${number} 句`,
    attachments: [],
    mentionIds: [],
    replyToId: null,
    event: null,
    createdAt: at(number),
    ...more,
  };
}

export function makeSnapshot(more: Partial<AgentSnapshot> = {}, role: Role = 'agent'): AgentSnapshot {
  const me = makeUser(1, role);
  return {
    me: {
      user: me,
      permissions: [...ROLE_PERMISSIONS[role]],
      preferences: {
        language: 'zh-CN',
        theme: 'system',
        hasSound: true,
        hasDesktopNotifications: false,
        sendWithEnter: false,
      },
    },
    users: [me, makeUser(2, 'agent'), makeUser(3, 'lead')],
    teams: [makeTeam(1, { memberIds: [ME, COLLEAGUE] }), makeTeam(2)],
    seats: [1, 2, 3].map((n) => ({
      userId: id('u', n),
      presence: 'online',
      load: 0,
      capacity: 5,
      version: 1,
    })),
    views: [],
    tags: ['物流'],
    cannedResponses: [],
    counts: {
      'mine-waiting': 0,
      'mine-open': 0,
      'mine-snoozed': 0,
      unassigned: 0,
      'all-open': 0,
      'all-snoozed': 0,
      'all-resolved': 0,
    },
    shopName: '林间美妆',
    presenceWish: 'online',
    cursor: 0,
    ...more,
  };
}
