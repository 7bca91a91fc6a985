import { type Runner, run, runMigrations, Logger as WorkerLogger } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { z } from 'zod';
import type { Tx } from './db/transact.ts';
import type { Logger } from './logger.ts';

/** Slow, timed or outbound work. `run` rechecks its row: a job that came too late must be harmless. */
export type Job<P = unknown> = {
  name: string;
  payload: z.ZodType<P>;
  run(payload: P): Promise<void>;
  /** Tries in all before the job stays in the failed list. */
  tries?: number;
};

/**
 * Adds a job in the transaction: it exists if and only if the change does.
 * @param options.key replaces a waiting job of the same key (a snooze that is moved)
 * @param options.at earliest time to run
 */
export async function addJob(
  tx: Tx,
  name: string,
  payload: object,
  options: { key?: string; at?: Date; tries?: number } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, payload := ${JSON.stringify(payload)}::json,
    run_at := ${options.at ?? null}::timestamptz, max_attempts := ${options.tries ?? 10}::int,
    job_key := ${options.key ?? null}::text, job_key_mode := 'replace')`.execute(tx);
}

/** Takes back a waiting job; nothing happens if it has run or never was. */
export async function removeJob(tx: Tx, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key}::text)`.execute(tx);
}

export type Jobs = { stop(): Promise<void> };

/** Creates or updates graphile-worker's own schema. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
}

/** Runs jobs in this process until stopped; running ones are finished first. */
export async function startJobs(options: {
  pool: pg.Pool;
  jobs: readonly Job[];
  log: Logger;
  concurrency?: number;
}): Promise<Jobs> {
  const taskList = Object.fromEntries(
    options.jobs.map((job) => [
      job.name,
      async (raw: unknown) => {
        await job.run(job.payload.parse(raw));
      },
    ]),
  );
  const runner: Runner = await run({
    pgPool: options.pool,
    taskList,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    noPreparedStatements: false,
    preset: { worker: { maxPoolSize: 4 } },
    logger: quietLogger(options.log),
  });
  return { stop: () => runner.stop() };
}

function quietLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level === 'error') log.error({ job: meta?.taskIdentifier }, message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
