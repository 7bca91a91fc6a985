import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { coded } from '../../../kernel/errors.ts';
import { checkOrigin } from '../../../kernel/http/route.ts';
import type { Parts } from '../parts.ts';

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
/** Where guessing could pay: ten tries a minute for an address and account. */
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
const OTHERS = 120;
const WINDOW_MS = 60_000;

const BASE = '/api/auth';
const pathOf = (request: FastifyRequest): string => request.url.slice(BASE.length).split('?')[0] ?? '';

function limitKey(request: FastifyRequest): string {
  const path = pathOf(request);
  if (!GUESSABLE.has(path)) return request.ip;
  const email = (request.body as { email?: unknown } | undefined)?.email;
  // Colleagues in one office share an address: at sign-in each account counts for itself.
  return `${path} ${request.ip} ${typeof email === 'string' ? email.toLowerCase().slice(0, 254) : ''}`;
}

/** Serves better-auth below /api/auth. */
export function mountAuth(app: FastifyInstance, parts: Parts): void {
  const isLimited = parts.kernel.config.RATE_LIMITS === 'on';
  app.route({
    method: ['GET', 'POST'],
    url: `${BASE}/*`,
    config: isLimited
      ? {
          rateLimit: {
            max: (request: FastifyRequest) => (GUESSABLE.has(pathOf(request)) ? TRIES : OTHERS),
            timeWindow: WINDOW_MS,
            keyGenerator: limitKey,
            // The body is known by then.
            hook: 'preHandler',
          },
        }
      : {},
    handler: async (request, reply) => {
      if (!OPEN.has(`${request.method} ${pathOf(request)}`)) throw coded('request.not_found');
      if (request.method === 'POST') checkOrigin(request);
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
