import type { Language, ShopperProof } from '@xiaoer/contracts';
import {
  makeStore,
  makeVisitorSession,
  type OutboxStorage,
  type StreamSocket,
  systemClock,
  type VisitorSession,
} from '@xiaoer/sync/visitor';
import type { Chat, ChatState } from '../shell.ts';

export type ChatOptions = {
  channelKey: string;
  baseUrl: string;
  storage: OutboxStorage;
  /** Somebody else has written, while the page was open. */
  onMessage: () => void;
  /** The server does not accept the shop's signature; the chat goes on without a name. */
  onShopperRefused: () => void;
};

export type LoaderChat = Chat & {
  /** Who is asking and in which language; a running session begins anew with it. */
  configure: (who: { shopper?: ShopperProof; language?: Language }) => void;
  wake: () => void;
  /** Forgets the shopper's state; `start` begins with what the storage then holds. */
  stop: () => void;
};

/** One conversation of the page, over whatever sessions it takes. */
export function makeChat(options: ChatOptions): LoaderChat {
  const store = makeStore<ChatState>({ visitor: null, stream: { kind: 'closed' }, failure: null });
  let session: VisitorSession | null = null;
  let who: { shopper?: ShopperProof; language?: Language } = {};
  /** Written in the moment between two sessions. */
  let early: Parameters<Chat['send']>[] = [];

  const open = () => {
    session?.close();
    const current = makeVisitorSession({
      channelKey: options.channelKey,
      baseUrl: options.baseUrl,
      streamUrl: `${options.baseUrl.replace(/^http/, 'ws')}/api/stream`,
      fetch: (...request) => fetch(...request),
      // Of the browser's socket the stream uses this part only.
      makeSocket: (url) => new WebSocket(url) as unknown as StreamSocket,
      storage: options.storage,
      clock: systemClock,
      random: Math.random,
      onMessage: options.onMessage,
      ...who,
    });
    session = current;
    store.update((state) => ({ ...state, failure: null }));
    const follow = () => {
      if (session === current) take(current);
    };
    current.store.subscribe(follow);
    current.status.subscribe(follow);
    follow();
  };

  const take = (current: VisitorSession) => {
    const stream = current.status.getState();
    if (stream.kind === 'refused' && stream.code === 'channels.shopper_invalid' && who.shopper) {
      who = who.language ? { language: who.language } : {};
      options.onShopperRefused();
      open();
      return;
    }
    // Between two sessions the shopper goes on seeing the state of the first.
    const fresh = current.store.getState();
    store.update((state) => ({ visitor: fresh ?? state.visitor, stream, failure: failureOf(stream) }));
    if (!fresh || early.length === 0) return;
    const waiting = early;
    early = [];
    for (const [text, attachments] of waiting) current.send(text, attachments);
  };

  const needed = (): VisitorSession => {
    if (!session) open();
    return session as unknown as VisitorSession;
  };
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    start: () => {
      if (!session || session.status.getState().kind === 'refused') open();
      else session.wake();
    },
    configure: (next) => {
      who = { ...who, ...next };
      if (session) open();
    },
    wake: () => session?.wake(),
    stop: () => {
      session?.close();
      session = null;
      early = [];
      who = who.language ? { language: who.language } : {};
      store.update(() => ({ visitor: null, stream: { kind: 'closed' }, failure: null }));
    },
    send: (text, attachments) => {
      const current = needed();
      if (current.store.getState()) current.send(text, attachments);
      else early.push([text, attachments]);
    },
    retry: (id) => session?.retry(id),
    discard: (id) => session?.discard(id),
    loadOlder: () => needed().loadOlder(),
    markRead: (number) => session?.markRead(number),
    setTyping: (isTyping) => session?.setTyping(isTyping),
    leaveEmail: (email) => needed().leaveEmail(email),
    upload: (file, onProgress, signal) => needed().client.upload(file, { onProgress, signal }),
  };
}

function failureOf(stream: ChatState['stream']): string | null {
  if (stream.kind === 'refused') return stream.code;
  return stream.kind === 'offline' ? 'network.unreachable' : null;
}
