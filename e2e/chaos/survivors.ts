import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VisitorSnapshot } from '@xiaoer/contracts';
import { type Frame, openStream } from '../../bench/actors.ts';

/** A stream that comes back from its cursor after every break, and counts what it is shown. */
export class Listener {
  reconnects = -1;
  readonly #seen = new Map<string, number>();
  #cursor: number;
  #isClosed = false;
  #socket: { terminate(): void } | null = null;

  constructor(port: number, hello: { cursor: number; cookie?: string; token?: string }) {
    this.#cursor = hello.cursor;
    void this.#stay(port, hello);
  }

  async #stay(port: number, hello: { cookie?: string; token?: string }): Promise<void> {
    while (!this.#isClosed) {
      try {
        const socket = await openStream(port, { ...hello, cursor: this.#cursor }, (frame) =>
          this.#hear(frame),
        );
        this.reconnects++;
        this.#socket = socket;
        await new Promise<void>((done) =>
          socket.readyState === socket.CLOSED ? done() : socket.once('close', () => done()),
        );
      } catch {
        await sleep(50 + Math.random() * 100);
      }
    }
  }

  #hear(frame: Frame): void {
    if (frame.t !== 'events') return;
    for (const event of frame.events ?? []) {
      const message = (event.message ?? event.payload?.message) as { id: string; kind?: string } | undefined;
      if (message && message.kind !== 'event')
        this.#seen.set(message.id, (this.#seen.get(message.id) ?? 0) + 1);
    }
    this.#cursor = frame.cursor ?? this.#cursor;
  }

  times(id: string): number {
    return this.#seen.get(id) ?? 0;
  }

  /** Waits for what is on its way; what has not come after ten seconds is for the test to name. */
  async hasSeen(ids: readonly string[]): Promise<void> {
    for (let i = 0; i < 100 && ids.some((id) => !this.#seen.has(id)); i++) await sleep(100);
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.terminate();
  }
}

/** A shopper who says one thing after another and repeats each, under its id, until it is acknowledged. */
export class Shopper {
  readonly acknowledged: string[] = [];
  conversationId = '';
  readonly listener: Listener;
  readonly #port: number;
  readonly #token: string;
  #isTalking = true;

  private constructor(port: number, snapshot: VisitorSnapshot) {
    this.#port = port;
    this.#token = snapshot.token;
    this.listener = new Listener(port, { cursor: snapshot.cursor, token: snapshot.token });
  }

  static async enter(port: number): Promise<Shopper> {
    const response = await fetch(`http://127.0.0.1:${port}/api/visitor/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"key":"demo"}',
    });
    return new Shopper(port, (await response.json()) as VisitorSnapshot);
  }

  async talk(): Promise<void> {
    while (this.#isTalking) {
      const id = randomUUID();
      while (!(await this.#say(id))) await sleep(50 + Math.random() * 150);
      this.acknowledged.push(id);
      await sleep(20);
    }
  }

  async #say(id: string): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.#port}/api/visitor/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Visitor ${this.#token}` },
        body: JSON.stringify({ id, text: '还在吗？' }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) return false;
      this.conversationId = ((await response.json()) as { conversation: { id: string } }).conversation.id;
      return true;
    } catch {
      return false;
    }
  }

  hush(): void {
    this.#isTalking = false;
  }
}
