import {
  type VisitorConversation,
  VisitorEvent,
  type VisitorMessage,
  VisitorSnapshot,
} from '@xiaoer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, id } from '../testing/make.ts';
import {
  applyOlderVisitor,
  applySent,
  applyVisitorPending,
  applyVisitorRead,
  countUnread,
  fromVisitorSnapshot,
  reduceVisitor,
  reduceVisitorEphemeral,
  type VisitorPending,
  type VisitorState,
} from './state.ts';

const say = (number: number, kind: 'customer' | 'agent' = 'agent', conversation = 1): VisitorMessage => ({
  id: id('m', conversation * 1_000 + number),
  conversationId: id('c', conversation),
  number,
  author: { kind, name: kind === 'agent' ? '小美' : '林晓' },
  text: `第 ${number} 句`,
  attachments: [],
  createdAt: at(number),
});
const stands = (version: number, more: Partial<VisitorConversation> = {}): VisitorConversation => ({
  id: id('c', 1),
  status: 'open',
  agent: null,
  lastNumber: version,
  customerReadNumber: 0,
  agentReadNumber: 0,
  openedAt: at(0),
  version,
  ...more,
});
const snapshot = (more: Partial<VisitorSnapshot> = {}): VisitorSnapshot =>
  VisitorSnapshot.parse({
    token: 'token',
    widget: {
      shopName: '林间美妆',
      greeting: '您好',
      awayMessage: '稍后回复您',
      starters: [],
      colour: '#0E7C66',
      theme: 'system',
      language: 'zh-CN',
      position: 'right',
      isOpen: true,
      opensAt: null,
    },
    customer: { name: '', hasEmail: false },
    conversation: null,
    queuePosition: null,
    messages: [],
    olderBefore: null,
    cursor: 0,
    ...more,
  });
const pendingOf = (message: VisitorMessage): VisitorPending => ({
  id: message.id,
  lane: 'visitor',
  content: { text: message.text, attachments: [] },
  rank: 1,
  createdAt: message.createdAt,
  state: 'sending',
  attempts: 1,
  refusal: null,
});
const numbers = (state: VisitorState) => state.messages.map((message) => message.number);

describe('reduceVisitor', () => {
  it('reaches the same state in any order and any number of times', () => {
    const script = fc.array(fc.constantFrom('customer', 'agent', 'assign', 'read', 'resolve' as const), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(script, fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 }), (steps, ranks) => {
        const events: VisitorEvent[] = [];
        let now = stands(1);
        steps.forEach((step, i) => {
          const seq = i + 1;
          if (step === 'customer' || step === 'agent') {
            now = { ...now, lastNumber: now.lastNumber + 1, version: now.version + 1 };
            events.push({ seq, type: 'message', message: say(now.lastNumber, step) });
          } else {
            if (step === 'assign') now = { ...now, agent: { name: '小美', avatarUrl: null } };
            if (step === 'read') now = { ...now, agentReadNumber: now.lastNumber };
            if (step === 'resolve') now = { ...now, status: 'resolved' };
            now = { ...now, version: now.version + 1 };
            events.push({ seq, type: 'conversation', conversation: now });
          }
        });
        for (const event of events) VisitorEvent.parse(event);
        const begin = fromVisitorSnapshot(
          snapshot({ conversation: stands(1), messages: [say(1, 'customer')] }),
        );
        const mixed = [...events, ...events.slice(0, 10)]
          .map((event, i) => ({ event, rank: ranks[i]! }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        const inOrder = events.reduce(reduceVisitor, begin);
        const shuffled = mixed.reduce(reduceVisitor, begin);
        expect(shuffled).toEqual(inOrder);
        for (const event of events) expect(reduceVisitor(inOrder, event)).toBe(inOrder);
        const known = events.filter((e) => e.type === 'conversation').at(-1);
        if (known) expect(inOrder.conversation?.agent).toEqual(now.agent);
        expect(inOrder.conversation?.lastNumber).toBe(now.lastNumber);
      }),
    );
  });

  it('knows of a conversation that another tab opened by its first message', () => {
    const event = { seq: 1, type: 'message', message: say(1, 'customer') } as const;
    const opened = reduceVisitor(fromVisitorSnapshot(snapshot()), event);
    expect(opened.conversation).toMatchObject({ id: id('c', 1), status: 'open', lastNumber: 1 });
    const real = stands(1, { agent: { name: '小美', avatarUrl: null } });
    expect(reduceVisitor(opened, { seq: 2, type: 'conversation', conversation: real }).conversation).toEqual(
      real,
    );
  });

  it('keeps the messages of a later conversation after those of an earlier one', () => {
    const begin = fromVisitorSnapshot(
      snapshot({ conversation: stands(5, { status: 'resolved' }), messages: [say(4), say(5)] }),
    );
    const next = reduceVisitor(begin, { seq: 9, type: 'message', message: say(1, 'customer', 2) });
    expect(next.messages.map((m) => [m.conversationId, m.number])).toEqual([
      [id('c', 1), 4],
      [id('c', 1), 5],
      [id('c', 2), 1],
    ]);
    expect(next.conversation?.id).toBe(id('c', 2));
    const late = reduceVisitor(next, { seq: 10, type: 'conversation', conversation: stands(6) });
    expect(late.conversation?.id).toBe(id('c', 2));
  });
});

