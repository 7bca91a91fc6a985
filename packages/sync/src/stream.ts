import type { ClientFrame, EphemeralFrame, ServerFrame, STREAM_PROTOCOL } from '@xiaoer/contracts';
import { ApiError, isTransient } from './api-error.ts';
import type { Clock } from './clock.ts';

// Types only from the contracts: their values would bring zod into the widget.
const PROTOCOL: typeof STREAM_PROTOCOL = 1;

/** The part of WebSocket that is needed; the browser's own fits. */
export type StreamSocket = {
  send: (text: string) => void;
  close: (code?: number) => void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
};

/**
 * For the thin bar. `connecting`: first try, or a short break; `offline`: the next try is at `retryAt`;
 * `refused`: no more tries, sign in again or load the page anew.
 */
export type StreamStatus =
  | { kind: 'connecting' }
  | { kind: 'online' }
  | { kind: 'offline'; retryAt: number }
  | { kind: 'refused'; reason: 'unauthorised' | 'protocol'; code: string }
  | { kind: 'closed' };

export type StreamOptions<Event> = {
  /** ws: or wss: address of /api/stream. */
  url: string;
  makeSocket: (url: string) => StreamSocket;
  /**
   * Fetches a snapshot, puts it into the store, answers its cursor. Called at the start and whenever the
   * server has forgotten our place. An ApiError that is not transient ends the stream.
   */
  register: () => Promise<{ cursor: number; token?: string }>;
  /** In order, each event once. `cursor` is the place after them. */
  onEvents: (events: readonly Event[], cursor: number) => void;
  onEphemeral: (frame: EphemeralFrame) => void;
  onStatus: (status: StreamStatus) => void;
  clock: Clock;
  /** 0 to 1, for jitter. */
  random: () => number;
};

/** Frames that a page may send by itself. */
export type PageFrame = Extract<ClientFrame, { t: 'typing' | 'focus' }>;

export type Stream = {
  /** Says a frame now; false when there is no connection (typing is then not worth keeping). */
  send: (frame: PageFrame) => boolean;
  /** Tries at once: the browser says that the network is back, or the page is looked at again. */
  wake: () => void;
  /** Forgets the place and registers anew: the token is no longer good, or another person signed in. */
  restart: () => void;
  status: () => StreamStatus;
  close: () => void;
};

/** Milliseconds. Delays before tries double from `FIRST` to `LONGEST`; each is drawn below that. */
const FIRST_DELAY = 500;
const SHORTEST_DELAY = 50;
const LONGEST_DELAY = 30_000;
/** No welcome after this long: the way is blocked, try anew. */
const WELCOME_WITHIN = 10_000;
/** A connection that stood this long was a good one: the next break starts from the first delay. */
const STEADY_AFTER = 10_000;
/** Times that a server may say we break the protocol, without a steady time between, before we believe it. */
const OBJECTIONS_MAX = 3;
/** Heartbeats that may be missing before a socket counts as dead. */
const MISSED_BEATS = 2.5;

