import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmbeddedPostgres, makePassword, startEmbedded } from '../apps/server/src/kernel/db/embedded.ts';

const MAIN = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));

export type ServerProcess = {
  port: number;
  child: ChildProcess;
  /** What it printed when it was ready. */
  greeting: string;
  stop(): Promise<void>;
};
/** A PostgreSQL of its own in a temporary folder, and servers as processes of their own on it. */
export type Stage = {
  databaseUrl: string;
  directory: string;
  serve(options?: { args?: string[]; env?: Record<string, string>; port?: number }): Promise<ServerProcess>;
  close(): Promise<void>;
};

export async function makeStage(): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'xiaoer-bench-'));
  await chmod(directory, 0o755);
  const given = process.env.BENCH_DATABASE_URL;
  const postgres: EmbeddedPostgres | null = given
    ? null
    : await startEmbedded(join(directory, 'pg'), { password: makePassword() });
  const databaseUrl = given ?? postgres!.url;
  const children = new Set<ChildProcess>();
  return {
    databaseUrl,
    directory,
    async serve({ args = ['--demo'], env = {}, port = 0 } = {}) {
      const server = await startProcess(args, {
        DATABASE_URL: databaseUrl,
        DATA_DIR: directory,
        PORT: String(port),
        RATE_LIMITS: 'off',
        LOG_LEVEL: 'warn',
        ...env,
      });
      children.add(server.child);
      return server;
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      await postgres?.stop({ isForced: true });
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Starts the server and waits for its greeting, which names the port that it was given. */
export function startProcess(args: string[], env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, fail) => {
    let words = '';
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${words}`)));
    child.stdout!.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-10_000);
      const port = /Xiaoer 小二\s+http:\/\/[^:\s]+:(\d+)/.exec(words)?.[1];
      if (port === undefined) return;
      done({ port: Number(port), child, greeting: words, stop: () => stopProcess(child) });
    });
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await gone;
}