describe('the shopper’s state', () => {
  it('shows a pending message until it comes back, by the stream or by the answer, and never twice', () => {
    const begin = fromVisitorSnapshot(snapshot());
    const mine = say(1, 'customer');
    const waiting = applyVisitorPending(begin, [pendingOf(mine)]);
    expect(waiting.pending).toHaveLength(1);
    const echoed = reduceVisitor(waiting, { seq: 1, type: 'message', message: mine });
    const answered = applySent(waiting, { message: mine, conversation: stands(1) });
    for (const state of [echoed, answered, applySent(echoed, { message: mine, conversation: stands(1) })]) {
      expect(state.pending).toEqual([]);
      expect(numbers(state)).toEqual([1]);
      // The outbox may tell of it once more before it has heard.
      expect(applyVisitorPending(state, [pendingOf(mine)]).pending).toEqual([]);
    }
  });

  it('counts as unread what others wrote after the read mark', () => {
    const begin = fromVisitorSnapshot(
      snapshot({
        conversation: stands(4, { customerReadNumber: 2 }),
        messages: [say(1), say(2, 'customer'), say(3, 'customer'), say(4)],
      }),
    );
    expect(countUnread(begin)).toBe(1);
    const read = applyVisitorRead(begin, 4);
    expect(countUnread(read)).toBe(0);
    // An event from before the shopper read does not take the mark back.
    const late = reduceVisitor(read, {
      seq: 5,
      type: 'conversation',
      conversation: stands(5, { customerReadNumber: 2 }),
    });
    expect(countUnread(late)).toBe(0);
  });

  it('says how many wait until somebody serves', () => {
    const begin = fromVisitorSnapshot(snapshot({ conversation: stands(1), queuePosition: 2 }));
    const frame = { t: 'queue', conversationId: id('c', 1), position: 1 } as const;
    const moved = reduceVisitorEphemeral(begin, frame, 0);
    expect(moved.queuePosition).toBe(1);
    expect(reduceVisitorEphemeral(moved, { ...frame, conversationId: id('c', 9) }, 0)).toBe(moved);
    const served = stands(2, { agent: { name: '小美', avatarUrl: null } });
    expect(
      reduceVisitor(moved, { seq: 1, type: 'conversation', conversation: served }).queuePosition,
    ).toBeNull();
  });

  it('shows an agent typing until the message is there', () => {
    const begin = fromVisitorSnapshot(snapshot({ conversation: stands(1) }));
    const who = { kind: 'agent', id: null, name: '小美' } as const;
    const frame = { t: 'typing', conversationId: id('c', 1), who, isTyping: true } as const;
    const typing = reduceVisitorEphemeral(begin, frame, 5_000);
    expect(typing.typing).toEqual({ name: '小美', at: 5_000 });
    expect(reduceVisitor(typing, { seq: 1, type: 'message', message: say(2) }).typing).toBeNull();
    expect(reduceVisitorEphemeral(typing, { ...frame, isTyping: false }, 6_000).typing).toBeNull();
  });

  it('keeps older messages over a new snapshot that joins them, and drops them over a hole', () => {
    const begin = fromVisitorSnapshot(
      snapshot({ conversation: stands(6), messages: [say(5), say(6)], olderBefore: 'before 5' }),
    );
    const scrolled = applyOlderVisitor(begin, { messages: [say(3), say(4)], olderBefore: 'before 3' });
    expect(numbers(scrolled)).toEqual([3, 4, 5, 6]);
    const joined = snapshot({ conversation: stands(7), messages: [say(6), say(7)], olderBefore: 'before 6' });
    expect(numbers(fromVisitorSnapshot(joined, scrolled))).toEqual([3, 4, 5, 6, 7]);
    expect(fromVisitorSnapshot(joined, scrolled).olderBefore).toBe('before 3');
    const apart = snapshot({
      conversation: stands(30),
      messages: [say(29), say(30)],
      olderBefore: 'before 29',
    });
    expect(numbers(fromVisitorSnapshot(apart, scrolled))).toEqual([29, 30]);
    expect(fromVisitorSnapshot(apart, scrolled).olderBefore).toBe('before 29');
  });
});
