import {
  type CannedResponse,
  type Conversation,
  type Customer,
  EVENT_PAYLOADS,
  type EventPayload,
  type EventType,
  type LogEvent,
  type SavedView,
  type TimelineEvent,
} from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import {
  at,
  COLLEAGUE,
  id,
  ME,
  makeConversation,
  makeMessage,
  makeRow,
  makeSnapshot,
  makeTeam,
  makeUser,
  OTHER_TEAM,
  OUR_TEAM,
} from '../testing/make.ts';
import { applyCustomer, applyDetail, applyPage, applyRow, watchCustomer } from './apply.ts';
import { reduceAgent } from './reduce.ts';
import { selectAbilities, selectThread, selectView } from './select.ts';
import { fromSnapshot } from './snapshot.ts';
import type { AgentState } from './state.ts';

const event = <T extends EventType>(
  type: T,
  payload: EventPayload<T>,
  more: Partial<LogEvent> = {},
): LogEvent =>
  ({
    seq: 101,
    type,
    version: 1,
    actor: { kind: 'user', id: type === 'draft.saved' ? ME : COLLEAGUE },
    subjectId: id('c', 1),
    payload,
    at: at(60),
    ...more,
  }) as LogEvent;

const conversation = makeConversation(1, { lastNumber: 2, version: 5, assigneeId: ME });
const view: SavedView = {
  id: id('v', 1),
  name: '过敏',
  filter: { tags: ['过敏'] },
  sort: 'newest',
  ownerId: COLLEAGUE,
  isShared: true,
  version: 2,
};
const canned: CannedResponse = {
  id: id('r', 1),
  shortcut: 'hi',
  title: '问候',
  body: '您好',
  language: null,
  teamId: null,
  version: 2,
};
const customer: Customer = {
  id: id('p', 1),
  name: '林晓',
  isVip: false,
  email: null,
  phone: null,
  language: null,
  note: '',
  tags: [],
  identities: [],
  firstSeenAt: at(0),
  lastSeenAt: at(0),
  version: 3,
};

/** An agent with one conversation open, a shared view, a canned response and a customer at the side. */
function stand(): AgentState {
  let state = fromSnapshot(makeSnapshot({ cursor: 100, views: [view], cannedResponses: [canned] }));
  const messages = [makeMessage(conversation, 1), makeMessage(conversation, 2)];
  state = applyDetail(state, {
    row: makeRow(conversation, { myReadNumber: 1 }),
    messages,
    olderBefore: null,
    draft: null,
    abilities: [],
  });
  return applyCustomer(watchCustomer(state, customer.id), customer);
}

const next = (patch: Partial<Conversation>, version = 6): Conversation => ({
  ...conversation,
  lastNumber: 3,
  lastActivityAt: at(60),
  ...patch,
  version,
});
const line = (timeline: TimelineEvent) =>
  makeMessage(conversation, 3, {
    kind: 'event',
    text: '',
    event: timeline,
    author: { kind: 'system', id: null, name: '' },
  });
const row = (state: AgentState) => state.conversations.get(conversation.id)!;
const lastMessage = (state: AgentState) => selectThread(state, conversation.id).messages.at(-1);

type Case = { payload: unknown; check: (after: AgentState, before: AgentState) => void };
const unchanged: Case['check'] = (after, before) => expect({ ...after, cursor: 100 }).toEqual(before);
const moved = (patch: Partial<Conversation>, timeline: TimelineEvent): Case => ({
  payload: { conversation: next(patch), message: line(timeline) },
  check: (after) => {
    expect(row(after).conversation).toMatchObject({ ...patch, version: 6 });
    expect(lastMessage(after)?.event).toEqual(timeline);
    expect(selectThread(after, conversation.id).isComplete).toBe(true);
  },
});

