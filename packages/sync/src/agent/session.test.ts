import type { Conversation, Message } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import type { ApiError } from '../api-error.ts';
import { makeClient } from '../client.ts';
import { memoryStorage } from '../storage.ts';
import { makeFakeClock } from '../testing/fake-clock.ts';
import { FakeGateway } from '../testing/fake-gateway.ts';
import { at, COLLEAGUE, ME, makeConversation, makeMessage, makeRow, makeSnapshot } from '../testing/make.ts';
import { selectAbilities, selectSort, selectThread, selectView } from './select.ts';
import { makeAgentSession } from './session.ts';

type Answer = { status?: number; body: unknown };

/** A session whose server answers by the table; what is not in it cannot be reached. */
function open(
  answers: Record<string, (body: { id: string }) => Answer>,
  latency: Record<string, number> = {},
  storage = memoryStorage(),
) {
  const clock = makeFakeClock();
  const gateway = new FakeGateway();
  const requests: string[] = [];
  const client = makeClient({
    baseUrl: 'https://desk.example',
    fetch: async (url, init) => {
      const line = `${init?.method} ${String(url).slice('https://desk.example/api'.length)}`;
      requests.push(line);
      // What the server read is as old as the request, however long the answer is on its way.
      const answer = answers[line]?.(JSON.parse(String(init?.body ?? '{}')));
      await new Promise<void>((resolve) => clock.after(latency[line] ?? 50, resolve));
      if (!answer) throw new TypeError('fetch failed');
      const { status = 200, body } = answer;
      return Response.json(body, { status });
    },
  });
  const session = makeAgentSession({
    client,
    streamUrl: 'wss://desk.example/api/stream',
    makeSocket: gateway.makeSocket,
    storage,
    clock,
    random: () => 0.5,
  });
  const state = () => session.store.getState()!;
  return { clock, gateway, requests, session, state };
}

const conversation = makeConversation(1, { lastNumber: 2 });
const path = `/conversations/${conversation.id}`;
const registered = { 'POST /register': () => ({ body: makeSnapshot() }) };
const detail = {
  [`GET ${path}`]: () => ({
    body: {
      row: makeRow(conversation),
      messages: [makeMessage(conversation, 1), makeMessage(conversation, 2)],
      olderBefore: null,
      draft: null,
      abilities: [],
    },
  }),
};
const problem = (status: number, code: string): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, params: {}, requestId: 'r1' },
});
const mine = (messageId: string): { conversation: Conversation; message: Message } => ({
  conversation: { ...conversation, lastNumber: 3, version: 2, waitingSince: null },
  message: makeMessage(conversation, 3, { id: messageId, author: { kind: 'agent', id: ME, name: '客服 1' } }),
});

