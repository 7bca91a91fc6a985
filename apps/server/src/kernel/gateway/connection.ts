import type { EphemeralFrame, ServerFrame } from '@xiaoer/contracts';
import type { WebSocket } from 'ws';
import type { Principal } from '../http/principal.ts';

/** Bytes a client may leave unread before it is let go; it resumes from its cursor when it can. */
const UNREAD_MAX = 4 * 1024 * 1024;

/** Signs of typing that may come at once, and how many a second after those. */
const TYPING_BURST = 20;
const TYPING_PER_SECOND = 10;

/** One open stream. Small on purpose: thousands of idle visitors are held at once. */
export class Connection {
  readonly socket: WebSocket;
  principal: Principal | null = null;
  topics: readonly string[] = [];
  /** The last seq that this client was told of. */
  cursor = 0;
  /** A hello is being answered: a second one may not begin. */
  isGreeted = false;
  /** Events arrive live only after the catch-up reached the present. */
  isLive = false;
  isAnswering = true;
  focus: string | null = null;
  #typing = { allowance: TYPING_BURST, at: 0 };
  #batch: string[] = [];

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  /**
   * Whether one more sign of typing is heard: a client that floods is not. What follows at once is: who
   * sends an answer and goes on writing has stopped and begun within milliseconds, and says it only once.
   *
   * @param now milliseconds, of any clock that does not go back
   */
  mayType(now: number): boolean {
    const { allowance, at } = this.#typing;
    const refilled = Math.min(TYPING_BURST, allowance + ((now - at) / 1_000) * TYPING_PER_SECOND);
    const isHeard = refilled >= 1;
    this.#typing = { allowance: isHeard ? refilled - 1 : refilled, at: now };
    return isHeard;
  }

  /** Keeps an event for the frame that `flush` sends. */
  queue(json: string): void {
    this.#batch.push(json);
  }

  /** Sends what was queued, and the place in the log after it. @returns false if the client reads too slowly */
  flush(upTo: number): boolean {
    const cursor = Math.max(upTo, this.cursor);
    this.cursor = cursor;
    const events = this.#batch;
    if (events.length > 0) this.#batch = [];
    return this.raw(`{"t":"events","events":[${events.join(',')}],"cursor":${cursor}}`);
  }

  get hasQueued(): boolean {
    return this.#batch.length > 0;
  }

  send(frame: Exclude<ServerFrame, { t: 'events' }> | EphemeralFrame): boolean {
    return this.raw(JSON.stringify(frame));
  }

  raw(text: string): boolean {
    if (this.socket.readyState !== 1) return true;
    if (this.socket.bufferedAmount > UNREAD_MAX) return false;
    this.socket.send(text);
    return true;
  }

  /** Says why, then closes; the code is for clients that look only at that. */
  close(reason: Extract<ServerFrame, { t: 'bye' }>['reason']): void {
    const code = { draining: 1012, unauthorised: 4401, slow: 1013, protocol: 1002 }[reason];
    this.raw(JSON.stringify({ t: 'bye', reason }));
    this.socket.close(code, reason);
  }
}
