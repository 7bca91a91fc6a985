import type {
  FileRef,
  Language,
  ShopperProof,
  VisitorEvent,
  VisitorMessage,
  VisitorSent,
} from '@xiaoer/contracts';
import { ApiError } from '../api-error.ts';
import type { Clock } from '../clock.ts';
import { makeOutbox, type Outbox, type OutboxStorage } from '../outbox.ts';
import { makeReadMarks } from '../read-marks.ts';
import { makeStore, type Readable } from '../store.ts';
import { openStream, type Stream, type StreamSocket, type StreamStatus } from '../stream.ts';
import { makeVisitorClient } from './client.ts';
import {
  applyOlderVisitor,
  applySent,
  applyVisitorPending,
  applyVisitorRead,
  fromVisitorSnapshot,
  reduceVisitor,
  reduceVisitorEphemeral,
  type VisitorContent,
  type VisitorState,
} from './state.ts';

export type VisitorSessionOptions = {
  /** Public key of the channel. */
  channelKey: string;
  /** Address of the server without /api; '' for the page's own origin. */
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  streamUrl: string;
  makeSocket: (url: string) => StreamSocket;
  /** Where token and unsent messages survive a reload. */
  storage: OutboxStorage;
  shopper?: ShopperProof;
  language?: Language;
  clock: Clock;
  random: () => number;
  /** A message of somebody else has arrived, for sound and badge. Not told for those of the snapshot. */
  onMessage?: (message: VisitorMessage) => void;
};

/** A widget as a whole: the state and everything that moves it. */
export type VisitorSession = ReturnType<typeof makeVisitorSession>;

const LANE = 'visitor';

/** Registers, streams, sends. `store` holds null until the first snapshot is here. */
export function makeVisitorSession(options: VisitorSessionOptions) {
  const { clock, random, storage, channelKey } = options;
  const prefix = `xiaoer.${channelKey}.`;
  const store = makeStore<VisitorState | null>(null);
  const status = makeStore<StreamStatus>({ kind: 'connecting' });
  let token = storage.getItem(`${prefix}token`) ?? undefined;
  let outbox: Outbox<VisitorContent> | null = null;
  let stream: Stream | null = null;
  const client = makeVisitorClient({ baseUrl: options.baseUrl, fetch: options.fetch, token: () => token });

  const change = (make: (state: VisitorState) => VisitorState) =>
    store.update((state) => state && make(state));

  /** A token that the server no longer knows is replaced by registering anew. */
  const known = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) stream?.restart();
      throw error;
    }
  };
  const reads = makeReadMarks((_key, number) => known(client.read(number)));

  const register = async () => {
    const { shopper, language } = options;
    const snapshot = await client.register({
      key: channelKey,
      ...(token && { token }),
      ...(shopper && { shopper }),
      ...(language && { language }),
    });
    token = snapshot.token;
    try {
      storage.setItem(`${prefix}token`, token);
    } catch {
      // A full storage: the chat works, only the next visit begins as a new visitor.
    }
    store.update((previous) => fromVisitorSnapshot(snapshot, previous ?? undefined));
    outbox ??= makeOutbox<VisitorContent, VisitorSent>({
      storage,
      prefix: `${prefix}outbox.`,
      clock,
      random,
      deliver: async ({ id, content }) => {
        const attachmentIds = content.attachments.map((file) => file.id);
        const sent = await known(client.send({ id, text: content.text, attachmentIds }));
        // Not in onDelivered: when the echo comes first, this answer alone says which conversation was opened.
        change((state) => applySent(state, sent));
        return sent;
      },
      onChange: (entries) => change((state) => applyVisitorPending(state, entries)),
    });
    // What the snapshot shows has arrived, though its answer was lost.
    for (const message of snapshot.messages) outbox.settle(message.id);
    return { cursor: snapshot.cursor, token };
  };

  stream = openStream<VisitorEvent>({
    url: options.streamUrl,
    makeSocket: options.makeSocket,
    clock,
    random,
    register,
    onEvents: (events) => {
      change((state) => events.reduce(reduceVisitor, state));
      for (const event of events) {
        if (event.type !== 'message') continue;
        outbox?.settle(event.message.id);
        if (event.message.author.kind !== 'customer') options.onMessage?.(event.message);
      }
    },
    onEphemeral: (frame) => change((state) => reduceVisitorEphemeral(state, frame, clock.now())),
    onStatus: (next) => {
      status.update(() => next);
      if (next.kind !== 'online') return;
      outbox?.wake();
      reads.wake();
    },
  });

  return {
    store: store as Readable<VisitorState | null>,
    status: status as Readable<StreamStatus>,
    client,
    /** Queues a message; it shows at once and is sent when possible. Answers its id. */
    send: (text: string, attachments: readonly FileRef[] = []): string => {
      if (!outbox) throw new Error('nothing can be sent before the snapshot is here');
      return outbox.send(LANE, { text, attachments }).id;
    },
    retry: (id: string) => outbox?.retry(id),
    discard: (id: string) => outbox?.discard(id),
    /** Loads the messages before those here; nothing when all are here. */
    loadOlder: async (): Promise<void> => {
      const before = store.getState()?.olderBefore;
      if (!before) return;
      const page = await known(client.listMessages(before));
      change((state) => applyOlderVisitor(state, page));
    },
    markRead: (number: number): void => {
      change((state) => applyVisitorRead(state, number));
      reads.mark(LANE, number);
    },
    setTyping: (isTyping: boolean): void => {
      const conversationId = store.getState()?.conversation?.id;
      if (conversationId) stream?.send({ t: 'typing', conversationId, isTyping, isNote: false });
    },
    /** Leaves an e-mail address. Throws ApiError. */
    leaveEmail: async (email: string): Promise<void> => {
      await known(client.contact(email));
      change((state) => ({ ...state, customer: { ...state.customer, hasEmail: true } }));
    },
    wake: () => {
      stream?.wake();
      outbox?.wake();
    },
    close: () => {
      stream?.close();
      outbox?.close();
    },
  };
}
