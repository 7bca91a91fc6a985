import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Config } from './kernel/config.ts';
import { coded } from './kernel/errors.ts';
import { isSame } from './kernel/secret.ts';
import type { Metrics } from './kernel/telemetry/metrics.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** /healthz (the process runs), /readyz (it can serve) and /metrics, for whoever operates the server. */
export function serveOperations(
  app: FastifyInstance,
  deps: { config: Config; metrics: Metrics; pool: pg.Pool; isReady: () => Promise<boolean> },
): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const isReady = await deps.isReady().catch(() => false);
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (request, reply) => {
    const { METRICS_TOKEN } = deps.config;
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const isAllowed = METRICS_TOKEN === undefined ? LOOPBACK.has(request.ip) : isSame(given, METRICS_TOKEN);
    if (!isAllowed) throw coded('request.not_found');
    deps.metrics.poolWaiting.set(deps.pool.waitingCount);
    return reply.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics());
  });
}
