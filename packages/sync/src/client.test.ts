import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
import { fillPath, makeClient } from './client.ts';
import { id } from './testing/make.ts';

type Asked = { url: string; init: RequestInit };

/** A client whose server gives `answer`, and what it was asked. */
function withAnswer(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = [];
  const client = makeClient({
    baseUrl: 'https://desk.example',
    fetch: async (url, init) => {
      asked.push({ url: String(url), init: init! });
      return answer();
    },
    headers: () => ({ 'x-page': '1' }),
  });
  return { client, asked };
}

const failing = async (answer: () => Response | Promise<Response>): Promise<ApiError> => {
  try {
    await withAnswer(answer).client.call('readMe');
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('no error came');
};

describe('makeClient', () => {
  it('fills in path, query and body by the contracts', async () => {
    const { client, asked } = withAnswer(() => Response.json({ items: [], next: null }));
    await client.call('listConversations', {
      query: { view: 'unassigned', cursor: 'a b', limit: undefined },
    });
    await client.call('claimConversation', { params: { id: id('c', 1) } });
    await client.call('snoozeConversation', {
      params: { id: id('c', 1) },
      body: { until: '2026-01-15T10:00:00.000Z' },
    });
    expect(asked.map(({ url, init }) => [init.method, url, init.body])).toEqual([
      ['GET', 'https://desk.example/api/conversations?view=unassigned&cursor=a+b', undefined],
      ['POST', `https://desk.example/api/conversations/${id('c', 1)}/claim`, undefined],
      [
        'POST',
        `https://desk.example/api/conversations/${id('c', 1)}/snooze`,
        '{"until":"2026-01-15T10:00:00.000Z"}',
      ],
    ]);
    expect(new Headers(asked[0]!.init.headers).get('x-page')).toBe('1');
  });

  it('escapes what goes into a path', () => {
    expect(fillPath('/views/:id/count', { id: '../users?x' })).toBe('/views/..%2Fusers%3Fx/count');
    expect(() => fillPath('/views/:id', {})).toThrow('id');
  });

  it('throws the coded error of a problem document', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      code: 'request.rate_limited',
      params: { retryAfterSeconds: 3 },
      requestId: 'r-7',
    };
    const error = await failing(() =>
      Response.json(problem, { status: 429, headers: { 'retry-after': '3' } }),
    );
    expect(error).toMatchObject({
      code: 'request.rate_limited',
      status: 429,
      params: { retryAfterSeconds: 3 },
      requestId: 'r-7',
      retryAfterMs: 3_000,
    });
  });

  it('makes sense of what no server of ours said', async () => {
    expect(await failing(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))).toMatchObject({
      code: 'server.unavailable',
      status: 502,
    });
    expect(await failing(() => new Response('[]', { status: 404 }))).toMatchObject({
      code: 'request.refused',
    });
    expect(await failing(() => new Response('<html>', { status: 200 }))).toMatchObject({
      code: 'network.not_understood',
      status: 0,
    });
    expect(await failing(() => Promise.reject(new TypeError('fetch failed')))).toMatchObject({
      code: 'network.unreachable',
      status: 0,
    });
  });

  it('takes a server that never answers for one that was not reached', async () => {
    const client = makeClient({
      baseUrl: '',
      timeoutMs: 20,
      fetch: (_url, init) =>
        new Promise((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
        ),
    });
    await expect(client.call('readMe')).rejects.toMatchObject({ code: 'network.unreachable', status: 0 });
  });

  it('calls fetch as the browser wants it, not as a method', async () => {
    let self: unknown = 'not called';
    const fetch = async function (this: unknown) {
      self = this;
      return Response.json({});
    };
    await makeClient({ baseUrl: '', fetch }).call('readMe');
    expect(self).toBeUndefined();
  });

  it('leaves an abort an abort', async () => {
    const stop = new AbortController();
    const { client } = withAnswer(() => {
      stop.abort(new Error('left the page'));
      throw stop.signal.reason;
    });
    await expect(client.call('readMe', undefined, { signal: stop.signal })).rejects.toThrow('left the page');
  });
});
