import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEvent } from '@xiaoer/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { emitWord, wordOf } from '../../testing/log.ts';
import { liveStream, RawStream } from '../../testing/raw-stream.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { Shopper, testChannel } from '../../testing/shopper.ts';
import { transact } from '../db/transact.ts';
import { userTopic } from './topics.ts';

let server: TestServer;
let agent: Agent;
const open: RawStream[] = [];
beforeAll(async () => {
  server = await testServer();
  agent = await server.as('agent');
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.socket.terminate();
});
afterAll(() => server?.stop());

const keep = (stream: RawStream): RawStream => {
  open.push(stream);
  return stream;
};
const raw = async (who: Agent | null = agent, headers: Record<string, string> = {}): Promise<RawStream> =>
  keep(
    await new RawStream(server.url, {
      ...(who && { cookie: who.cookie, origin: server.url }),
      ...headers,
    }).opened(),
  );
const live = async (who: Agent, cursor: number) =>
  keep(await liveStream(server.url, { headers: { cookie: who.cookie }, cursor }));
const tell = (...words: string[]) =>
  transact(server.kernel.db, async (tx) => {
    for (const word of words) await emitWord(tx, word);
  });

/** Words heard, in order. That the agent is there now is told as well, at some moment between. */
const wordsOf = (stream: RawStream) =>
  stream
    .of('events')
    .flatMap((f) => (f.events as LogEvent[]).filter((e) => e.type === 'view.deleted').map(wordOf));
/** Nothing left out and nothing twice, from the cursor on. */
const expectGapless = (stream: RawStream, cursor: number) =>
  expect(stream.seqs).toEqual(stream.seqs.map((_, i) => cursor + 1 + i));

describe('the stream', () => {
  it('goes on exactly where the snapshot stood', async () => {
    const { cursor } = await agent.call('register');
    await tell('between', 'register', 'and', 'hello');
    const stream = await live(agent, cursor);
    expect(stream.of('welcome')).toEqual([{ t: 'welcome', cursor, heartbeatSeconds: expect.any(Number) }]);
    await tell('live');
    await stream.until((s) => wordsOf(s).includes('live'));
    expect(wordsOf(stream)).toEqual(['between', 'register', 'and', 'hello', 'live']);
    expectGapless(stream, cursor);
    // What stays inside the server is not sent.
    const event = stream.of('events').flatMap((f) => f.events as LogEvent[])[0];
    expect(Object.keys(event ?? {}).sort()).toEqual([
      'actor',
      'at',
      'payload',
      'seq',
      'subjectId',
      'type',
      'version',
    ]);
  });

  it('is resumed from a frame’s cursor without a gap or a repetition, while events pour in', async () => {
    const start = await server.head();
    let isPouring = true;
    const pouring = (async () => {
      while (isPouring) await tell('drop', 'drop');
    })();
    const heard: number[] = [];
    let cursor = start;
    for (let round = 0; round < 8; round++) {
      const stream = await live(agent, cursor);
      await sleep(40);
      stream.socket.close();
      await stream.closed();
      heard.push(...stream.seqs);
      cursor = stream.of('events').at(-1)!.cursor;
    }
    isPouring = false;
    await pouring;
    expect(heard.length).toBeGreaterThan(20);
    expect(heard).toEqual(heard.map((_, i) => start + 1 + i));
  });

  it('is resumed from the log by a server that has just started', async () => {
    const start = await server.head();
    await tell(...Array.from({ length: 30 }, (_, i) => `old ${i}`));
    await server.settle();
    const other = await testServer({ database: server.database });
    try {
      const stream = keep(await liveStream(other.url, { headers: { cookie: agent.cookie }, cursor: start }));
      await stream.until((s) => wordsOf(s).length >= 30);
      await tell('new');
      await stream.until((s) => wordsOf(s).includes('new'));
      expect(wordsOf(stream)).toEqual([...Array.from({ length: 30 }, (_, i) => `old ${i}`), 'new']);
      expectGapless(stream, start);
    } finally {
      await other.stop();
    }
  });

  it('of a cursor from the future or from long ago has to be begun anew, on the same socket if need be', async () => {
    const stream = await raw();
    stream.hello((await server.head()) + 1_000);
    await stream.until((s) => s.of('expired').length === 1);
    stream.hello(await server.head());
    await stream.live();
    const young = await testServer({ database: server.database, env: { EVENT_STREAM_HOURS: '0.01' } });
    try {
      await server.kernel.db
        .updateTable('log.event')
        .set({ at: new Date(0) })
        .where('seq', '<=', 3)
        .execute();
      const late = keep(await new RawStream(young.url, { cookie: agent.cookie }).opened());
      late.hello(1);
      await late.until((s) => s.of('expired').length === 1);
    } finally {
      await young.stop();
    }
  });

  it('is greeted once: a second hello ends it, also before the first is answered', async () => {
    const stream = await raw();
    const head = await server.head();
    stream.hello(head);
    stream.hello(head);
    await stream.closed();
    expect(stream.closeCode).toBe(1002);
    expect(stream.of('events').length).toBeLessThan(2);
    const settled = await live(agent, head);
    settled.hello(head);
    await settled.closed();
    expect(settled.of('bye')).toEqual([{ t: 'bye', reason: 'protocol' }]);
  });

  it('ends at frames that are none, and the server lives on', async () => {
    const frames: (string | Buffer)[] = [
      'not json',
      '{}',
      '[]',
      'null',
      '{"t":"dance"}',
      '{"t":"hello"}',
      Buffer.from([1, 2, 3]),
      '{"t":"hello","protocol":1,"cursor":-1}',
      '{"t":"hello","protocol":99,"cursor":0}',
      '{"t":"typing","conversationId":"x","isTyping":true}',
    ];
    for (const frame of frames) {
      const stream = await raw();
      stream.say(frame);
      await stream.closed();
      expect(stream.closeCode, String(frame)).toBe(1002);
    }
    const large = await raw();
    large.say('x'.repeat(17 * 1024));
    await large.closed();
    expect(large.closeCode).toBe(1009);
    await live(agent, await server.head());
  });

  it('does not mind focus and typing that come before it is live', async () => {
    const stream = await raw();
    const conversationId = '019a0000-0000-7000-8000-000000000000';
    stream.say({ t: 'focus', conversationId });
    stream.say({ t: 'typing', conversationId, isTyping: true });
    stream.say({ t: 'pong' });
    stream.hello(await server.head());
    stream.say({ t: 'focus', conversationId: null });
    await stream.live();
    await sleep(50);
    expect(stream.closeCode).toBeNull();
  });

  it('survives addresses that are none', async () => {
    const { port } = new URL(server.url);
    for (const path of ['//', '//[', 'http://[/', '/api/stream/../x', '/%', '/api/stream%00']) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => {});
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      );
      await Promise.race([new Promise((done) => socket.once('close', done)), sleep(300)]);
      socket.destroy();
    }
    await live(agent, await server.head());
  });
});

