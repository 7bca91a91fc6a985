import { setTimeout as sleep } from 'node:timers/promises';
import { ERRORS, Problem } from '@xiaoer/contracts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { coded } from '../errors.ts';
import { loggerOptions } from '../logger.ts';
import { makeMetrics } from '../telemetry/metrics.ts';
import { makeHttpServer } from './server.ts';

const lines: string[] = [];
let app: FastifyInstance;
async function start(env: Record<string, string> = {}): Promise<void> {
  lines.length = 0;
  const log = pino(loggerOptions('debug'), { write: (line: string) => void lines.push(line) });
  const config = { ...readConfig({ NODE_ENV: 'test', ...env }), secret: 'x' };
  app = await makeHttpServer({ config, log, metrics: makeMetrics() });
}
afterEach(() => app?.close());

const problemOf = (body: string) => Problem.parse(JSON.parse(body));

describe('errors', () => {
  it('that are unknown tell the client nothing, and the log everything', async () => {
    await start();
    app.get('/api/broken', async () => {
      throw Object.assign(new Error('duplicate key: insert into customers.customer (ann@example.com)'), {
        code: '23505',
        detail: 'Key (email)=(ann@example.com)',
      });
    });
    const answer = await app.inject('/api/broken');
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem = problemOf(answer.body);
    expect(problem).toMatchObject({ code: 'server.failed', params: {} });
    expect(answer.body).not.toMatch(/insert|customer|example|\.ts|stack/i);
    const logged = lines.find((line) => line.includes('request failed')) ?? '';
    expect(logged).toContain(problem.requestId);
    expect(logged).toContain('duplicate key');
    expect(logged).not.toContain('ann@example.com');
  });

  it('that are coded have their status and parameters', async () => {
    await start();
    app.get('/api/coded', async () => {
      throw coded('conversations.over_capacity', { capacity: 3 });
    });
    const answer = await app.inject('/api/coded');
    expect(answer.statusCode).toBe(ERRORS['conversations.over_capacity'].status);
    expect(problemOf(answer.body)).toMatchObject({
      type: 'urn:xiaoer:error:conversations.over_capacity',
      params: { capacity: 3 },
    });
  });

  it('of a database that is away are 503, whatever the driver calls them', async () => {
    await start();
    const errors: Error[] = [
      Object.assign(new Error('terminating connection'), { code: '57P01' }),
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      new Error('Connection terminated unexpectedly'),
      new Error('timeout exceeded when trying to connect'),
    ];
    app.get<{ Params: { n: string } }>('/api/away/:n', async (request) => {
      throw errors[Number(request.params.n)]!;
    });
    for (const n of errors.keys()) {
      const answer = await app.inject(`/api/away/${n}`);
      expect(answer.statusCode).toBe(503);
      expect(problemOf(answer.body).code).toBe('server.unavailable');
    }
  });

  it('of the request itself are coded', async () => {
    await start();
    app.post('/api/echo', async (request) => request.body);
    const post = (payload: string | Buffer, type = 'application/json') =>
      app.inject({ method: 'POST', url: '/api/echo', payload, headers: { 'content-type': type } });
    const codeOf = async (payload: string | Buffer, type?: string) => {
      const answer = await post(payload, type);
      expect(answer.statusCode).toBeLessThan(500);
      return problemOf(answer.body).code;
    };
    expect(await codeOf('{"a":')).toBe('request.malformed');
    expect(await codeOf('')).toBe('request.malformed');
    expect(await codeOf('{"__proto__":{"isAdmin":true}}')).toBe('request.malformed');
    expect(await codeOf('{"constructor":{"prototype":{"a":1}}}')).toBe('request.malformed');
    expect(await codeOf('<a/>', 'application/xml')).toBe('request.unsupported_type');
    expect(await codeOf(`"${'x'.repeat(600_000)}"`)).toBe('request.too_large');
    expect((await post('['.repeat(200_000) + ']'.repeat(200_000))).statusCode).toBeLessThan(500);
  });
});

describe('back-pressure', () => {
  it('refuses at the door what cannot be answered in time, and forgets what is done or gone', async () => {
    await start({ MAX_IN_FLIGHT: '10' });
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    app.get('/api/slow', async () => {
      await held;
      return {};
    });
    app.get('/healthz', async () => ({}));
    await app.listen({ port: 0, host: '127.0.0.1' });
    const base = `http://127.0.0.1:${(app.server.address() as { port: number }).port}`;
    const ten = Array.from({ length: 10 }, () => fetch(`${base}/api/slow`));
    await sleep(150);
    const refused = await fetch(`${base}/api/slow`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(problemOf(await refused.text())).toMatchObject({
      code: 'server.busy',
      params: { retryAfterSeconds: 1 },
    });
    // Whoever operates the server still gets an answer.
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    release();
    for (const answer of await Promise.all(ten)) expect(answer.status).toBe(200);
    // Clients that went away before the answer count no more.
    for (let i = 0; i < 3; i++) {
      const given = Array.from({ length: 9 }, () => {
        const abort = new AbortController();
        const asked = fetch(`${base}/api/slow`, { signal: abort.signal }).catch(() => null);
        abort.abort();
        return asked;
      });
      await Promise.all(given);
    }
    await sleep(50);
    expect((await fetch(`${base}/api/slow`)).status).toBe(200);
  });
});

describe('the log', () => {
  it('has no personal data and no secrets in it', async () => {
    await start();
    app.get('/api/people/:id', async (request) => {
      request.log.info(
        { email: 'ann@example.com', note: 'call 13812345678 or bob.b@shop.example' },
        'Ann ann@example.com',
      );
      request.log.info({ request: { authorization: 'Visitor abc', deeper: { phone: '13812345678' } } });
      request.log.error({ err: new Error('no such customer: ann@example.com, +86 138-1234-5678') });
      return {};
    });
    await app.inject({
      url: '/api/people/ann@example.com?phone=13812345678',
      headers: { cookie: 'session=abc' },
    });
    const all = lines.join('');
    expect(all).toContain('"url":"/api/people/:id"');
    expect(all).toContain('a***@example.com');
    expect(all).toContain('138****5678');
    expect(all).toContain('b***@shop.example');
    expect(all).not.toMatch(/ann@|bob\.b@|13812345678|1234-5678|Visitor abc|session=abc/);
  });
});
