import type { AgentSnapshot, Conversation, LogEvent, Message, ViewSort } from '@xiaoer/contracts';
import { StandardViewId } from '@xiaoer/contracts';
import { ApiError } from '../api-error.ts';
import type { Client } from '../client.ts';
import type { Clock } from '../clock.ts';
import { uuidv7 } from '../id.ts';
import { makeOutbox, type Outbox, type OutboxStorage } from '../outbox.ts';
import { makeReadMarks } from '../read-marks.ts';
import { makeSingleFlight } from '../single-flight.ts';
import { makeStore, type Readable } from '../store.ts';
import { openStream, type StreamSocket, type StreamStatus } from '../stream.ts';
import { type ActionBody, type ConversationAction, foresee } from './actions.ts';
import * as apply from './apply.ts';
import { removeConversation } from './conversations.ts';
import { forgetEphemeral, reduceAgent, reduceEphemeral } from './reduce.ts';
import { fromSnapshot } from './snapshot.ts';
import { keepSorts, readSorts } from './sorts.ts';
import type { AgentContent, AgentState, PendingMessage, ViewKey } from './state.ts';
import { ruleKey } from './views.ts';

export type AgentSessionOptions = {
  client: Client;
  /** ws: or wss: address of /api/stream. */
  streamUrl: string;
  makeSocket: (url: string) => StreamSocket;
  /** Where unsent messages survive a reload. */
  storage: OutboxStorage;
  clock: Clock;
  random: () => number;
  /** Told each event after it is in the state: for sounds, notifications, and pages that load by themselves. */
  onEvent?: (event: LogEvent, state: AgentState) => void;
};

/** What an agent wrote; the rest has defaults. */
export type Writing = Pick<AgentContent, 'kind' | 'text'> & Partial<AgentContent>;

/** An agent's console as a whole: the state and everything that moves it. */
export type AgentSession = ReturnType<typeof makeAgentSession>;

