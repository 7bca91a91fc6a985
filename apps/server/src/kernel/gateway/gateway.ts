import type { IncomingMessage, Server } from 'node:http';
import { ClientFrame, type EphemeralFrame, type VisitorEvent } from '@xiaoer/contracts';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Database } from '../db/transact.ts';
import { readEvents, readHead, readNextAt, type StampedEvent } from '../events/read.ts';
import type { Tail } from '../events/tail.ts';
import type { AgentPrincipal, Authenticators, Principal } from '../http/principal.ts';
import { checkOrigin } from '../http/route.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { Connection } from './connection.ts';
import { Listeners } from './listeners.ts';
import { Ring, type RingEntry, toEntry } from './ring.ts';
import { topicsOf } from './topics.ts';

const RING = 20_000;
const HEARTBEAT_SECONDS = 25;
const HELLO_MS = 10_000;
const CATCH_UP_BATCH = 1_000;
const FRAME_MAX = 16 * 1024;

/** Who looks at what, and who types: told by clients, passed beside the log. */
export type EphemeralHandlers = {
  connected(principal: Principal): void;
  disconnected(principal: Principal): void;
  focus(agent: AgentPrincipal, conversationId: string | null, previous: string | null): void;
  typing(principal: Principal, frame: { conversationId: string; isTyping: boolean; isNote: boolean }): void;
};

export type Gateway = {
  /** Sends a frame to every listener of any of the topics, in this process. */
  push(topics: readonly string[], frame: EphemeralFrame, except?: Principal): void;
  /** Agents with an open stream in this process. */
  agents(): AgentPrincipal[];
  /** Reads a listener's rights again: after a change of role, team or customer, or the end of a session. */
  refresh(matches: (principal: Principal) => boolean): Promise<void>;
  /** Tells clients to come back elsewhere, and closes. */
  drain(): Promise<void>;
};

export type GatewayOptions = {
  server: Server;
  db: Database;
  tail: Tail;
  auth: Authenticators;
  metrics: Metrics;
  log: Logger;
  streamHours: number;
  now: () => Date;
  /** An agents' event as its shopper may see it, or null. The only way to a visitor's socket. */
  toVisitor: (event: StampedEvent) => VisitorEvent | null;
  ephemeral: EphemeralHandlers;
};

