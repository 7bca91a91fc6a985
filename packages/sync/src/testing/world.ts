import {
  type AgentSnapshot,
  type Conversation,
  type ConversationDetail,
  type ConversationRow,
  canSeeConversation,
  type LogEvent,
  type Message,
  type Role,
  type TimelineEvent,
} from '@xiaoer/contracts';
import { changeDesk, type Emit } from './desk.ts';
import {
  at,
  COLLEAGUE,
  ME,
  makeConversation,
  makeMessage,
  makeSnapshot,
  OTHER_TEAM,
  OUR_TEAM,
} from './make.ts';

/** One thing that somebody does; numbers are taken modulo what there is. */
export type Deed = { what: number; whom: number; how: number };

/**
 * A shop's service desk by the rules of the contracts, in memory: deeds change it and write its log. It
 * answers what a server would answer at any moment, so that states made from events can be compared with
 * what is true.
 */
export class World {
  readonly log: LogEvent[] = [];
  readonly snapshotNow: AgentSnapshot;
  readonly conversations = new Map<string, Conversation>();
  readonly messages = new Map<string, Message[]>();
  readonly myMarks = new Map<string, number>();
  readonly drafts = new Set<string>();

  constructor(role: Role = 'owner') {
    this.snapshotNow = makeSnapshot({}, role);
  }

  get cursor(): number {
    return this.log.length;
  }

  snapshot(): AgentSnapshot {
    return structuredClone({ ...this.snapshotNow, cursor: this.cursor });
  }

  row(conversationId: string): ConversationRow {
    return {
      conversation: this.conversations.get(conversationId)!,
      myReadNumber: this.myMarks.get(conversationId) ?? 0,
      hasDraft: this.drafts.has(conversationId),
    };
  }

  canSee(conversation: Conversation): boolean {
    return canSeeConversation(this.snapshotNow.me.user, conversation);
  }

  detail(conversationId: string, size = 5): ConversationDetail {
    const all = this.messages.get(conversationId)!;
    const messages = all.slice(-size);
    return {
      row: this.row(conversationId),
      messages,
      olderBefore: messages.length < all.length ? messages[0]!.number : null,
      draft: null,
      abilities: [],
    };
  }

  do(deed: Deed): void {
    const ids = [...this.conversations.keys()];
    const whom = this.conversations.get(ids[deed.whom % ids.length] ?? '');
    if (!whom || deed.what % 16 === 0) this.#open(deed);
    else if (deed.what % 16 >= 12) changeDesk(this.snapshotNow, deed, this.#emit);
    else this.#doTo(whom, deed.what % 16, deed.how);
  }

  #doTo(conversation: Conversation, what: number, how: number): void {
    const deeds: Record<number, () => void> = {
      1: () => this.#customerWrites(conversation),
      2: () => this.#customerWrites(conversation),
      3: () => this.#agentWrites(conversation, how % 2 ? ME : COLLEAGUE, 'reply'),
      4: () => this.#agentWrites(conversation, how % 2 ? ME : COLLEAGUE, 'note'),
      5: () => this.#assign(conversation, [ME, COLLEAGUE, null][how % 3]!),
      6: () => this.#transfer(conversation, how),
      7: () => this.#move(conversation, how),
      8: () => this.#tag(conversation, how),
      9: () => this.#read(conversation, [ME, COLLEAGUE, null][how % 3]!),
      10: () => this.#rename(conversation, how),
      11: () => this.#draft(conversation, how % 2 === 0),
    };
    deeds[what]!();
  }

