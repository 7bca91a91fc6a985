import type { ClientFrame, ServerFrame } from '@xiaoer/contracts';
import type { StreamSocket } from '../stream.ts';

type Sequenced = { seq: number };

/**
 * The server's end of the stream by the contracts' protocol, over a log that the test fills. The test
 * decides when anything is sent, and how a connection breaks.
 */
export class FakeGateway {
  readonly log: Sequenced[] = [];
  readonly heard: ClientFrame[] = [];
  /** Cursors below this are no longer known. */
  oldest = 0;
  isReachable = true;
  isAuthorised = true;
  sockets: FakeSocket[] = [];

  readonly makeSocket = (): StreamSocket => {
    const socket = new FakeSocket(this);
    this.sockets.push(socket);
    queueMicrotask(() => {
      if (!this.isReachable) socket.drop();
      else socket.open();
    });
    return socket;
  };

  append(count = 1): void {
    for (let i = 0; i < count; i++) this.log.push({ seq: this.log.length + 1 });
  }

  /** The connection that speaks now, if any. */
  get live(): FakeSocket | undefined {
    return this.sockets.find((socket) => socket.isOpen && socket.cursor !== null);
  }

  hear(socket: FakeSocket, frame: ClientFrame): void {
    this.heard.push(frame);
    if (frame.t === 'pong') return;
    if (frame.t !== 'hello') {
      // Until the log was read up to now nothing else is understood.
      if (!socket.isLive) socket.say({ t: 'bye', reason: 'protocol' });
      return;
    }
    if (!this.isAuthorised) socket.say({ t: 'bye', reason: 'unauthorised' });
    else if (frame.cursor < this.oldest) socket.say({ t: 'expired' });
    else {
      socket.cursor = frame.cursor;
      socket.say({ t: 'welcome', cursor: frame.cursor, heartbeatSeconds: 20 });
      socket.isLive = true;
      socket.say({ t: 'events', events: [], cursor: frame.cursor });
    }
  }

  /** Sends the next events, at most `count` in one batch; `again` begins that many before the place. */
  flush(count: number, again = 0): void {
    const socket = this.live;
    if (!socket || socket.cursor === null) return;
    const from = Math.max(0, socket.cursor - again);
    const events = this.log.slice(from, socket.cursor + count);
    if (events.length === 0) return;
    socket.cursor = Math.max(socket.cursor, events.at(-1)!.seq);
    socket.say({ t: 'events', events: events as never, cursor: socket.cursor });
  }
}

export class FakeSocket implements StreamSocket {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  isOpen = false;
  /** A dead one takes and gives nothing, and tells nobody. */
  isDead = false;
  isLive = false;
  cursor: number | null = null;
  readonly #gateway: FakeGateway;

  constructor(gateway: FakeGateway) {
    this.#gateway = gateway;
  }

  open(): void {
    this.isOpen = true;
    this.onopen?.(null as never);
  }

  send(text: string): void {
    if (!this.isDead) this.#gateway.hear(this, JSON.parse(text));
  }

  say(frame: ServerFrame): void {
    this.sayText(JSON.stringify(frame));
  }

  sayText(data: string): void {
    if (this.isOpen && !this.isDead) this.onmessage?.({ data } as never);
  }

  /** Breaks as a network does. */
  drop(): void {
    this.isOpen = false;
    this.onclose?.(null as never);
  }

  close(): void {
    this.isOpen = false;
  }
}
