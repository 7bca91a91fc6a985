import { ApiError } from './api-error.ts';

export type HttpOptions = {
  /** Address before `/api`; '' for the page's own origin. */
  baseUrl: string;
  /** `globalThis.fetch`, or a test's. */
  fetch: typeof globalThis.fetch;
  /** Asked before every request, so that a token may change. */
  headers?: () => Record<string, string>;
  /** A request without an answer after this long counts as not answered. Default 20 s. */
  timeoutMs?: number;
};

export type HttpRequest = {
  method: string;
  /** Below /api, with parameters filled in. */
  path: string;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
};

/** Sends a request and reads its JSON. Throws ApiError; an abort by the caller's signal stays an abort. */
export async function request(options: HttpOptions, call: HttpRequest): Promise<unknown> {
  // Not as a method: the browser's fetch does not work with another `this`.
  const { fetch } = options;
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() };
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  const limit = limitTo(options.timeoutMs ?? 20_000, call.signal);
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${options.baseUrl}/api${call.path}${queryText(call.query)}`, {
      method: call.method,
      headers,
      signal: limit.signal,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    text = await response.text();
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw new ApiError({ code: 'network.unreachable', status: 0 }, { cause });
  } finally {
    limit.end();
  }
  if (!response.ok) throw errorOf(response.status, text, response.headers.get('retry-after'));
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new ApiError({ code: 'network.not_understood', status: 0 }, { cause });
  }
}

/** A signal that ends with the caller's or after `ms`; shoppers' phones are too old for AbortSignal.any. */
function limitTo(ms: number, signal: AbortSignal | undefined): { signal: AbortSignal; end: () => void } {
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  const timer = setTimeout(() => stop.abort(), ms);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return {
    signal: stop.signal,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}

function queryText(query: Record<string, unknown> | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null) search.append(name, String(value));
  const text = search.toString();
  return text && `?${text}`;
}

/** Reads problem+json (RFC 9457); what a proxy answered in its own words gets a code by its status. */
export function errorOf(status: number, text: string, retryAfter: string | null): ApiError {
  let problem: { code?: unknown; params?: unknown; requestId?: unknown } = {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) problem = parsed;
  } catch {
    // Not JSON: the status says enough.
  }
  const params = (typeof problem.params === 'object' && problem.params) || {};
  return new ApiError({
    status,
    code:
      typeof problem.code === 'string'
        ? problem.code
        : status >= 500
          ? 'server.unavailable'
          : 'request.refused',
    params: params as Record<string, unknown>,
    requestId: typeof problem.requestId === 'string' ? problem.requestId : '',
    retryAfterMs: retryAfterMs(retryAfter),
  });
}

/** Retry-After in seconds (RFC 9110); the server never sends the date form, a proxy may. */
function retryAfterMs(value: string | null): number | null {
  if (value === null) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