/** Registers, streams, sends. `store` holds null until the first snapshot is here. */
export function makeAgentSession(options: AgentSessionOptions) {
  const { client, clock } = options;
  const store = makeStore<AgentState | null>(null);
  const status = makeStore<StreamStatus>({ kind: 'connecting' });
  const once = makeSingleFlight();
  let outbox: Outbox<AgentContent> | null = null;

  const change = (make: (state: AgentState) => AgentState) => store.update((state) => state && make(state));
  const reads = makeReadMarks(async (id, number) => {
    const row = await client.call('markConversationRead', { params: { id }, body: { number } });
    change((state) => apply.applyRow(state, row));
  });

  const take = (snapshot: AgentSnapshot) => {
    // Somebody else has signed in: nothing of the person before may stay on screen.
    const isSame = store.getState()?.me.user.id === snapshot.me.user.id;
    store.update((previous) => fromSnapshot(snapshot, isSame ? (previous ?? undefined) : undefined));
    if (!isSame) change((state) => readSorts(options.storage, state));
    outbox ??= makeOutbox<AgentContent, { message: Message; conversation: Conversation }>({
      storage: options.storage,
      prefix: `xiaoer.outbox.${snapshot.me.user.id}.`,
      clock,
      random: options.random,
      deliver: (entry) => deliver(client, entry),
      onDelivered: (_entry, answer) => change((state) => apply.applyResult(state, answer)),
      onChange: (entries) => change((state) => apply.applyPending(state, entries)),
    });
  };

  const stream = openStream<LogEvent>({
    url: options.streamUrl,
    makeSocket: options.makeSocket,
    clock,
    random: options.random,
    register: async () => {
      const snapshot = await client.call('register');
      take(snapshot);
      return { cursor: snapshot.cursor };
    },
    onEvents: (events) => {
      // One change for the whole batch: the screen is drawn once.
      change((state) => events.reduce(reduceAgent, state));
      for (const event of events) if ('message' in event.payload) outbox?.settle(event.payload.message.id);
      const state = store.getState();
      if (state) for (const event of events) options.onEvent?.(event, state);
    },
    onEphemeral: (frame) => change((state) => reduceEphemeral(state, frame, clock.now())),
    onStatus: (next) => {
      status.update(() => next);
      if (next.kind !== 'online') return change(forgetEphemeral);
      outbox?.wake();
      reads.wake();
    },
  });

  /**
   * Fetches again when a new snapshot (or `extra`) came meanwhile: an answer read before the snapshot may
   * lack what no event will tell any more.
   */
  const inOneEpoch = async <T>(
    fetch: () => Promise<T>,
    extra?: (state: AgentState) => string,
  ): Promise<T> => {
    const mark = () => {
      const state = store.getState();
      return state ? `${state.epoch} ${extra?.(state) ?? ''}` : '';
    };
    for (;;) {
      const before = mark();
      const answer = await fetch();
      if (mark() === before) return answer;
    }
  };

  const loadPage = (key: ViewKey, isFirst: boolean): Promise<void> =>
    once(`view:${key}`, async () => {
      const cursor = isFirst ? undefined : (store.getState()?.windows.get(key)?.next ?? undefined);
      const page = await inOneEpoch(
        () => fetchPage(client, key, store.getState()?.sorts.get(key), cursor),
        (state) => ruleKey(state, key),
      );
      change((state) => apply.applyPage(state, key, page, { isFirst: cursor === undefined }));
    });

  return {
    store: store as Readable<AgentState | null>,
    status: status as Readable<StreamStatus>,
    client,

    /** Loads the first page of a list. */
    loadView: (key: ViewKey): Promise<void> => loadPage(key, true),
    /** Loads the page after what is here; nothing at the end. */
    loadMore: async (key: ViewKey): Promise<void> => {
      if (store.getState()?.windows.get(key)?.next) await loadPage(key, false);
    },
    /** Shows a list in another order from now on, on this device also at the next visit; null: in its own. */
    setSort: (key: ViewKey, sort: ViewSort | null): void => {
      change((state) => apply.applySort(state, key, sort));
      const state = store.getState();
      if (state) keepSorts(options.storage, state);
    },
    /** Loads a conversation, or loads it again: while `selectThread` says that it is not complete. */
    loadConversation: (id: string): Promise<void> =>
      once(`thread:${id}`, async () => {
        change((state) => apply.watchThread(state, id));
        try {
          const detail = await inOneEpoch(() => client.call('readConversation', { params: { id } }));
          change((state) => apply.applyDetail(state, detail));
        } catch (error) {
          // Gone, or no longer ours: what an older snapshot left of it must not stay on screen.
          if (error instanceof ApiError && (error.status === 403 || error.status === 404))
            change((state) => removeConversation(state, id, 0));
          throw error;
        }
      }),
    /** Loads the messages before those here; nothing when all are here. */
    loadOlder: (id: string): Promise<void> =>
      once(`older:${id}`, async () => {
        const before = store.getState()?.threads.get(id)?.olderBefore;
        if (!before) return;
        const page = await client.call('listMessages', { params: { id }, query: { before } });
        // The thread may have been loaded anew meanwhile, and the page would leave a hole before it.
        change((state) =>
          state.threads.get(id)?.olderBefore === before ? apply.applyOlder(state, id, page) : state,
        );
      }),
    /** Loads a customer and keeps them up to date. */
    loadCustomer: (id: string): Promise<void> =>
      once(`customer:${id}`, async () => {
        change((state) => apply.watchCustomer(state, id));
        const customer = await inOneEpoch(() => client.call('readCustomer', { params: { id } }));
        change((state) => apply.applyCustomer(state, customer));
      }),

    /** Queues a reply or a note; it shows at once and is sent when possible. Answers its id. */
    send: (conversationId: string, writing: Writing): string => {
      if (!outbox) throw new Error('nothing can be sent before the snapshot is here');
      return outbox.send(conversationId, {
        attachments: [],
        mentionIds: [],
        replyToId: null,
        isResolving: false,
        ...writing,
      }).id;
    },
    retry: (id: string) => outbox?.retry(id),
    discard: (id: string) => outbox?.discard(id),

    /** Does an action: shown at once, taken back when the server refuses. Throws ApiError. */
    act: async <N extends ConversationAction>(
      name: N,
      id: string,
      ...[body]: ActionBody<N> extends undefined ? [] : [body: ActionBody<N>]
    ): Promise<Conversation> => {
      const token = uuidv7(clock.now());
      change((state) => {
        const row = state.conversations.get(id);
        if (!row) return state;
        const patch = foresee(name, row.conversation, state.me.user.id, body as ActionBody<N>);
        return apply.beginOptimistic(state, { token, conversationId: id, patch });
      });
      try {
        // The union of names cannot show that body and name belong together; the signature above does.
        const input = { params: { id }, body } as never;
        const result = (await client.call(name as ConversationAction, input)) as Conversation;
        change((state) => apply.endOptimistic(apply.applyResult(state, result), token));
        return result;
      } catch (error) {
        change((state) => apply.endOptimistic(state, token));
        throw error;
      }
    },

    /** The viewer has read up to `number`. */
    markRead: (id: string, number: number): void => {
      change((state) => apply.applyRead(state, id, number));
      reads.mark(id, number);
    },
    /** Says that the viewer types; pass false when they stop. */
    setTyping: (conversationId: string, isTyping: boolean, isNote = false) =>
      stream.send({ t: 'typing', conversationId, isTyping, isNote }),
    /** Which conversation the viewer has open, for the collision notice; said again after each break. */
    setFocus: (conversationId: string | null) => stream.send({ t: 'focus', conversationId }),
    /** For answers of calls that are made directly by `client`. */
    change,
    /** The network is back, or the page is looked at again: try at once. */
    wake: () => {
      stream.wake();
      outbox?.wake();
    },
    close: () => {
      stream.close();
      outbox?.close();
    },
  };
}

function deliver(client: Client, entry: PendingMessage) {
  const { kind, text, attachments, mentionIds, replyToId, isResolving } = entry.content;
  const attachmentIds = attachments.map((file) => file.id);
  const params = { id: entry.lane };
  if (kind === 'note')
    return client.call('addNote', {
      params,
      body: { id: entry.id, text, attachmentIds, mentionIds: [...mentionIds] },
    });
  return client.call('sendReply', {
    params,
    body: { id: entry.id, text, attachmentIds, replyToId, isResolving },
  });
}

function fetchPage(
  client: Client,
  key: ViewKey,
  sort: ViewSort | undefined,
  cursor: string | undefined,
): Promise<apply.Page> {
  if (key.startsWith('customer:'))
    return client.call('listCustomerConversations', { params: { id: key.slice(9) }, query: { cursor } });
  const standard = StandardViewId.safeParse(key);
  const query = { ...(standard.success ? { view: standard.data } : { viewId: key }), sort, cursor };
  return client.call('listConversations', { query });
}