/** One case for each type of the contracts: the compiler asks for a new one when a type is added. */
const CASES: { [T in EventType]: Case & { payload: EventPayload<T> } } = {
  'user.invited': {
    payload: { invitationId: id('i', 1), email: 'a@example.com', role: 'agent' },
    check: unchanged,
  },
  'user.invitation_revoked': { payload: { invitationId: id('i', 1) }, check: unchanged },
  'user.signed_in': { payload: { userId: COLLEAGUE, ip: '203.0.113.9' }, check: unchanged },
  'user.signed_out': { payload: { userId: COLLEAGUE }, check: unchanged },
  'user.two_factor_changed': { payload: { userId: COLLEAGUE, isEnabled: true }, check: unchanged },
  'user.password_reset_issued': { payload: { userId: COLLEAGUE }, check: unchanged },
  'user.password_changed': { payload: { userId: COLLEAGUE }, check: unchanged },
  'channel.secret_rotated': { payload: { channelId: id('w', 1) }, check: unchanged },
  'channel.saved': {
    payload: {
      channel: {
        id: id('w', 1),
        name: '网页',
        key: 'k',
        isEnabled: true,
        version: 2,
        settings: {
          shopName: { 'zh-CN': '店', en: 'Shop' },
          greeting: { 'zh-CN': '您好', en: 'Hello' },
          awayMessage: { 'zh-CN': '稍后回复', en: 'Back soon' },
          starters: [],
          colour: '#0E7C66',
          theme: 'system',
          language: null,
          position: 'right',
          timeZone: 'Asia/Shanghai',
          openingHours: [],
          allowedOrigins: [],
          teamId: null,
        },
      },
    },
    check: unchanged,
  },
  'user.joined': {
    payload: { user: makeUser(9, 'agent') },
    check: (after) => expect(after.users.get(id('u', 9))?.name).toBe('客服 9'),
  },
  'user.updated': {
    payload: { user: makeUser(1, 'viewer', { version: 2 }), changed: ['role'] },
    check: (after) => {
      expect(after.users.get(ME)?.role).toBe('viewer');
      expect(after.me.permissions).not.toContain('conversations.reply');
      expect(selectAbilities(after, conversation.id)).toEqual([]);
    },
  },
  'user.preferences_changed': {
    payload: { userId: ME, preferences: { ...makeSnapshot().me.preferences, theme: 'dark' } },
    check: (after) => expect(after.me.preferences.theme).toBe('dark'),
  },
  'team.created': {
    payload: { team: makeTeam(7) },
    check: (after) => expect(after.teams.get(id('t', 7))?.name).toBe('团队 7'),
  },
  'team.updated': {
    payload: { team: makeTeam(1, { name: '售后', version: 2 }) },
    check: (after) => expect(after.teams.get(OUR_TEAM)?.name).toBe('售后'),
  },
  'team.deleted': {
    payload: { teamId: OTHER_TEAM, name: '团队 2' },
    check: (after) => {
      expect(after.teams.has(OTHER_TEAM)).toBe(false);
      const late = event('team.updated', { team: makeTeam(2, { version: 9 }) });
      expect(reduceAgent(after, late).teams.has(OTHER_TEAM)).toBe(false);
    },
  },

  'customer.created': { payload: { customer: { ...customer, id: id('p', 8) } }, check: unchanged },
  'customer.updated': {
    payload: { customer: { ...customer, note: '敏感肌', version: 4 }, changed: ['note'] },
    check: (after) => expect(after.customers.get(customer.id)?.note).toBe('敏感肌'),
  },
  'customer.identified': {
    payload: { customer: { ...customer, email: 'l@example.com', version: 4 }, identityId: id('n', 1) },
    check: (after) => expect(after.customers.get(customer.id)?.email).toBe('l@example.com'),
  },
  'customer.merged': {
    payload: { mergeId: id('g', 1), survivor: { ...customer, id: id('p', 2) }, mergedId: customer.id },
    check: (after) => expect(after.customers.has(customer.id)).toBe(false),
  },
  'customer.merge_undone': {
    payload: {
      mergeId: id('g', 1),
      survivor: { ...customer, id: id('p', 2) },
      restored: { ...customer, name: '林晓（原）', version: 5 },
    },
    check: (after) => expect(after.customers.get(customer.id)?.name).toBe('林晓（原）'),
  },

  'canned_response.saved': {
    payload: { cannedResponse: { ...canned, body: '您好，请稍等', version: 3 } },
    check: (after) => expect(after.cannedResponses.get(canned.id)?.body).toBe('您好，请稍等'),
  },
  'canned_response.deleted': {
    payload: { cannedResponseId: canned.id },
    check: (after) => expect(after.cannedResponses.size).toBe(0),
  },

  'conversation.opened': {
    payload: { conversation: makeConversation(2), message: makeMessage({ id: id('c', 2) }, 1) },
    check: (after) => {
      const opened = after.conversations.get(id('c', 2))!;
      expect(opened.myReadNumber).toBe(0);
      expect(selectView(after, 'all-open').isLoaded).toBe(false);
      const listed = applyPage(after, 'all-open', { items: [], next: null }, { isFirst: true });
      expect(selectView(listed, 'all-open').rows.map((r) => r.conversation.number)).toEqual([1, 2]);
    },
  },
  'message.added': {
    payload: { conversation: next({ waitingSince: at(60) }), message: makeMessage(conversation, 3) },
    check: (after) => {
      expect(lastMessage(after)?.number).toBe(3);
      expect(row(after).conversation.waitingSince).toBe(at(60));
      expect(row(after).myReadNumber).toBe(1);
    },
  },
  'conversation.assigned': {
    ...moved({ assigneeId: COLLEAGUE }, { type: 'assigned', assigneeId: COLLEAGUE, isAutomatic: false }),
    payload: {
      conversation: next({ assigneeId: COLLEAGUE }),
      message: line({ type: 'assigned', assigneeId: COLLEAGUE, isAutomatic: false }),
      previousAssigneeId: ME,
    },
  },
  'conversation.transferred': {
    payload: {
      conversation: next({ teamId: OTHER_TEAM, assigneeId: null }),
      message: line({ type: 'transferred', teamId: OTHER_TEAM, assigneeId: null, reason: '退款' }),
      previousAssigneeId: ME,
      previousTeamId: OUR_TEAM,
    },
    check: (after) => {
      expect(after.conversations.has(conversation.id)).toBe(false);
      expect(after.threads.has(conversation.id)).toBe(false);
      // An older word of it does not bring it back; being handed back does.
      const late = event('message.added', {
        conversation: { ...conversation },
        message: makeMessage(conversation, 2),
      });
      expect(reduceAgent(after, late).conversations.has(conversation.id)).toBe(false);
      const back = event('conversation.assigned', {
        conversation: next({ assigneeId: ME, teamId: OTHER_TEAM, lastNumber: 4 }, 7),
        message: makeMessage(conversation, 4),
        previousAssigneeId: null,
      });
      const returned = reduceAgent(after, back);
      expect(row(returned).conversation.version).toBe(7);
      expect(selectThread(returned, conversation.id).isLoaded).toBe(false);
    },
  },
  'conversation.snoozed': {
    ...moved({ status: 'snoozed', snoozedUntil: at(900) }, { type: 'snoozed', until: at(900) }),
    payload: {
      conversation: next({ status: 'snoozed', snoozedUntil: at(900) }),
      message: line({ type: 'snoozed', until: at(900) }),
    },
  },
  'conversation.woken': {
    ...moved({ status: 'open' }, { type: 'woken' }),
    payload: { conversation: next({ status: 'open' }), message: line({ type: 'woken' }) },
  },
  'conversation.resolved': {
    ...moved({ status: 'resolved', resolvedAt: at(60) }, { type: 'resolved' }),
    payload: {
      conversation: next({ status: 'resolved', resolvedAt: at(60) }),
      message: line({ type: 'resolved' }),
    },
  },
  'conversation.reopened': {
    ...moved({ status: 'open' }, { type: 'reopened' }),
    payload: { conversation: next({ status: 'open' }), message: line({ type: 'reopened' }) },
  },
  'conversation.tagged': {
    payload: {
      conversation: next({ tags: ['过敏'] }),
      message: line({ type: 'tagged', added: ['过敏'], removed: [] }),
    },
    check: (after) => {
      expect(row(after).conversation.tags).toEqual(['过敏']);
      expect([...after.tags].sort()).toEqual(['物流', '过敏'].sort());
      const listed = applyPage(after, view.id, { items: [], next: null }, { isFirst: true });
      expect(selectView(listed, view.id).rows).toHaveLength(1);
    },
  },
  'conversation.read': {
    payload: { conversation: { ...conversation, agentReadNumber: 2 }, userId: ME, number: 2 },
    check: (after) => {
      expect(row(after).myReadNumber).toBe(2);
      expect(row(after).conversation.agentReadNumber).toBe(2);
    },
  },
  'conversation.customer_changed': {
    payload: {
      conversation: next({ customer: { ...conversation.customer, name: '林晓晓' }, lastNumber: 2 }),
    },
    check: (after) => expect(row(after).conversation.customer.name).toBe('林晓晓'),
  },
  'draft.saved': {
    payload: { conversationId: conversation.id, mode: 'reply', hasText: true },
    check: (after) => {
      expect(row(after).hasDraft).toBe(true);
      // A page that was read before the draft was saved does not take the mark off.
      expect(row(applyRow(after, makeRow(conversation))).hasDraft).toBe(true);
    },
  },
  'seat.changed': {
    payload: { seat: { userId: COLLEAGUE, presence: 'busy', load: 3, capacity: 5, version: 2 } },
    check: (after) => expect(after.seats.get(COLLEAGUE)).toMatchObject({ presence: 'busy', load: 3 }),
  },
  'view.saved': {
    payload: { view: { ...view, isShared: false, version: 3 } },
    check: (after) => {
      expect(after.views.has(view.id)).toBe(false);
      expect(reduceAgent(after, event('view.saved', { view })).views.has(view.id)).toBe(false);
      const again = event('view.saved', { view: { ...view, version: 4 } });
      expect(reduceAgent(after, again).views.has(view.id)).toBe(true);
    },
  },
  'view.deleted': {
    payload: { viewId: view.id },
    check: (after) => expect(after.views.size).toBe(0),
  },
};

