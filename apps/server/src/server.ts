import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serveDemo } from './demo/routes.ts';
import { serveFrontEnds } from './front-ends.ts';
import type { Clock } from './kernel/clock.ts';
import { systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { makeDatabase, makePool } from './kernel/db/connect.ts';
import { migrate } from './kernel/db/migrate.ts';
import { ping } from './kernel/db/transact.ts';
import { startRelay } from './kernel/events/relay.ts';
import { registerSubscribers, startSubscribers } from './kernel/events/subscribers.ts';
import { startTail } from './kernel/events/tail.ts';
import { makeFiles } from './kernel/files/index.ts';
import { type Gateway, startGateway } from './kernel/gateway/gateway.ts';
import { makeRouter, type Router } from './kernel/http/route.ts';
import { makeHttpServer } from './kernel/http/server.ts';
import { migrateJobs, startJobs } from './kernel/jobs.ts';
import type { Logger } from './kernel/logger.ts';
import { kernelMigrations } from './kernel/migrations.ts';
import type { Kernel } from './kernel/module.ts';
import { makeMetrics } from './kernel/telemetry/metrics.ts';
import { startTracing } from './kernel/telemetry/tracing.ts';
import { type Modules, makeModules, moduleMigrations } from './modules/index.ts';
import { serveOperations } from './operations.ts';

/** How long requests under way may take to end once the server stops. */
const STOP_PATIENCE_MS = 5_000;

export type XiaoerServer = {
  /** Where it listens, for instance http://127.0.0.1:7300. */
  url: string;
  kernel: Kernel;
  modules: Modules;
  router: Router;
  /** The last seq that this process's caches and streams have seen. */
  position(): number;
  /** Finishes what is under way, closes streams, leaves the database. */
  stop(): Promise<void>;
};

/** All schemas up to date: the kernel's, every module's, the job queue's. */
export async function migrateAll(url: string): Promise<string[]> {
  const applied = await migrate(url, [kernelMigrations, ...moduleMigrations]);
  const pool = makePool(url, { max: 2, name: 'xiaoer-migrate', onError: () => {} });
  try {
    await migrateJobs(pool);
  } finally {
    await pool.end();
  }
  return applied;
}

/**
 * Starts one process of Xiaoer with the roles of its configuration. The database must be migrated.
 * Order matters: readers of the log before its writer's front door; and the reverse when stopping.
 */
export async function startServer(options: {
  config: Config;
  databaseUrl: string;
  log: Logger;
  clock?: Clock;
}): Promise<XiaoerServer> {
  const { config, databaseUrl, log } = options;
  const clock = options.clock ?? systemClock;
  const metrics = makeMetrics();
  const stopTracing = config.OTEL_EXPORTER_OTLP_ENDPOINT
    ? await startTracing(config.OTEL_EXPORTER_OTLP_ENDPOINT)
    : async () => {};
  const pool = makePool(databaseUrl, {
    max: config.DATABASE_POOL,
    name: 'xiaoer',
    onError: (err) => log.debug({ err }, 'idle database connection lost'),
  });
  const db = makeDatabase(pool);
  let gateway: Gateway | null = null;
  let url = '';
  const kernel: Kernel = {
    config,
    clock,
    db,
    log,
    metrics,
    files: makeFiles({ db, clock, secret: config.secret, dataDir: config.DATA_DIR }),
    auth: {
      agent: (headers) => modules.identity.authenticate(headers),
      visitor: (token) => modules.channels.authenticate(token),
    },
    gateway: () => gateway,
    publicUrl: () => config.PUBLIC_URL?.replace(/\/$/, '') ?? url,
  };
  const modules: Modules = makeModules(kernel);
  // Before caches are filled: an event between the two would be in neither.
  const origin = randomUUID();
  const tail = await startTail({ db, url: databaseUrl, log, origin });
  tail.onBatch((events) => {
    for (const module of modules.all) module.onEvents?.(events);
  });
  for (const module of modules.all) await module.start?.();

  const subscribers = modules.all.flatMap((m) => m.subscribers ?? []);
  await registerSubscribers(db, subscribers);

  const app = await makeHttpServer({ config, log, metrics });
  const router = makeRouter(app, {
    auth: kernel.auth,
    metrics,
    isLimited: config.RATE_LIMITS === 'on',
    checkAnswers: config.NODE_ENV !== 'production',
  });
  let isReady = false;
  serveOperations(app, {
    config,
    metrics,
    pool,
    isReady: async () => {
      if (isReady) await ping(db);
      return isReady;
    },
  });
  if (config.roles.has('api')) {
    for (const module of modules.all) module.routes?.(router, app);
    kernel.files.serve(app);
    await serveFrontEnds(app, kernel);
    if (config.DEMO) serveDemo(app);
  }
  if (config.roles.has('gateway'))
    gateway = startGateway({
      server: app.server,
      db,
      tail,
      auth: kernel.auth,
      metrics,
      log,
      streamHours: config.EVENT_STREAM_HOURS,
      now: () => clock.now(),
      toVisitor: (event) => modules.channels.toVisitor(event),
      ephemeral: modules.presence,
    });
  const relay = config.roles.has('relay')
    ? startRelay({
        url: databaseUrl,
        log,
        origin,
        onStamped: tail.take,
        metrics: {
          stamped: (count, seconds) => {
            metrics.stamped.inc(count);
            metrics.stampSeconds.observe(seconds);
          },
        },
      })
    : null;
  const running = config.roles.has('worker')
    ? startSubscribers({
        db,
        subscribers,
        log,
        now: () => clock.now(),
        metrics: {
          handled: (name, count) => metrics.handled.inc({ subscriber: name }, count),
          setAside: (name) => metrics.setAside.inc({ subscriber: name }),
        },
      })
    : null;
  if (running) tail.onBatch((events) => running.wake(events));
  const jobs = config.roles.has('worker')
    ? await startJobs({ pool, jobs: modules.all.flatMap((m) => m.jobs ?? []), log })
    : null;

  await app.listen({ host: config.HOST, port: config.PORT });
  const address = app.server.address() as AddressInfo;
  url = `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${address.port}`;
  isReady = true;

  return {
    url,
    kernel,
    modules,
    router,
    position: () => tail.position(),
    async stop() {
      isReady = false;
      await gateway?.drain();
      // A client that never finishes its request must not hold the exit.
      const patience = setTimeout(() => app.server.closeAllConnections(), STOP_PATIENCE_MS).unref();
      await app.close();
      clearTimeout(patience);
      await jobs?.stop();
      await running?.stop();
      await relay?.stop();
      await tail.stop();
      for (const module of [...modules.all].reverse()) await module.stop?.();
      await db.destroy();
      await stopTracing();
    },
  };
}
