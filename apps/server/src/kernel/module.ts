import type { FastifyInstance } from 'fastify';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './db/transact.ts';
import type { StampedEvent } from './events/read.ts';
import type { Subscriber } from './events/subscribers.ts';
import type { Files } from './files/index.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Authenticators } from './http/principal.ts';
import type { Router } from './http/route.ts';
import type { Job } from './jobs.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './telemetry/metrics.ts';

/** What every module is given. Nothing here knows a module. */
export type Kernel = {
  config: Config;
  clock: Clock;
  db: Database;
  files: Files;
  log: Logger;
  metrics: Metrics;
  auth: Authenticators;
  /** The streams open in this process; absent in processes without the gateway role. */
  gateway(): Gateway | null;
  /** Under which address people reach this server, without a slash at the end. */
  publicUrl(): string;
};

/** What a module offers the server. Modules are listed in modules/index.ts, lower tiers first. */
export type Module = {
  name: string;
  /** Folder of forward-only SQL files. */
  migrations?: URL;
  /** Before anything else of the module: fill caches. */
  start?(): Promise<void>;
  routes?(router: Router, app: FastifyInstance): void;
  subscribers?: readonly Subscriber[];
  jobs?: readonly Job[];
  /** In every process, for caches: sees each batch of the log once, outside any transaction. */
  onEvents?(events: readonly StampedEvent[]): void;
  stop?(): Promise<void>;
};