describe('makeAgentSession', () => {
  it('loads a list and a conversation once, however often they are asked for', async () => {
    const { clock, requests, session, state } = open({
      ...registered,
      ...detail,
      'GET /conversations?view=all-open': () => ({ body: { items: [makeRow(conversation)], next: null } }),
    });
    await clock.advance(100);
    for (let i = 0; i < 3; i++) {
      void session.loadView('all-open');
      void session.loadConversation(conversation.id);
    }
    await clock.advance(100);
    expect(requests).toEqual(['POST /register', 'GET /conversations?view=all-open', `GET ${path}`]);
    expect(selectView(state(), 'all-open').rows.map((row) => row.conversation.number)).toEqual([1]);
    expect(selectThread(state(), conversation.id)).toMatchObject({ isLoaded: true, isComplete: true });
  });

  it('shows a reply at once and settles it by the echo, then by the answer, without a double', async () => {
    const { clock, gateway, session, state } = open({
      ...registered,
      ...detail,
      [`POST ${path}/replies`]: ({ id: messageId }) => ({ body: mine(messageId) }),
    });
    await clock.advance(100);
    void session.loadConversation(conversation.id);
    await clock.advance(100);
    const messageId = session.send(conversation.id, { kind: 'reply', text: '您好' });
    expect(selectThread(state(), conversation.id).pending.map((p) => p.id)).toEqual([messageId]);
    gateway.log.push({
      seq: 1,
      type: 'message.added',
      version: 1,
      actor: { kind: 'user', id: ME },
      subjectId: conversation.id,
      payload: mine(messageId),
      at: at(3),
    } as never);
    gateway.flush(1);
    for (const ms of [0, 200]) {
      await clock.advance(ms);
      const thread = selectThread(state(), conversation.id);
      expect(thread.pending).toEqual([]);
      expect(thread.messages.map((message) => message.number)).toEqual([1, 2, 3]);
    }
  });

  it('shows a refused reply as failed, with its code', async () => {
    const { clock, session, state } = open({
      ...registered,
      ...detail,
      [`POST ${path}/replies`]: () => problem(403, 'conversations.not_allowed'),
    });
    await clock.advance(100);
    void session.loadConversation(conversation.id);
    await clock.advance(100);
    session.send(conversation.id, { kind: 'reply', text: '您好' });
    await clock.advance(100);
    expect(selectThread(state(), conversation.id).pending).toMatchObject([
      { state: 'failed', refusal: { code: 'conversations.not_allowed' } },
    ]);
  });

  it('shows an action before its answer and takes it back when it is refused', async () => {
    const { clock, session, state } = open({
      ...registered,
      ...detail,
      [`POST ${path}/resolve`]: () => ({
        body: { ...conversation, status: 'resolved', resolvedAt: at(9), version: 2 },
      }),
      [`POST ${path}/claim`]: () => problem(409, 'conversations.already_assigned'),
    });
    await clock.advance(100);
    void session.loadConversation(conversation.id);
    await clock.advance(100);
    const shown = () => state().conversations.get(conversation.id)!.conversation;

    let refusal: ApiError | undefined;
    session.act('claimConversation', conversation.id).catch((error: ApiError) => {
      refusal = error;
    });
    expect(shown().assigneeId).toBe(ME);
    expect(selectAbilities(state(), conversation.id)).not.toContain('claim');
    await clock.advance(100);
    expect(refusal?.code).toBe('conversations.already_assigned');
    expect(shown()).toEqual(conversation);
    expect(selectAbilities(state(), conversation.id)).toContain('claim');

    const done = session.act('resolveConversation', conversation.id);
    expect(shown()).toMatchObject({ status: 'resolved', version: 1 });
    await clock.advance(100);
    expect((await done).version).toBe(2);
    expect(shown()).toMatchObject({ status: 'resolved', version: 2 });
    expect(state().overlays).toEqual([]);
  });

  it('removes a conversation that turns out to be no longer its own', async () => {
    let isGone = false;
    const { clock, session, state } = open({
      ...registered,
      [`GET ${path}`]: () => (isGone ? problem(404, 'conversations.not_found') : detail[`GET ${path}`]!()),
    });
    await clock.advance(100);
    void session.loadConversation(conversation.id);
    await clock.advance(100);
    expect(state().conversations.size).toBe(1);
    isGone = true;
    await Promise.all([
      expect(session.loadConversation(conversation.id)).rejects.toThrow('conversations.not_found'),
      clock.advance(100),
    ]);
    expect(state().conversations.size).toBe(0);
    expect(state().threads.size).toBe(0);
  });

  it('keeps the screen readable over an expired cursor, and marks it for loading again', async () => {
    const { clock, gateway, session, state } = open({
      ...registered,
      ...detail,
      'GET /conversations?view=all-open': () => ({ body: { items: [makeRow(conversation)], next: null } }),
    });
    await clock.advance(100);
    void session.loadView('all-open');
    void session.loadConversation(conversation.id);
    await clock.advance(100);
    gateway.oldest = 1;
    gateway.live!.drop();
    await clock.advance(2_000);
    expect(selectView(state(), 'all-open')).toMatchObject({ isLoaded: true, isStale: true });
    expect(selectView(state(), 'all-open').rows).toHaveLength(1);
    expect(selectThread(state(), conversation.id)).toMatchObject({ isLoaded: true, isComplete: false });
    void session.loadView('all-open');
    void session.loadConversation(conversation.id);
    await clock.advance(100);
    expect(selectView(state(), 'all-open').isStale).toBe(false);
    expect(selectThread(state(), conversation.id).isComplete).toBe(true);
  });

  it('asks again when a new snapshot came while a page was on its way', async () => {
    let version = 1;
    let written = 0;
    const list = 'GET /conversations?view=all-open';
    const { clock, gateway, requests, session, state } = open(
      {
        'POST /register': () => ({ body: makeSnapshot({ cursor: written }) }),
        [list]: () => ({ body: { items: [makeRow({ ...conversation, version })], next: null } }),
      },
      { [list]: 5_000 },
    );
    await clock.advance(100);
    void session.loadView('all-open');
    version = 2;
    written = 3;
    gateway.append(written);
    gateway.oldest = written;
    gateway.live!.drop();
    await clock.advance(4_000);
    expect(state().epoch).toBe(2);
    await clock.advance(2_000);
    // The first answer was read before the snapshot: what changed between is told by nobody else.
    expect(requests.filter((line) => line === list)).toHaveLength(2);
    expect(selectView(state(), 'all-open').isLoaded).toBe(false);
    await clock.advance(5_000);
    expect(state().conversations.get(conversation.id)?.conversation.version).toBe(2);
    expect(selectView(state(), 'all-open')).toMatchObject({ isLoaded: true, isStale: false });
  });

  it('tells each event after it is in the state', async () => {
    const clock = makeFakeClock();
    const gateway = new FakeGateway();
    const seen: unknown[] = [];
    makeAgentSession({
      client: makeClient({ baseUrl: '', fetch: async () => Response.json(makeSnapshot()) }),
      streamUrl: 'wss://desk.example/api/stream',
      makeSocket: gateway.makeSocket,
      storage: memoryStorage(),
      clock,
      random: () => 0.5,
      onEvent: (event, state) => seen.push([event.type, state.seats.get(COLLEAGUE)?.load]),
    });
    await clock.advance(10);
    gateway.log.push({
      seq: 1,
      type: 'seat.changed',
      version: 1,
      actor: { kind: 'system', id: null },
      subjectId: COLLEAGUE,
      payload: { seat: { userId: COLLEAGUE, presence: 'online', load: 4, capacity: 5, version: 2 } },
      at: at(1),
    } as never);
    gateway.flush(1);
    expect(seen).toEqual([['seat.changed', 4]]);
  });

  it('remembers on this device in which order a list was wanted, for this person only', async () => {
    const storage = memoryStorage();
    const first = open(registered, {}, storage);
    await first.clock.advance(200);
    first.session.setSort('all-open', 'newest');
    first.session.loadView('all-open').catch(() => {});
    await first.clock.advance(200);
    expect(first.requests.at(-1)).toBe('GET /conversations?view=all-open&sort=newest');
    first.session.close();
    const again = open(registered, {}, storage);
    await again.clock.advance(200);
    expect(selectSort(again.state(), 'all-open')).toBe('newest');
    again.session.setSort('all-open', null);
    again.session.close();
    const last = open(registered, {}, storage);
    await last.clock.advance(200);
    expect(selectSort(last.state(), 'all-open')).toBe('waiting');

    storage.setItem(`xiaoer.sorts.${ME}`, '{"all-open":"sideways","unassigned":');
    const broken = open(registered, {}, storage);
    await broken.clock.advance(200);
    expect(selectSort(broken.state(), 'all-open')).toBe('waiting');
  });
});