describe('reduceAgent', () => {
  it.each(Object.keys(EVENT_PAYLOADS) as EventType[])('%s', (type) => {
    const before = stand();
    const { payload, check } = CASES[type];
    // The case itself must be what the contracts allow.
    EVENT_PAYLOADS[type].parse(payload);
    const news = event(type, payload as never);
    const after = reduceAgent(before, news);
    check(after, before);
    expect(after.cursor).toBe(101);
    expect(reduceAgent(after, news)).toBe(after);
    // What happened before the snapshot is in it.
    expect(reduceAgent(before, { ...news, seq: 100 })).toBe(before);
  });

  it('passes over a type that only a newer server knows', () => {
    const before = stand();
    const unknown = {
      ...event('user.signed_out', { userId: ME }),
      type: 'order.paid',
    } as unknown as LogEvent;
    expect(reduceAgent(before, unknown)).toEqual({ ...before, cursor: 101 });
  });

  it('takes own presence set in another window for the wish, but not what the network did', () => {
    const seat = { userId: ME, presence: 'busy', load: 1, capacity: 5, version: 2 } as const;
    const byHand = event('seat.changed', { seat }, { actor: { kind: 'user', id: ME } });
    expect(reduceAgent(stand(), byHand).presenceWish).toBe('busy');
    const lost = event(
      'seat.changed',
      { seat: { ...seat, presence: 'offline' } },
      { actor: { kind: 'system', id: null } },
    );
    expect(reduceAgent(stand(), lost).presenceWish).toBe('online');
  });

  it('minds no draft of a colleague', () => {
    const payload = { conversationId: conversation.id, mode: 'reply', hasText: true } as const;
    const theirs = event('draft.saved', payload, { actor: { kind: 'user', id: COLLEAGUE } });
    expect(row(reduceAgent(stand(), theirs)).hasDraft).toBe(false);
  });

  it('removes what belongs to a team that the viewer left, and asks for the lists again', () => {
    const listed = applyPage(
      stand(),
      'all-open',
      { items: [makeRow(makeConversation(3)), makeRow(conversation)], next: null },
      { isFirst: true },
    );
    const left = event('user.updated', {
      user: makeUser(1, 'agent', { teamIds: [], version: 2 }),
      changed: [],
    });
    const after = reduceAgent(listed, left);
    expect(selectView(listed, 'all-open').rows).toHaveLength(2);
    expect(selectView(after, 'all-open').rows.map((r) => r.conversation.assigneeId)).toEqual([ME]);
    expect(selectView(after, 'all-open').isStale).toBe(true);
  });
});
