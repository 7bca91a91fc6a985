import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
import { openStream, type StreamOptions, type StreamStatus } from './stream.ts';
import { makeFakeClock } from './testing/fake-clock.ts';
import { FakeGateway } from './testing/fake-gateway.ts';

type Event = { seq: number };

function start(more: Partial<StreamOptions<Event>> = {}) {
  const gateway = new FakeGateway();
  const clock = makeFakeClock();
  const statuses: StreamStatus[] = [];
  const applied: number[] = [];
  const registrations: number[] = [];
  const stream = openStream<Event>({
    url: 'wss://shop.example/api/stream',
    makeSocket: gateway.makeSocket,
    register: async () => {
      if (!gateway.isReachable) throw new ApiError({ code: 'network.unreachable', status: 0 });
      const cursor = gateway.log.length;
      registrations.push(cursor);
      applied.push(...gateway.log.slice(applied.length).map((e) => e.seq));
      return { cursor, token: 'visitor-token' };
    },
    onEvents: (events) => applied.push(...events.map((e) => e.seq)),
    onEphemeral: () => {},
    onStatus: (status) => statuses.push(status),
    clock,
    random: () => 0.5,
    ...more,
  });
  return { gateway, clock, statuses, applied, registrations, stream };
}

const kinds = (statuses: readonly StreamStatus[]) => statuses.map((status) => status.kind);

