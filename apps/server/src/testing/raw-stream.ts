import { type ServerFrame, STREAM_PROTOCOL } from '@xiaoer/contracts';
import { WebSocket } from 'ws';

/** A socket to the stream that says only what the test says. Keeps every frame; does not answer pings. */
export class RawStream {
  readonly frames: ServerFrame[] = [];
  readonly socket: WebSocket;
  closeCode: number | null = null;
  #wake: () => void = () => {};

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/api/stream`, { headers });
    this.socket.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString()) as ServerFrame);
      this.#wake();
    });
    this.socket.on('error', () => {}); // `close` follows
    this.socket.on('close', (code) => {
      this.closeCode = code;
      this.#wake();
    });
  }

  async opened(): Promise<this> {
    if (this.socket.readyState === WebSocket.CONNECTING)
      await new Promise((done) => this.socket.once('open', done));
    return this;
  }

  say(frame: object | string | Buffer): void {
    const isRaw = typeof frame === 'string' || Buffer.isBuffer(frame);
    this.socket.send(isRaw ? frame : JSON.stringify(frame));
  }

  hello(cursor: number, token?: string): void {
    this.say({ t: 'hello', protocol: STREAM_PROTOCOL, cursor, ...(token && { token }) });
  }

  of<T extends ServerFrame['t']>(t: T): Extract<ServerFrame, { t: T }>[] {
    return this.frames.filter((f): f is Extract<ServerFrame, { t: T }> => f.t === t);
  }

  get seqs(): number[] {
    return this.of('events').flatMap((f) => f.events.map((e) => e.seq));
  }

  /** Waits until `isSo`; throws after five seconds. */
  async until(isSo: (stream: this) => boolean): Promise<void> {
    const deadline = Date.now() + 5_000;
    while (!isSo(this)) {
      if (Date.now() > deadline)
        throw new Error(`waited in vain; closed: ${this.closeCode}; heard: ${JSON.stringify(this.frames)}`);
      await new Promise<void>((done) => {
        const timer = setTimeout(done, 100);
        this.#wake = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
  }

  /** The first `events` frame says that it is live. */
  live(): Promise<void> {
    return this.until((s) => s.of('events').length > 0);
  }

  closed(): Promise<void> {
    return this.until((s) => s.closeCode !== null);
  }
}

/** Connected with these headers, greeted, and live. */
export async function liveStream(
  url: string,
  options: { headers?: Record<string, string>; cursor: number; token?: string },
): Promise<RawStream> {
  const stream = await new RawStream(url, options.headers).opened();
  stream.hello(options.cursor, options.token);
  await stream.live();
  return stream;
}
