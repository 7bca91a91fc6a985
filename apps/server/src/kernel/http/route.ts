import type { Answer, Endpoint, Permission, Received } from '@xiaoer/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CodedError, coded } from '../errors.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { tracer } from '../telemetry/tracing.ts';
import {
  type AgentPrincipal,
  type Authenticators,
  checkPermission,
  type Principal,
  type VisitorPrincipal,
} from './principal.ts';

/** Who may call. There is no default: a route without access does not compile. */
export type Access<A extends 'agent' | 'visitor' | 'public' = 'agent' | 'visitor' | 'public'> = {
  audience: A;
  permission?: Permission;
};
/** Colleagues whose role carries the permission; the action checks the record. */
export const agents = (permission: Permission): Access<'agent'> => ({ audience: 'agent', permission });
/** Every signed-in colleague. */
export const anyAgent: Access<'agent'> = { audience: 'agent' };
export const visitors: Access<'visitor'> = { audience: 'visitor' };
/** Anyone, for the stated reason. */
export const anyone = (_reason: string): Access<'public'> => ({ audience: 'public' });

type PrincipalOf<A> = A extends 'agent' ? AgentPrincipal : A extends 'visitor' ? VisitorPrincipal : null;

export type RouteRequest<E, A> = Received<E> & {
  principal: PrincipalOf<A>;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** An endpoint that answers nothing but "done" may leave its empty object to the helper. */
// biome-ignore lint/suspicious/noConfusingVoidType: it is a return type, only named
type Answered<E> = Answer<E> | (Answer<E> extends Record<string, never> ? void : never);

export type RouteLimit = { max: number; seconds: number };

/** Access may be narrower than the contract's audience, never wider or of another kind. */
type AccessFor<E extends Endpoint> = Access<Extract<E['audience'], 'agent' | 'visitor' | 'public'>>;

export type Router = {
  /** Registers one endpoint of the contracts. `limit` is per caller: the visitor, the colleague, or the address. */
  route<E extends Endpoint, A extends AccessFor<E>>(
    endpoint: E,
    options: {
      access: A;
      limit?: RouteLimit;
      handle: (request: RouteRequest<E, A['audience']>) => Promise<Answered<E>>;
    },
  ): void;
  /** Every registered route, for the generated suites and docs. */
  readonly routes: readonly { endpoint: Endpoint; access: Access }[];
};

const tokenOf = (request: FastifyRequest): string | null => {
  const header = request.headers.authorization;
  return header?.startsWith('Visitor ') ? header.slice('Visitor '.length) : null;
};

async function authenticate(
  access: Access,
  auth: Authenticators,
  request: FastifyRequest,
): Promise<AgentPrincipal | VisitorPrincipal | null> {
  if (access.audience === 'public') return null;
  if (access.audience === 'visitor') {
    const token = tokenOf(request);
    const visitor = token === null ? null : await auth.visitor(token);
    if (!visitor) throw coded('channels.visitor_unknown');
    return visitor;
  }
  const agent = await auth.agent(request.headers);
  if (!agent) throw coded('identity.unauthenticated');
  if (request.method !== 'GET') checkOrigin(request);
  if (access.permission) checkPermission(agent, access.permission);
  return agent;
}

/** A cookie is sent by other sites too: a change must come from our own pages (OWASP CSRF, origin check). */
export function checkOrigin(request: {
  headers: {
    origin?: string | undefined;
    host?: string | undefined;
    'x-forwarded-host'?: string | string[] | undefined;
  };
}): void {
  const { origin, host } = request.headers;
  if (origin === undefined) return; // no browser
  let originHost: string;
  try {
    originHost = new URL(origin).host;
  } catch {
    throw coded('request.forbidden_origin');
  }
  if (originHost !== host && originHost !== request.headers['x-forwarded-host'])
    throw coded('request.forbidden_origin');
}

function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, 20)
    .map((i) => ({ path: [where, ...i.path].join('.'), problem: i.message.slice(0, 200) }));
  throw coded('request.invalid', { issues });
}

/** The guarded route helper: authentication, permission, validation, timing; then the action. */
export function makeRouter(
  app: FastifyInstance,
  deps: { auth: Authenticators; metrics: Metrics; isLimited: boolean; checkAnswers: boolean },
): Router {
  const routes: { endpoint: Endpoint; access: Access }[] = [];
  return {
    routes,
    route(endpoint, options) {
      const { access, limit } = options;
      if (access.audience !== endpoint.audience)
        throw new Error(`${endpoint.path}: access ${access.audience}, contract ${endpoint.audience}`);
      routes.push({ endpoint, access });
      const operation = `${endpoint.method} ${endpoint.path}`;
      const checkRate = deps.isLimited && limit ? makeLimit(app, operation, limit) : null;
      app.route({
        method: endpoint.method,
        url: `/api${endpoint.path}`,
        handler: async (request, reply) =>
          tracer.startActiveSpan(operation, async (span) => {
            const started = performance.now();
            let status = 200;
            try {
              const principal = await authenticate(access, deps.auth, request);
              await checkRate?.(request, principal);
              const received = {
                params: parse(endpoint.params, request.params, 'params'),
                query: parse(endpoint.query, request.query, 'query'),
                body: parse(endpoint.body, request.body, 'body'),
                principal,
                request,
                reply,
              };
              const answer = (await options.handle(received as never)) ?? {};
              if (deps.checkAnswers) endpoint.response.parse(answer);
              return answer;
            } catch (error) {
              status = error instanceof CodedError ? error.status : 500;
              throw error;
            } finally {
              span.setAttribute('http.status', status);
              span.end();
              deps.metrics.requests.observe(
                { operation, status: `${Math.floor(status / 100)}xx` },
                (performance.now() - started) / 1000,
              );
            }
          }),
      });
    },
  };
}

/**
 * Counts by what a caller cannot change at will: who they are, and for public endpoints the address.
 * Headers do not count: a made-up cookie would begin at zero with every request.
 */
function makeLimit(app: FastifyInstance, operation: string, limit: RouteLimit) {
  const callers = new WeakMap<FastifyRequest, string>();
  const count = app.createRateLimit({
    max: limit.max,
    timeWindow: limit.seconds * 1000,
    keyGenerator: (request) => `${operation} ${callers.get(request) ?? request.ip}`,
  });
  return async (request: FastifyRequest, principal: Principal | null): Promise<void> => {
    if (principal) callers.set(request, principal.kind === 'agent' ? principal.id : principal.identityId);
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded)
      throw coded('request.rate_limited', { retryAfterSeconds: Math.max(1, counted.ttlInSeconds) });
  };
}