describe('openStream', () => {
  it('registers, says hello with the cursor and the token, and is online', async () => {
    const { gateway, clock, statuses, applied } = start();
    await clock.advance(0);
    expect(gateway.heard).toEqual([{ t: 'hello', protocol: 1, cursor: 0, token: 'visitor-token' }]);
    expect(kinds(statuses)).toEqual(['connecting', 'online']);
    gateway.append(3);
    gateway.flush(2);
    gateway.flush(9);
    expect(applied).toEqual([1, 2, 3]);
  });

  it('resumes from the last cursor after a drop, without registering', async () => {
    const { gateway, clock, applied, registrations } = start();
    await clock.advance(0);
    gateway.append(4);
    gateway.flush(2);
    gateway.live!.drop();
    await clock.advance(1_000);
    expect(gateway.heard.at(-1)).toMatchObject({ t: 'hello', cursor: 2 });
    gateway.flush(10);
    expect(applied).toEqual([1, 2, 3, 4]);
    expect(registrations).toHaveLength(1);
  });

  it('registers anew when its place is forgotten', async () => {
    const { gateway, clock, applied, registrations } = start();
    await clock.advance(0);
    gateway.append(5);
    gateway.oldest = 3;
    gateway.live!.drop();
    await clock.advance(5_000);
    expect(registrations).toEqual([0, 5]);
    gateway.append(1);
    gateway.flush(10);
    expect(applied).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('comes back after the server drains, spread over the first delay', async () => {
    const delays: number[] = [];
    for (const random of [0, 0.25, 0.999]) {
      const { gateway, clock } = start({ random: () => random });
      await clock.advance(0);
      gateway.live!.say({ t: 'bye', reason: 'draining' });
      const from = clock.now();
      while (!gateway.live) await clock.advance(1);
      delays.push(clock.now() - from);
    }
    expect(delays).toEqual([50, 125, 500]);
  });

  it('waits longer after each failure, up to half a minute on average, and says until when', async () => {
    const { gateway, clock, statuses } = start();
    await clock.advance(0);
    gateway.isReachable = false;
    gateway.live!.drop();
    await clock.advance(10 * 60_000);
    const tries = gateway.sockets.length - 1;
    expect(tries).toBeGreaterThan(35);
    expect(tries).toBeLessThan(50);
    expect(statuses.at(-1)).toEqual({ kind: 'offline', retryAt: expect.any(Number) });
    gateway.isReachable = true;
    await clock.advance(16_000);
    expect(statuses.at(-1)).toEqual({ kind: 'online' });
  });

  it('tries at once when the network is back', async () => {
    const { gateway, clock, stream, statuses } = start();
    await clock.advance(0);
    gateway.isReachable = false;
    gateway.live!.drop();
    await clock.advance(5 * 60_000);
    gateway.isReachable = true;
    stream.wake();
    await clock.advance(0);
    expect(statuses.at(-1)).toEqual({ kind: 'online' });
  });

  it('does not disturb a try that is under way when it is woken', async () => {
    const { gateway, clock, stream } = start();
    for (let i = 0; i < 5; i++) stream.wake();
    await clock.advance(0);
    for (let i = 0; i < 5; i++) stream.wake();
    expect(gateway.sockets).toHaveLength(1);
  });

  it('answers pings, and takes silence for a dead connection', async () => {
    const { gateway, clock, statuses } = start();
    await clock.advance(0);
    for (let i = 0; i < 5; i++) {
      await clock.advance(20_000);
      gateway.live!.say({ t: 'ping' });
    }
    expect(gateway.heard.filter((frame) => frame.t === 'pong')).toHaveLength(5);
    expect(gateway.sockets).toHaveLength(1);
    gateway.live!.isDead = true;
    await clock.advance(49_000);
    expect(gateway.sockets).toHaveLength(1);
    await clock.advance(3_000);
    expect(gateway.sockets).toHaveLength(2);
    expect(statuses.at(-1)).toEqual({ kind: 'online' });
  });

  it('gives up on a connection that never says welcome', async () => {
    const { gateway, clock } = start();
    await clock.advance(0);
    const hear = gateway.hear.bind(gateway);
    gateway.hear = () => {};
    gateway.live!.drop();
    await clock.advance(300);
    expect(gateway.sockets).toHaveLength(2);
    gateway.hear = hear;
    await clock.advance(11_000);
    expect(gateway.live).toBeDefined();
    expect(gateway.sockets).toHaveLength(3);
  });

  it('stops when it is not authorised, and when register is refused', async () => {
    const { gateway, clock, statuses } = start();
    await clock.advance(0);
    gateway.isAuthorised = false;
    gateway.live!.drop();
    await clock.advance(60_000);
    expect(statuses.at(-1)).toEqual({
      kind: 'refused',
      reason: 'unauthorised',
      code: 'stream.unauthorised',
    });
    // Once with the old place, once with a fresh one.
    expect(gateway.sockets).toHaveLength(3);

    const refused = start({
      register: async () => {
        throw new ApiError({ code: 'channels.disabled', status: 403 });
      },
    });
    await refused.clock.advance(60_000);
    expect(refused.statuses.at(-1)).toEqual({
      kind: 'refused',
      reason: 'unauthorised',
      code: 'channels.disabled',
    });
    expect(refused.gateway.sockets).toHaveLength(0);
  });

  it('registers anew when its token has run out', async () => {
    const { gateway, clock, registrations, statuses } = start();
    await clock.advance(0);
    gateway.isAuthorised = false;
    gateway.live!.drop();
    await clock.advance(300);
    gateway.isAuthorised = true;
    await clock.advance(5_000);
    expect(registrations).toHaveLength(2);
    expect(statuses.at(-1)).toEqual({ kind: 'online' });
  });

  it('believes that it breaks the protocol only when told three times', async () => {
    const { gateway, clock, statuses } = start();
    await clock.advance(0);
    for (const expected of ['online', 'online', 'refused']) {
      gateway.live!.say({ t: 'bye', reason: 'protocol' });
      await clock.advance(3_000);
      expect(statuses.at(-1)?.kind).toBe(expected);
    }
  });

  it('says the open conversation again after a break, but no typing', async () => {
    const { gateway, clock, stream } = start();
    expect(stream.send({ t: 'focus', conversationId: 'c1' })).toBe(false);
    await clock.advance(0);
    expect(stream.send({ t: 'typing', conversationId: 'c1', isTyping: true, isNote: false })).toBe(true);
    gateway.live!.drop();
    expect(stream.send({ t: 'typing', conversationId: 'c1', isTyping: false, isNote: false })).toBe(false);
    await clock.advance(1_000);
    expect(gateway.heard.map((frame) => frame.t)).toEqual(['hello', 'focus', 'typing', 'hello', 'focus']);
  });

  it('starts over with a snapshot when a batch could not be applied', async () => {
    let isBroken = true;
    const seen: number[] = [];
    const { gateway, clock, registrations } = start({
      onEvents: (events) => {
        if (isBroken) throw new Error('half way');
        seen.push(...events.map((e) => e.seq));
      },
    });
    await clock.advance(0);
    gateway.append(2);
    expect(() => gateway.flush(2)).toThrow('half way');
    isBroken = false;
    await clock.advance(5_000);
    expect(registrations).toEqual([0, 2]);
    gateway.append(1);
    gateway.flush(1);
    expect(seen).toEqual([3]);
  });

  it('is silent after close', async () => {
    const { gateway, clock, stream, statuses } = start();
    await clock.advance(0);
    stream.close();
    gateway.append(1);
    gateway.flush(1);
    await clock.advance(120_000);
    expect(gateway.sockets).toHaveLength(1);
    expect(kinds(statuses)).toEqual(['connecting', 'online', 'closed']);
  });

  it('gives each event once and in order, whatever breaks', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('append' as const), n: fc.nat(5) }),
      fc.record({ do: fc.constant('flush' as const), n: fc.nat(4) }),
      fc.record({ do: fc.constant('repeat' as const), n: fc.nat(4) }),
      fc.record({ do: fc.constant('wait' as const), n: fc.nat(30) }),
      fc.record({
        do: fc.constantFrom('drop', 'die', 'drain', 'expire', 'garbage', 'away', 'back', 'wake' as const),
        n: fc.constant(0),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.nat(100), async (steps, luck) => {
        const { gateway, clock, applied, stream, statuses } = start({ random: () => luck / 101 });
        for (const each of steps) {
          if (each.do === 'append') gateway.append(each.n);
          if (each.do === 'flush') gateway.flush(each.n);
          if (each.do === 'repeat') gateway.flush(each.n, 3);
          if (each.do === 'wait') await clock.advance(each.n * 1_000);
          if (each.do === 'drop') gateway.live?.drop();
          if (each.do === 'die' && gateway.live) gateway.live.isDead = true;
          if (each.do === 'drain') gateway.live?.say({ t: 'bye', reason: 'draining' });
          if (each.do === 'expire') gateway.oldest = gateway.log.length;
          if (each.do === 'garbage') gateway.live?.sayText('{"t":');
          if (each.do === 'away') gateway.isReachable = false;
          if (each.do === 'back') gateway.isReachable = true;
          if (each.do === 'wake') stream.wake();
          expect(applied).toEqual(applied.map((_, i) => i + 1));
        }
        gateway.isReachable = true;
        await clock.advance(90_000);
        for (let i = 0; i < 100 && !gateway.live; i++) await clock.advance(1_000);
        gateway.flush(1_000);
        expect(applied).toEqual(gateway.log.map((e) => e.seq));
        expect(statuses.at(-1)).toEqual({ kind: 'online' });
        stream.close();
      }),
      { numRuns: 200 },
    );
  });
});
