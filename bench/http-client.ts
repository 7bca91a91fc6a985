import { connect, type Socket } from 'node:net';

type Waiting = { done: (answer: Answer) => void; fail: (error: Error) => void };
export type Answer = { status: number; body: string };

/**
 * One keep-alive HTTP/1.1 connection, one request at a time. Far less work than a full client: on two
 * cores the load must not take the processor from the server that it measures.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #buffer: Buffer = Buffer.alloc(0);
  #waiting: Waiting | null = null;

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true);
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#socket.on('error', (error) => this.#waiting?.fail(error));
    this.#socket.on('close', () => this.#waiting?.fail(new Error('connection closed')));
  }

  request(method: string, path: string, headers: string, body = ''): Promise<Answer> {
    return new Promise((done, fail) => {
      this.#waiting = { done, fail };
      const length =
        body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
      this.#socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${headers}${length}\r\n${body}`,
      );
    });
  }

  #read(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    const end = this.#buffer.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = this.#buffer.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#buffer.length < end + 4 + length) return;
    const body = this.#buffer.toString('utf8', end + 4, end + 4 + length);
    this.#buffer = this.#buffer.subarray(end + 4 + length);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.done({ status: Number(head.slice(9, 12)), body });
  }

  close(): void {
    this.#waiting = null;
    this.#socket.destroy();
  }
}
