import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export type MigrationSource = { module: string; directory: URL };
type Migration = { module: string; name: string; sql: string; checksum: string };

/** The database cannot be brought to what this program needs; the message says why and what to do. */
export class MigrationError extends Error {}

// Any number that nothing else uses: one migration run at a time on a database.
const LOCK = 7_300_001;

async function readMigrations(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const all: Migration[] = [];
  for (const { module, directory } of sources) {
    const files = (await readdir(fileURLToPath(directory))).filter((f) => f.endsWith('.sql')).sort();
    for (const file of files) {
      const sql = await readFile(new URL(file, directory), 'utf8');
      all.push({
        module,
        name: file.slice(0, -4),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      });
    }
  }
  return all;
}

function checkHistory(
  known: Migration[],
  applied: { module: string; name: string; checksum: string }[],
): void {
  const byKey = new Map(known.map((m) => [`${m.module}/${m.name}`, m]));
  for (const row of applied) {
    const key = `${row.module}/${row.name}`;
    const migration = byKey.get(key);
    if (!migration)
      throw new MigrationError(
        `The database has migration ${key}, which this version does not know: it was last used by a newer version. Start that version.`,
      );
    if (migration.checksum !== row.checksum)
      throw new MigrationError(
        `Migration ${key} was changed after it had been applied to this database. Migrations are forward-only: restore the file and add a new one.`,
      );
  }
}

/**
 * Applies what is missing, module by module in the given order (foreign keys point down), each file in
 * one transaction with its record: a start that was killed half way goes on where it stopped.
 * @returns names of the migrations applied now
 */
export async function migrate(url: string, sources: readonly MigrationSource[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'xiaoer-migrate' });
  try {
    await client.connect();
  } catch (error) {
    throw new MigrationError(explainRefusal(url, error));
  }
  try {
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num);
    if (version < 150_000)
      throw new MigrationError(`PostgreSQL 15 or later is needed; this server is ${version}.`);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create schema if not exists kernel;
      create table if not exists kernel.migration (
        module text not null, name text not null, checksum text not null,
        applied_at timestamptz not null default now(), primary key (module, name))`);
    const known = await readMigrations(sources);
    const applied = (await client.query('select module, name, checksum from kernel.migration')).rows;
    checkHistory(known, applied);
    const done = new Set(applied.map((r) => `${r.module}/${r.name}`));
    const missing = known.filter((m) => !done.has(`${m.module}/${m.name}`));
    for (const migration of missing) await apply(client, migration);
    return missing.map((m) => `${m.module}/${m.name}`);
  } catch (error) {
    if (error instanceof MigrationError || (error as { code?: string }).code === undefined) throw error;
    throw new MigrationError(explainRefusal(url, error));
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into kernel.migration (module, name, checksum) values ($1, $2, $3)', [
      migration.module,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(
      `Migration ${migration.module}/${migration.name} failed and was rolled back: ${(error as Error).message}`,
    );
  }
}

/** Why PostgreSQL did not let us in, for the person who set DATABASE_URL; without the password in it. */
function explainRefusal(url: string, error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${place} refuses the user "${username}": check user and password in DATABASE_URL.`;
  if (code === '3D000')
    return `PostgreSQL at ${place} has no database "${pathname.slice(1)}": create it, or correct DATABASE_URL.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return `PostgreSQL does not answer at ${place} (${code}): start it, or correct DATABASE_URL.`;
  if (code === '42501')
    return `The user "${username}" may not create tables in database "${pathname.slice(1)}": make it the owner (${message}).`;
  return `PostgreSQL at ${place} cannot be used: ${message}`;
}
