import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { coded } from '../../../kernel/errors.ts';
import { checkOrigin } from '../../../kernel/http/route.ts';
import type { Parts } from '../parts.ts';
import { cookieValue, type Sessions } from '../sessions.ts';
import { Attempts } from './attempts.ts';

/**
 * What of better-auth is open. The rest (sign-up, changing names and addresses, deleting accounts) would
 * pass by our rules and events.
 */
const OPEN = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
  'POST /revoke-sessions',
  'POST /change-password',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/get-totp-uri',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
]);
/** Where guessing could pay: ten tries a minute for an account, session or half-done sign-in. */
const GUESSABLE = new Set([
  '/sign-in/email',
  '/change-password',
  '/request-password-reset',
  '/reset-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
]);
const TRIES = 10;
/** A whole office signs in from one address at nine. */
const TRIES_OF_ADDRESS = 120;
const OTHERS = 120;
const WINDOW_MS = 60_000;

const BASE = '/api/auth';
const pathOf = (request: FastifyRequest): string => request.url.slice(BASE.length).split('?')[0] ?? '';

function limitKey(request: FastifyRequest, sessions: Sessions): string {
  const path = pathOf(request);
  if (!GUESSABLE.has(path)) return request.ip;
  // Colleagues in one office share an address: each account and each session counts for itself.
  const email = (request.body as { email?: unknown } | undefined)?.email;
  if (typeof email === 'string') return `${path} ${request.ip} ${email.toLowerCase().slice(0, 254)}`;
  const { cookie } = request.headers;
  const known = cookieValue(cookie, sessions.cookieName) ?? cookieValue(cookie, sessions.halfDoneCookieName);
  return `${path} ${request.ip} ${known?.slice(0, 200) ?? ''}`;
}

/** Serves better-auth below /api/auth. */
export function mountAuth(app: FastifyInstance, parts: Parts): void {
  const isLimited = parts.kernel.config.RATE_LIMITS === 'on';
  const attempts = new Attempts(parts.kernel.clock, { max: TRIES_OF_ADDRESS, windowMs: WINDOW_MS });
  app.route({
    method: ['GET', 'POST'],
    url: `${BASE}/*`,
    config: isLimited
      ? {
          rateLimit: {
            max: (request: FastifyRequest) => (GUESSABLE.has(pathOf(request)) ? TRIES : OTHERS),
            timeWindow: WINDOW_MS,
            keyGenerator: (request: FastifyRequest) => limitKey(request, parts.sessions),
            // The body is known by then.
            hook: 'preHandler',
          },
        }
      : {},
    handler: async (request, reply) => {
      if (!OPEN.has(`${request.method} ${pathOf(request)}`)) throw coded('request.not_found');
      if (request.method === 'POST') checkOrigin(request);
      const wait = isLimited && GUESSABLE.has(pathOf(request)) ? attempts.add(request.ip) : null;
      if (wait !== null) throw coded('request.rate_limited', { retryAfterSeconds: wait });
      const { response, userIds } = await parts.auth.handle(toRequest(request), request.ip);
      if (userIds.size > 0) parts.sessions.forget(userIds);
      return send(response, reply);
    },
  });
}

/** Fastify's request as the web's. The client's address and host are what our proxy settings say. */
function toRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !name.startsWith('x-forwarded-') && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  headers.set('x-client-address', request.ip);
  const url = `${request.protocol}://${request.host}${request.url}`;
  if (request.method === 'GET') return new Request(url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(request.body ?? {}) });
}

async function send(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  reply.status(response.status).header('cache-control', 'no-store');
  const type = response.headers.get('content-type');
  if (type) reply.header('content-type', type);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(await response.text());
}
