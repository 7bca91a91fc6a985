import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/server.ts';
import { Shopper, testChannel } from '../../testing/shopper.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ env: { RATE_LIMITS: 'on' } });
});
afterAll(() => server?.stop());

describe('rate limits', () => {
  it('count public calls by address, whatever headers are made up, and say when to come back', async () => {
    const channel = await testChannel(server);
    const register = (i: number) =>
      fetch(`${server.url}/api/visitor/register`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: `better-auth.session_token=${i}`,
          authorization: `Visitor made.up.${i}.x`,
          'x-forwarded-for': `10.0.${i >> 8}.${i % 256}`,
        },
        body: JSON.stringify({ key: channel.key }),
      });
    const answers = [];
    for (let i = 0; i < 302; i++) answers.push(await register(i));
    expect(answers.slice(0, 300).every((a) => a.status === 200)).toBe(true);
    const last = answers.at(-1)!;
    expect(last.status).toBe(429);
    const wait = Number(last.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await last.json()).toMatchObject({
      code: 'request.rate_limited',
      params: { retryAfterSeconds: wait },
    });
    // A widget on another site's page has to be able to read that.
    expect(last.headers.get('access-control-allow-origin')).toBeTruthy();
  });

  it('count signed-in callers one by one', async () => {
    const [busy, calm] = [await server.as('agent'), await server.as('agent')];
    const search = (agent: typeof busy, junk: number) =>
      agent.fetch('/api/search?q=x', { headers: { 'x-junk': `${junk}` } });
    const answers = await Promise.all(Array.from({ length: 65 }, (_, i) => search(busy, i)));
    expect(answers.filter((a) => a.status === 429)).toHaveLength(5);
    expect((await search(calm, 0)).status).toBe(200);
  });

  it('hold back a shopper who floods, and not the next one', async () => {
    const other = await testServer({ env: { RATE_LIMITS: 'on' } });
    try {
      const channel = await testChannel(other);
      const [flooding, calm] = [new Shopper(other.url, channel), new Shopper(other.url, channel)];
      await flooding.register();
      await calm.register();
      const sent = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => flooding.say(`${i}`)));
      const refused = sent.filter((r) => r.status === 'rejected');
      expect(refused).toHaveLength(10);
      for (const { reason } of refused)
        expect(reason).toMatchObject({ code: 'request.rate_limited', status: 429 });
      await calm.say('hello');
    } finally {
      await other.stop();
    }
  });
});