  #emit: Emit = (type, subjectId, payload) => {
    const seq = this.log.length + 1;
    const actor = { kind: 'user', id: ME } as const;
    this.log.push(
      structuredClone({ seq, type, version: 1, actor, subjectId, payload, at: at(seq) }) as LogEvent,
    );
  };

  #change(conversation: Conversation, patch: Partial<Conversation>): Conversation {
    const next = { ...conversation, ...patch, version: conversation.version + 1 };
    this.conversations.set(next.id, next);
    return next;
  }

  #say(conversation: Conversation, more: Partial<Message>, patch: Partial<Conversation>) {
    const number = conversation.lastNumber + 1;
    const message = makeMessage(conversation, number, { createdAt: at(this.cursor), ...more });
    this.messages.get(conversation.id)!.push(message);
    const next = this.#change(conversation, {
      ...patch,
      lastNumber: number,
      lastActivityAt: at(this.cursor),
    });
    return { conversation: next, message };
  }

  #line(conversation: Conversation, event: TimelineEvent, patch: Partial<Conversation>) {
    const author = { kind: 'system', id: null, name: '' } as const;
    return this.#say(conversation, { kind: 'event', author, text: '', event }, patch);
  }

  #open({ how }: Deed): void {
    const conversation = makeConversation(this.conversations.size + 1, {
      teamId: [OUR_TEAM, OTHER_TEAM, null][how % 3]!,
      openedAt: at(this.cursor),
      waitingSince: at(this.cursor),
      lastActivityAt: at(this.cursor),
    });
    const message = makeMessage(conversation, 1);
    this.conversations.set(conversation.id, conversation);
    this.messages.set(conversation.id, [message]);
    this.#emit('conversation.opened', conversation.id, { conversation, message });
  }

  #customerWrites(conversation: Conversation): void {
    const number = conversation.lastNumber + 1;
    const said = this.#say(
      conversation,
      {},
      {
        lastCustomerNumber: number,
        customerReadNumber: number,
        waitingSince: conversation.waitingSince ?? at(this.cursor),
        status: 'open',
        lastReply: { text: `第 ${number} 句`, authorKind: 'customer', at: at(this.cursor) },
      },
    );
    this.#emit('message.added', conversation.id, said);
  }

  #agentWrites(conversation: Conversation, userId: string, kind: 'reply' | 'note'): void {
    const author = { kind: 'agent', id: userId, name: '客服' } as const;
    const patch: Partial<Conversation> =
      kind === 'note'
        ? {}
        : { waitingSince: null, lastReply: { text: '您好', authorKind: 'agent', at: at(this.cursor) } };
    this.#emit('message.added', conversation.id, this.#say(conversation, { kind, author }, patch));
  }

  #assign(conversation: Conversation, assigneeId: string | null): void {
    const event: TimelineEvent = assigneeId
      ? { type: 'assigned', assigneeId, isAutomatic: false }
      : { type: 'unassigned' };
    const done = this.#line(conversation, event, { assigneeId });
    this.#emit('conversation.assigned', conversation.id, {
      ...done,
      previousAssigneeId: conversation.assigneeId,
    });
  }

  #transfer(conversation: Conversation, how: number): void {
    const teamId = how % 2 ? OUR_TEAM : OTHER_TEAM;
    const event: TimelineEvent = { type: 'transferred', teamId, assigneeId: null, reason: '专业问题' };
    const done = this.#line(conversation, event, { teamId, assigneeId: null });
    this.#emit('conversation.transferred', conversation.id, {
      ...done,
      previousAssigneeId: conversation.assigneeId,
      previousTeamId: conversation.teamId,
    });
  }

  #move(conversation: Conversation, how: number): void {
    const until = at(90_000);
    if (conversation.status === 'resolved') {
      const done = this.#line(conversation, { type: 'reopened' }, { status: 'open', resolvedAt: null });
      this.#emit('conversation.reopened', conversation.id, done);
    } else if (conversation.status === 'snoozed') {
      const done = this.#line(conversation, { type: 'woken' }, { status: 'open', snoozedUntil: null });
      this.#emit('conversation.woken', conversation.id, done);
    } else if (how % 2) {
      const event: TimelineEvent = { type: 'snoozed', until };
      const done = this.#line(conversation, event, { status: 'snoozed', snoozedUntil: until });
      this.#emit('conversation.snoozed', conversation.id, done);
    } else {
      const patch = { status: 'resolved', resolvedAt: at(this.cursor), waitingSince: null } as const;
      const done = this.#line(conversation, { type: 'resolved' }, patch);
      this.#emit('conversation.resolved', conversation.id, done);
    }
  }

  #tag(conversation: Conversation, how: number): void {
    const tag = ['物流', '过敏', '退款'][how % 3]!;
    const has = conversation.tags.includes(tag);
    const tags = has ? conversation.tags.filter((t) => t !== tag) : [...conversation.tags, tag];
    const event: TimelineEvent = { type: 'tagged', added: has ? [] : [tag], removed: has ? [tag] : [] };
    if (!this.snapshotNow.tags.includes(tag)) this.snapshotNow.tags.push(tag);
    this.#emit('conversation.tagged', conversation.id, this.#line(conversation, event, { tags }));
  }

  /** A read mark is no new version: who reads must not be in the way of who writes. */
  #read(before: Conversation, userId: string | null): void {
    const number = before.lastNumber;
    const conversation: Conversation =
      userId === null ? { ...before, customerReadNumber: number } : { ...before, agentReadNumber: number };
    this.conversations.set(before.id, conversation);
    if (userId === ME) this.myMarks.set(before.id, number);
    this.#emit('conversation.read', before.id, { conversation, userId, number });
  }

  #rename(before: Conversation, how: number): void {
    const customer = { ...before.customer, name: `林晓晓 ${how}`, isVip: how % 2 === 0 };
    this.#emit('conversation.customer_changed', before.id, {
      conversation: this.#change(before, { customer }),
    });
  }

  #draft(conversation: Conversation, hasText: boolean): void {
    if (hasText) this.drafts.add(conversation.id);
    else this.drafts.delete(conversation.id);
    this.#emit('draft.saved', conversation.id, { conversationId: conversation.id, mode: 'reply', hasText });
  }
}