/** Keeps a page at the head of the log: see the contracts' gateway for the protocol. */
export function openStream<Event extends { seq: number }>(options: StreamOptions<Event>): Stream {
  const { clock } = options;
  let status: StreamStatus = { kind: 'connecting' };
  let place: { cursor: number; token?: string } | null = null;
  let socket: StreamSocket | null = null;
  let isWelcome = false;
  /** The server has read the log up to now and hears what else the page says. */
  let isHeard = false;
  /** The place is from the snapshot of this very try. */
  let isFresh = false;
  let objections = 0;
  /** Times that a visitor's token was refused, without a steady time between. */
  let refusals = 0;
  /** Between two tries, rather than in one. */
  let isPausing = false;
  let heardAt = 0;
  let tries = 0;
  let beatMs = 30_000;
  let focus: PageFrame | null = null;
  /** Counts attempts: what an older one still says is not listened to. */
  let attempt = 0;
  let stopTimer = () => {};
  let stopSteady = () => {};

  const say = (next: StreamStatus) => {
    if (status.kind === next.kind && next.kind !== 'offline') return;
    status = next;
    options.onStatus(next);
  };
  const isOver = () => status.kind === 'closed' || status.kind === 'refused';

  const drop = () => {
    attempt++;
    isPausing = false;
    stopTimer();
    stopSteady();
    isWelcome = false;
    isHeard = false;
    const old = socket;
    socket = null;
    if (!old) return;
    old.onopen = old.onmessage = old.onclose = old.onerror = null;
    old.close();
  };

  const end = (next: StreamStatus) => {
    drop();
    say(next);
  };

  /** Waits, then tries again; somewhere below the delay, so that a thousand pages do not come at once. */
  const tryLater = (atLeast = 0) => {
    drop();
    const delay = Math.max(
      atLeast,
      SHORTEST_DELAY,
      options.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(tries, 10)),
    );
    tries++;
    // A break that is over before anybody notices needs no bar.
    if (tries <= 2 && delay < 2_000) say({ kind: 'connecting' });
    else say({ kind: 'offline', retryAt: clock.now() + delay });
    isPausing = true;
    stopTimer = clock.after(delay, start);
  };

  const start = () => {
    drop();
    const mine = attempt;
    isFresh = false;
    if (place) return connect();
    options.register().then(
      (found) => {
        if (mine !== attempt || isOver()) return;
        isFresh = true;
        place = { cursor: found.cursor, ...(found.token !== undefined && { token: found.token }) };
        connect();
      },
      (error: unknown) => {
        if (mine !== attempt || isOver()) return;
        if (isTransient(error)) tryLater(error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0);
        else end({ kind: 'refused', reason: 'unauthorised', code: (error as ApiError).code });
      },
    );
  };

  const expectWithin = (ms: number) => {
    stopTimer();
    stopTimer = clock.after(ms, () => tryLater());
  };

  const connect = () => {
    const mine = attempt;
    let opened: StreamSocket;
    try {
      opened = options.makeSocket(options.url);
    } catch {
      // A browser refuses to make a socket while the page is being put away.
      return tryLater();
    }
    socket = opened;
    expectWithin(WELCOME_WITHIN);
    const lost = () => {
      if (mine === attempt) tryLater();
    };
    opened.onopen = () => opened.send(JSON.stringify({ t: 'hello', protocol: PROTOCOL, ...place }));
    opened.onmessage = ({ data }: { data: unknown }) => {
      if (mine !== attempt) return;
      let frame: ServerFrame;
      try {
        frame = JSON.parse(String(data));
      } catch {
        return lost();
      }
      hear(frame);
    };
    opened.onclose = lost;
    opened.onerror = lost;
  };

  const hear = (frame: ServerFrame) => {
    heardAt = clock.now();
    if (isWelcome) expectWithin(beatMs);
    switch (frame.t) {
      case 'welcome':
        isWelcome = true;
        beatMs = frame.heartbeatSeconds * 1000 * MISSED_BEATS;
        expectWithin(beatMs);
        stopSteady = clock.after(STEADY_AFTER, () => {
          tries = 0;
          objections = 0;
          refusals = 0;
        });
        say({ kind: 'online' });
        return;
      case 'events':
        return take(frame.events as readonly unknown[] as readonly Event[], frame.cursor);
      case 'ping':
        socket?.send(JSON.stringify({ t: 'pong' }));
        return;
      case 'expired':
        place = null;
        return tryLater();
      case 'bye':
        return part(frame.reason);
      default:
        return options.onEphemeral(frame);
    }
  };

  const part = (reason: Extract<ServerFrame, { t: 'bye' }>['reason']) => {
    if (reason === 'draining' || reason === 'slow') return tryLater();
    // A token may have run out since it was registered: only a fresh one that is refused is the end. A
    // visitor asks once more even then, for theirs may be gone after hours on one connection; an agent who
    // was signed out leaves the screen at once.
    if (reason === 'unauthorised' && (place?.token === undefined ? !isFresh : refusals++ === 0)) {
      place = null;
      return tryLater();
    }
    if (reason === 'protocol' && ++objections < OBJECTIONS_MAX) return tryLater();
    end({ kind: 'refused', reason, code: `stream.${reason}` });
  };

  const take = (events: readonly Event[], cursor: number) => {
    if (!place) return;
    const after = place.cursor;
    if (!isHeard) {
      isHeard = true;
      if (focus) socket?.send(JSON.stringify(focus));
    }
    const fresh = events.filter((event) => event.seq > after);
    place = { ...place, cursor: Math.max(after, cursor) };
    try {
      if (fresh.length > 0) options.onEvents(fresh, place.cursor);
    } catch (error) {
      // The state may be half way through the batch: only a new snapshot mends that.
      place = null;
      tryLater();
      throw error;
    }
  };

  options.onStatus(status);
  start();

  return {
    send: (frame) => {
      if (frame.t === 'focus') focus = frame;
      if (!isHeard || !socket) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
    wake: () => {
      if (isOver()) return;
      // A computer that slept has had no timers: silence may be longer than they knew.
      const isOverdue = isWelcome && clock.now() - heardAt > beatMs;
      if (!isPausing && !isOverdue) return;
      tries = 0;
      start();
    },
    restart: () => {
      if (status.kind === 'closed') return;
      place = null;
      // With the usual delay: a token that is refused again and again must not make a storm.
      tryLater();
    },
    status: () => status,
    close: () => end({ kind: 'closed' }),
  };
}
