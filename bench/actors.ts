import type { AgentSnapshot, VisitorSnapshot } from '@xiaoer/contracts';
import { WebSocket } from 'ws';
import { HttpConnection } from './http-client.ts';

export const PASSWORD = 'xiaoer-demo';

/** Signs in over the public interface. @returns the headers that carry the session */
export async function signIn(port: number, email: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`sign-in of ${email}: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
}

export async function callAs<T>(
  port: number,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}/api${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export type Frame = {
  t: string;
  cursor?: number;
  events?: { seq: number; type: string; payload?: { message?: { id: string } }; message?: { id: string } }[];
};

/** Opens a stream from a cursor and hands over every frame; resolves when it is live. */
export function openStream(
  port: number,
  hello: { cursor: number; token?: string; cookie?: string },
  onFrame: (frame: Frame, socket: WebSocket) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/stream`, {
    headers: hello.cookie ? { cookie: hello.cookie } : {},
    perMessageDeflate: false,
  });
  return new Promise((done, fail) => {
    socket.once('error', fail);
    socket.once('close', (code, reason) =>
      fail(new Error(`the stream closed before it was live: ${code} ${reason.toString()}`)),
    );
    socket.once('open', () =>
      socket.send(
        JSON.stringify({
          t: 'hello',
          protocol: 1,
          cursor: hello.cursor,
          ...(hello.token ? { token: hello.token } : {}),
        }),
      ),
    );
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Frame;
      if (frame.t === 'events') done(socket);
      if (frame.t === 'ping') socket.send('{"t":"pong"}');
      onFrame(frame, socket);
    });
  });
}

/** Agents of the demo, online and with room for many. @returns the leading colleague's cookie, who hears everything */
export async function openDesk(
  port: number,
  onFrame: (frame: Frame) => void,
): Promise<{ owner: string; sockets: WebSocket[] }> {
  const owner = await signIn(port, 'owner@demo.test');
  const snapshot = await callAs<AgentSnapshot>(port, owner, 'POST', '/register');
  for (const user of snapshot.users.filter((u) => u.role === 'agent' || u.role === 'lead'))
    await callAs(port, owner, 'PATCH', `/users/${user.id}`, { capacity: 100 });
  const sockets = [await openStream(port, { cursor: snapshot.cursor, cookie: owner }, onFrame)];
  for (const email of ['agent@demo.test', 'emma@demo.test', 'zhaoyan@demo.test', 'lead@demo.test']) {
    const cookie = await signIn(port, email);
    const { cursor } = await callAs<AgentSnapshot>(port, cookie, 'POST', '/register');
    sockets.push(await openStream(port, { cursor, cookie }, () => {}));
  }
  return { owner, sockets };
}

export async function registerVisitor(connection: HttpConnection, token?: string): Promise<VisitorSnapshot> {
  const answer = await connection.request(
    'POST',
    '/api/visitor/register',
    '',
    JSON.stringify({ key: 'demo', ...(token ? { token } : {}) }),
  );
  if (answer.status !== 200) throw new Error(`visitor register: ${answer.status} ${answer.body}`);
  return JSON.parse(answer.body) as VisitorSnapshot;
}

/** Visitors, registered over a few connections. */
export async function makeVisitors(port: number, count: number): Promise<VisitorSnapshot[]> {
  const visitors: VisitorSnapshot[] = [];
  const worker = async () => {
    const connection = new HttpConnection(port);
    while (visitors.length < count) {
      visitors.push({} as VisitorSnapshot);
      const at = visitors.length - 1;
      visitors[at] = await registerVisitor(connection);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return visitors;
}