describe('whoever may not hear', () => {
  it('is refused without a session, with a forged one, and from another site’s page', async () => {
    const head = await server.head();
    for (const stream of [
      await raw(null),
      await raw(null, { cookie: 'better-auth.session_token=forged.forged' }),
      await raw(agent, { origin: 'https://evil.example' }),
    ]) {
      stream.hello(head);
      await stream.closed();
      expect(stream.closeCode).toBe(4401);
      expect(stream.of('events')).toEqual([]);
    }
    const visitor = await raw(null);
    visitor.hello(head, 'forged.token.1.x');
    await visitor.closed();
    expect(visitor.closeCode).toBe(4401);
  });

  it('is a visitor of a cookie’s page no colleague: the token decides', async () => {
    const shopper = new Shopper(server.url, await testChannel(server));
    const { cursor } = await shopper.register();
    const stream = await raw(agent);
    stream.hello(cursor, shopper.token);
    await stream.live();
    await tell('for staff');
    await server.settle();
    await sleep(50);
    expect(stream.seqs).toEqual([]);
  });

  it('is closed when the session ends, and hears other topics when the role changes', async () => {
    const owner = await server.as('owner');
    const other = await server.as('agent');
    const { cursor } = await other.call('register');
    const stream = await live(other, cursor);
    const hears = async (topic: string): Promise<boolean> => {
      const before = stream.of('viewers').length;
      const conversationId = '019a0000-0000-7000-8000-000000000001';
      server.kernel.gateway()?.push([topic], { t: 'viewers', conversationId, userIds: [] });
      await sleep(60);
      return stream.of('viewers').length > before;
    };
    expect(await hears('conversations')).toBe(false);
    await owner.call('updateUser', { params: { id: other.id }, body: { role: 'administrator' } });
    await server.settle();
    await sleep(50);
    expect([await hears('conversations'), await hears('administration')]).toEqual([true, true]);
    await owner.call('updateUser', { params: { id: other.id }, body: { role: 'agent' } });
    await server.settle();
    await sleep(50);
    expect([await hears('conversations'), await hears('administration')]).toEqual([false, false]);
    await owner.call('updateUser', { params: { id: other.id }, body: { isActive: false } });
    await stream.closed();
    expect(stream.closeCode).toBe(4401);
  });

  it('reads too slowly is let go, and nobody else with them', async () => {
    const head = await server.head();
    const slow = await live(agent, head);
    const quick = await live(agent, head);
    slow.socket.pause();
    const userIds = Array.from({ length: 1_000 }, () => '019a0000-0000-7000-8000-000000000002');
    const frame = { t: 'viewers', conversationId: userIds[0]!, userIds } as const;
    for (let i = 0; i < 900; i++) {
      server.kernel.gateway()?.push([userTopic(agent.id)], frame);
      if (i % 10 === 0) await sleep(1);
    }
    slow.socket.resume();
    await slow.closed();
    expect(slow.closeCode).toBe(1006);
    await quick.until((s) => s.of('viewers').length === 900);
  });
});
