import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrateAll } from '../../server.ts';
import { onDatabase, withClient } from '../../testing/database.ts';
import { MigrationError, type MigrationSource, migrate } from './migrate.ts';

let folder: string;
let url: string;
let source: MigrationSource;
const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
const query = async (text: string) => (await withClient(url, (c) => c.query(text))).rows;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoer-migrations-'));
  source = { module: 'shop', directory: pathToFileURL(`${folder}/`) };
  const name = `migrate_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const postgresUrl = inject('postgresUrl');
  await withClient(postgresUrl, (client) => client.query(`create database ${name}`));
  url = onDatabase(postgresUrl, name);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  const name = new URL(url).pathname.slice(1);
  await withClient(inject('postgresUrl'), (client) => client.query(`drop database ${name} with (force)`));
});

describe('migrating', () => {
  it('makes everything in an empty database, once', async () => {
    const applied = await migrateAll(url);
    expect(applied).toContain('kernel/0001_event_log');
    expect(applied.findIndex((a) => a.startsWith('customers/'))).toBeLessThan(
      applied.findIndex((a) => a.startsWith('conversations/')),
    );
    expect(await migrateAll(url)).toEqual([]);
  });

  it('by two processes at once is done by one of them', async () => {
    await write('0001_a.sql', 'create table a (id int)');
    await write('0002_b.sql', 'select pg_sleep(0.2); create table b (id int)');
    const both = await Promise.all([migrate(url, [source]), migrate(url, [source])]);
    expect(both.flat().sort()).toEqual(['shop/0001_a', 'shop/0002_b']);
  });

  it('goes on where a failure stopped it; the failing file leaves nothing', async () => {
    await write('0001_a.sql', 'create table a (id int)');
    await write('0002_b.sql', 'create table b (id int); select * from nowhere');
    await write('0003_c.sql', 'create table c (id int)');
    const failed = migrate(url, [source]);
    await expect(failed).rejects.toThrow(MigrationError);
    await expect(failed).rejects.toThrow(/shop\/0002_b failed and was rolled back.*nowhere/);
    expect(await query(`select to_regclass('a') a, to_regclass('b') b, to_regclass('c') c`)).toEqual([
      { a: 'a', b: null, c: null },
    ]);
    await write('0002_b.sql', 'create table b (id int)');
    expect(await migrate(url, [source])).toEqual(['shop/0002_b', 'shop/0003_c']);
  });

  it('refuses a file that was changed after it was applied', async () => {
    await write('0001_a.sql', 'create table a (id int)');
    await migrate(url, [source]);
    await write('0001_a.sql', 'create table a (id bigint)');
    await write('0002_b.sql', 'create table b (id int)');
    await expect(migrate(url, [source])).rejects.toThrow(
      /shop\/0001_a was changed after it had been applied/,
    );
    expect(await query(`select to_regclass('b') b`)).toEqual([{ b: null }]);
  });

  it('refuses a database of a newer version', async () => {
    await write('0001_a.sql', 'create table a (id int)');
    await write('0002_later.sql', 'create table later (id int)');
    await migrate(url, [source]);
    await rm(join(folder, '0002_later.sql'));
    await expect(migrate(url, [source])).rejects.toThrow(/newer version/);
  });

  it('says clearly why PostgreSQL refuses, and never the password', async () => {
    const refusal = async (change: (to: URL) => void): Promise<string> => {
      const other = new URL(url);
      change(other);
      const error = await migrate(other.toString(), [source]).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(MigrationError);
      const { message } = error as MigrationError;
      expect(message).not.toContain(decodeURIComponent(new URL(url).password));
      expect(message).not.toContain('guess');
      return message;
    };
    expect(await refusal((to) => (to.password = 'guess'))).toMatch(/refuses the user "xiaoer".*DATABASE_URL/);
    expect(await refusal((to) => (to.pathname = '/nothing_here'))).toMatch(/no database "nothing_here"/);
    expect(await refusal((to) => (to.port = '1'))).toMatch(/does not answer at 127\.0\.0\.1:1/);
  });

  it('says so if the user may not make tables', async () => {
    await withClient(url, (c) => c.query(`create role guest_${process.pid} login password 'guess'`));
    const other = new URL(url);
    other.username = `guest_${process.pid}`;
    other.password = 'guess';
    await expect(migrate(other.toString(), [source])).rejects.toThrow(/may not create tables/);
    await withClient(url, (c) => c.query(`drop role guest_${process.pid}`));
  });
});
