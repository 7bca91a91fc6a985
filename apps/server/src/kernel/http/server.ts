import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import { FILE_SIZE_MAX } from '@xiaoer/contracts';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Config } from '../config.ts';
import { CodedError, coded, toProblem } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';

/** A JSON body: the longest message as UTF-8 and escaped fits many times. */
const BODY_MAX = 512 * 1024;
const SLOW_MS = 1_000;

/** The HTTP server with everything that every route shares: errors, limits, headers, back-pressure. */
export async function makeHttpServer(options: {
  config: Config;
  log: Logger;
  metrics: Metrics;
}): Promise<FastifyInstance> {
  const { config, log, metrics } = options;
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    // Requests are logged below: failed and slow ones, the rest at debug.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX,
    trustProxy: config.TRUST_PROXY,
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    // An address that cannot be decoded never reaches a route; it is answered like every other error.
    frameworkErrors: (error, request, reply) => {
      const known = toCoded(error);
      const answer = reply as unknown as FastifyReply;
      return answer.status(known.status).type('application/problem+json').send(toProblem(known, request.id));
    },
    routerOptions: { maxParamLength: 2_000, ignoreTrailingSlash: true },
    // Sockets of the stream are closed by the gateway; idle keep-alive connections must not hold the exit.
    forceCloseConnections: 'idle',
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = toCoded(error);
    if (known.status >= 500)
      log.error(
        { err: error, requestId: request.id, method: request.method, url: request.routeOptions.url },
        'request failed',
      );
    if (known.code === 'server.busy' || known.code === 'request.rate_limited')
      reply.header('retry-after', String((known.params as { retryAfterSeconds: number }).retryAfterSeconds));
    return reply.status(known.status).type('application/problem+json').send(toProblem(known, request.id));
  });
  holdBack(app, config.MAX_IN_FLIGHT, metrics);
  app.addHook('onResponse', (request, reply, done) => {
    const fields = {
      requestId: request.id,
      method: request.method,
      url: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.elapsedTime > SLOW_MS) log.warn(fields, 'slow request');
    else log.debug(fields, 'request');
    done();
  });
  await app.register(fastifyHelmet, {
    // Pages set their own policy where they are served; everything else may load nothing.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    hsts: config.PUBLIC_URL?.startsWith('https:') ?? false,
  });
  await app.register(fastifyRateLimit, {
    global: false,
    // Callers whose counts are kept at once; the longest unseen is forgotten first.
    cache: 50_000,
    errorResponseBuilder: (_request: FastifyRequest, context: { ttl: number }) =>
      coded('request.rate_limited', { retryAfterSeconds: Math.max(1, Math.ceil(context.ttl / 1000)) }),
  });
  await app.register(fastifyMultipart, {
    limits: { fileSize: FILE_SIZE_MAX, files: 1, fields: 4, fieldSize: 1_000, parts: 5 },
  });
  return app;
}

/** More at once than can be answered in time is refused at the door: quick noes instead of a pile-up. */
function holdBack(app: FastifyInstance, max: number, metrics: Metrics): void {
  let inFlight = 0;
  const counted = new WeakSet<FastifyRequest>();
  app.addHook('onRequest', (request, _reply, done) => {
    if (inFlight >= max && request.url.startsWith('/api')) {
      metrics.refused.inc();
      done(coded('server.busy', { retryAfterSeconds: 1 }));
      return;
    }
    inFlight++;
    counted.add(request);
    metrics.inFlight.set(inFlight);
    done();
  });
  const leave = (request: FastifyRequest) => {
    if (!counted.delete(request)) return;
    inFlight--;
    metrics.inFlight.set(inFlight);
  };
  app.addHook('onResponse', (request, _reply, done) => {
    leave(request);
    done();
  });
  app.addHook('onRequestAbort', (request, done) => {
    leave(request);
    done();
  });
}

/** Fastify's own errors and PostgreSQL's "away" become coded ones; what is unknown stays opaque. */
function toCoded(error: FastifyError): CodedError {
  if (error instanceof CodedError) return error;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return coded('request.too_large', { maxBytes: BODY_MAX });
    case 'FST_REQ_FILE_TOO_LARGE':
      return coded('files.too_large', { maxBytes: FILE_SIZE_MAX });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return coded('request.unsupported_type');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return coded('request.malformed');
  }
  if (isDatabaseAway(error)) return coded('server.unavailable');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return coded('request.malformed');
  return coded('server.failed');
}

function isDatabaseAway(error: { code?: string; message: string }): boolean {
  const code = error.code ?? '';
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}
