import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makePassword, startEmbedded } from '../kernel/db/embedded.ts';
import { migrateAll } from '../server.ts';
import { onDatabase, TEMPLATE, withClient } from './database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'xiaoer-test-'));
  // As root, PostgreSQL runs as somebody else who has to get in.
  await chmod(directory, 0o755);
  const postgres = await startEmbedded(join(directory, 'pg'), { password: makePassword() });
  // Nothing here has to survive a power cut.
  await withClient(postgres.url, async (client) => {
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
      await client.query(`alter system set ${name} = off`);
    await client.query('select pg_reload_conf()');
    await client.query(`create database ${TEMPLATE}`);
  });
  await migrateAll(onDatabase(postgres.url, TEMPLATE));
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
