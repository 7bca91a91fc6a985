import { type LogEvent, type ServerFrame, STREAM_PROTOCOL } from '@xiaoer/contracts';
import { WebSocket } from 'ws';
import type { Agent } from './agent.ts';

/** A colleague's open stream: keeps every frame, answers pings. */
export class TestStream {
  readonly frames: ServerFrame[] = [];
  closeCode: number | null = null;
  readonly #socket: WebSocket;
  #wake: () => void = () => {};

  constructor(agent: Agent, cursor: number) {
    const url = `${agent.url.replace('http', 'ws')}/api/stream`;
    this.#socket = new WebSocket(url, { headers: { cookie: agent.cookie, origin: agent.url } });
    this.#socket.on('open', () => this.send({ t: 'hello', protocol: STREAM_PROTOCOL, cursor }));
    this.#socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as ServerFrame;
      if (frame.t === 'ping') this.send({ t: 'pong' });
      this.frames.push(frame);
      this.#wake();
    });
    this.#socket.on('error', () => {}); // `close` follows
    this.#socket.on('close', (code) => {
      this.closeCode = code;
      this.#wake();
    });
  }

  send(frame: object): void {
    this.#socket.send(JSON.stringify(frame));
  }

  get events(): LogEvent[] {
    return this.frames.flatMap((f) => (f.t === 'events' ? (f.events as LogEvent[]) : []));
  }

  /** Waits until `isSo`, looking after every frame; throws after five seconds. */
  async until(isSo: (stream: this) => boolean): Promise<void> {
    const deadline = Date.now() + 5_000;
    while (!isSo(this)) {
      if (Date.now() > deadline) throw new Error(`waited in vain; heard: ${JSON.stringify(this.frames)}`);
      await new Promise<void>((done) => {
        const timer = setTimeout(done, 200);
        this.#wake = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
  }

  close(): void {
    this.#socket.close();
  }
}

/** Opens the stream and waits until it is welcomed. */
export async function openStream(agent: Agent, cursor: number): Promise<TestStream> {
  const stream = new TestStream(agent, cursor);
  await stream.until((s) => s.frames.some((f) => f.t === 'welcome'));
  return stream;
}