/** Pushes the log to screens. See docs/subsystems/gateway.md and the protocol in contracts/gateway.ts. */
export function startGateway(options: GatewayOptions): Gateway {
  const { db, tail, auth, metrics, log } = options;
  const ring = new Ring(RING, tail.position());
  const connections = new Set<Connection>();
  const listeners = new Listeners();
  const credentials = new WeakMap<Connection, { cookie?: string | undefined; token?: string | undefined }>();
  let isDraining = false;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_MAX,
    perMessageDeflate: false,
    clientTracking: false,
  });

  /** Queues an entry for one listener in the form that its kind may see. */
  const offer = (connection: Connection, entry: RingEntry): void => {
    if (connection.principal?.kind === 'agent') connection.queue(entry.json);
    else {
      const seen = options.toVisitor(entry.event);
      if (seen !== null) connection.queue(JSON.stringify(seen));
    }
  };
  const dropSlow = (connection: Connection) => {
    metrics.slowClosed.inc();
    connection.socket.terminate();
  };

  tail.onBatch((events) => {
    const entries = events.map(toEntry);
    ring.add(entries);
    const touched = new Set<Connection>();
    for (const entry of entries) {
      for (const connection of listeners.of(entry.audience)) {
        // A catch-up from the database may have been ahead of this process's own reading of the log.
        if (entry.seq <= connection.cursor) continue;
        offer(connection, entry);
        if (connection.hasQueued) touched.add(connection);
      }
    }
    const cursor = events[events.length - 1]!.seq;
    for (const connection of touched) if (!connection.flush(cursor)) dropSlow(connection);
    metrics.pushed.inc(entries.length);
  });

  /** What is older than this registers anew instead of replaying days. */
  const isTooOld = async (cursor: number): Promise<boolean> => {
    const next = ring.covers(cursor) ? null : await readNextAt(db, cursor);
    return next !== null && next.getTime() < options.now().getTime() - options.streamHours * 3_600_000;
  };

  /** From the client's cursor to the present, then live: the last step happens in one tick, so nothing slips between. */
  const catchUp = async (connection: Connection, principal: Principal, cursor: number): Promise<void> => {
    const topics = topicsOf(principal);
    const wanted = new Set(topics);
    let position = cursor;
    metrics.resumed.inc({ source: ring.covers(position) ? 'memory' : 'log' });
    while (!ring.covers(position)) {
      // Taken before the query: what the tail reads meanwhile is in the ring, not in the query's snapshot.
      const present = tail.position();
      const events = await readEvents(db, { after: position, limit: CATCH_UP_BATCH, topics });
      for (const event of events) offer(connection, toEntry(event));
      if (events.length > 0) {
        position = events[events.length - 1]!.seq;
        if (!connection.flush(position)) return dropSlow(connection);
      }
      // Nothing more for these topics up to the tail's place.
      if (events.length < CATCH_UP_BATCH) position = Math.max(position, present);
    }
    if (connection.socket.readyState !== 1) return;
    // Rights may have changed during the queries: what comes from here on follows the present ones.
    const topicsNow = topicsOf(connection.principal ?? principal);
    for (const entry of ring.after(position))
      if (entry.audience.some((topic) => wanted.has(topic))) offer(connection, entry);
    listeners.join(connection, topicsNow);
    connection.isLive = true;
    if (!connection.flush(Math.max(position, tail.position()))) dropSlow(connection);
  };

  const hello = async (
    connection: Connection,
    frame: Extract<ClientFrame, { t: 'hello' }>,
  ): Promise<void> => {
    const known = credentials.get(connection) ?? {};
    const principal =
      frame.token !== undefined
        ? await auth.visitor(frame.token)
        : await auth.agent({ cookie: known.cookie });
    if (!principal) return connection.close('unauthorised');
    credentials.set(
      connection,
      frame.token !== undefined ? { token: frame.token } : { cookie: known.cookie },
    );
    connection.principal = principal;
    // A snapshot's cursor may be ahead of what this process has read; ahead of the log itself is another log's.
    const head = frame.cursor > tail.position() ? await readHead(db) : tail.position();
    if (frame.cursor > head || (await isTooOld(frame.cursor))) {
      connection.send({ t: 'expired' });
      connection.principal = null;
      connection.isGreeted = false;
      return;
    }
    connection.send({ t: 'welcome', cursor: frame.cursor, heartbeatSeconds: HEARTBEAT_SECONDS });
    await catchUp(connection, principal, frame.cursor);
    // It may have gone meanwhile.
    if (!connection.isLive) return;
    metrics.sockets.inc({ kind: principal.kind });
    options.ephemeral.connected(principal);
  };

  const hear = async (connection: Connection, text: string): Promise<void> => {
    let frame: ClientFrame;
    try {
      frame = ClientFrame.parse(JSON.parse(text));
    } catch {
      return connection.close('protocol');
    }
    if (frame.t === 'hello') {
      if (connection.isGreeted) return connection.close('protocol');
      connection.isGreeted = true;
      return hello(connection, frame);
    }
    const { principal } = connection;
    // Before the stream is live nobody looks or types: a client that is early is no broken one.
    if (!principal || !connection.isLive) return;
    if (frame.t === 'typing') {
      if (connection.mayType(performance.now())) options.ephemeral.typing(principal, frame);
    } else if (frame.t === 'focus' && principal.kind === 'agent') {
      const previous = connection.focus;
      connection.focus = frame.conversationId;
      options.ephemeral.focus(principal, frame.conversationId, previous);
    }
  };

  const gone = (connection: Connection) => {
    connections.delete(connection);
    if (!connection.isLive || !connection.principal) return;
    listeners.leave(connection);
    connection.isLive = false;
    const { principal } = connection;
    metrics.sockets.dec({ kind: principal.kind });
    if (principal.kind === 'agent' && connection.focus)
      options.ephemeral.focus(principal, null, connection.focus);
    options.ephemeral.disconnected(principal);
  };

  const accept = (socket: WebSocket, request: IncomingMessage): void => {
    const connection = new Connection(socket);
    connections.add(connection);
    credentials.set(connection, { cookie: request.headers.cookie });
    const timer = setTimeout(() => {
      if (!connection.isLive) connection.close('protocol');
    }, HELLO_MS);
    timer.unref();
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      connection.isAnswering = true;
      if (isBinary) return connection.close('protocol');
      hear(connection, data.toString()).catch((error: unknown) => {
        log.warn({ err: error }, 'stream frame failed');
        connection.socket.close(1011);
      });
    });
    socket.on('error', () => {}); // `close` follows
    socket.once('close', () => {
      clearTimeout(timer);
      gone(connection);
    });
  };

  options.server.on('upgrade', (request: IncomingMessage, socket, head) => {
    // By hand: an address that is none (`//`) must not end the process.
    const path = (request.url ?? '/').split('?', 1)[0];
    if (path !== '/api/stream' || isDraining) return void socket.destroy();
    // A page of another site could open a socket with the agent's cookie: then the cookie is not heard.
    if (request.headers.cookie) {
      try {
        checkOrigin(request);
      } catch {
        delete request.headers.cookie;
      }
    }
    sockets.handleUpgrade(request, socket, head, (opened) => accept(opened, request));
  });

  const heartbeat = setInterval(() => {
    for (const connection of connections) {
      if (!connection.isLive) continue;
      if (!connection.isAnswering) {
        connection.socket.terminate();
        continue;
      }
      connection.isAnswering = false;
      // Also moves the cursor of a client that had no events, so that a later resume is short.
      if (connection.cursor < tail.position()) connection.flush(tail.position());
      connection.send({ t: 'ping' });
    }
  }, HEARTBEAT_SECONDS * 1_000);
  heartbeat.unref();

  return {
    push(topics, frame, except) {
      const text = JSON.stringify(frame);
      for (const connection of listeners.of(topics)) {
        if (except && isSamePrincipal(connection.principal, except)) continue;
        if (!connection.raw(text)) dropSlow(connection);
      }
    },
    agents() {
      const found: AgentPrincipal[] = [];
      for (const { principal, isLive } of connections)
        if (isLive && principal?.kind === 'agent') found.push(principal);
      return found;
    },
    async refresh(matches) {
      for (const connection of [...connections]) {
        if (!connection.principal || !matches(connection.principal)) continue;
        const { cookie, token } = credentials.get(connection) ?? {};
        const principal = token !== undefined ? await auth.visitor(token) : await auth.agent({ cookie });
        if (!principal) {
          connection.close('unauthorised');
          continue;
        }
        connection.principal = principal;
        listeners.leave(connection);
        if (connection.isLive) listeners.join(connection, topicsOf(principal));
      }
    },
    async drain() {
      isDraining = true;
      clearInterval(heartbeat);
      for (const connection of connections) connection.close('draining');
      const patience = Date.now() + 2_000;
      while (connections.size > 0 && Date.now() < patience) await new Promise((done) => setTimeout(done, 20));
      for (const connection of connections) connection.socket.terminate();
    },
  };
}

function isSamePrincipal(a: Principal | null, b: Principal): boolean {
  if (a?.kind === 'agent' && b.kind === 'agent') return a.id === b.id;
  return a?.kind === 'visitor' && b.kind === 'visitor' && a.customerId === b.customerId;
}
