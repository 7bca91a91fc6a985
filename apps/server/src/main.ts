import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_LOGINS } from './demo/people.ts';
import { isDemoEmpty, seedDemo } from './demo/seed.ts';
import { type Config, ConfigError, readConfig } from './kernel/config.ts';
import { type EmbeddedPostgres, makePassword, startEmbedded } from './kernel/db/embedded.ts';
import { MigrationError } from './kernel/db/migrate.ts';
import { type Logger, makeLogger } from './kernel/logger.ts';
import { loadSecret } from './kernel/secret.ts';
import { migrateAll, startServer, type XiaoerServer } from './server.ts';

/** The embedded server's password, made at the first start and kept beside its data. */
function embeddedPassword(dataDir: string): string {
  const path = join(dataDir, 'database-password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const password = makePassword();
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
}

async function openDatabase(
  config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
  log: Logger,
): Promise<{ url: string; embedded: EmbeddedPostgres | null }> {
  if (config.DATABASE_URL !== undefined) return { url: config.DATABASE_URL, embedded: null };
  const embedded = await startEmbedded(join(config.DATA_DIR, 'pg'), {
    password: embeddedPassword(config.DATA_DIR),
    onRestart: (reason) => log.warn({ reason }, 'PostgreSQL had stopped; starting it again'),
  });
  return { url: embedded.url, embedded };
}

async function greet(server: XiaoerServer, config: Config): Promise<void> {
  const lines = [`Xiaoer 小二  ${server.url}`];
  if (config.roles.has('api')) {
    lines.push(`  console 工作台    ${server.kernel.publicUrl()}/`);
    if (config.DEMO) {
      lines.push(`  demo shop 演示店  ${server.kernel.publicUrl()}/shop`);
      for (const { role, email, password } of DEMO_LOGINS)
        lines.push(`  log in 登录       ${email}  ${password}  (${role})`);
    }
    const link = await server.modules.identity.setUpLink();
    if (link !== null)
      lines.push(`  Create the first owner with this link, once 创建首位所有者（仅一次）:\n  ${link}`);
  }
  console.log(lines.join('\n'));
}

async function main(): Promise<void> {
  const { SECRET, ...read } = readConfig(process.env, process.argv.slice(2));
  const mustBeGiven = read.NODE_ENV === 'production' && !read.DEMO && read.DATABASE_URL !== undefined;
  const config: Config = {
    ...read,
    secret: loadSecret({ given: SECRET, dataDir: read.DATA_DIR, mustBeGiven }),
  };
  const log = makeLogger(config.LOG_LEVEL);
  const { url, embedded } = await openDatabase(config, log);
  let server: XiaoerServer | null = null;
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    // Whatever hangs must not hold the process for ever.
    setTimeout(() => process.exit(1), 15_000).unref();
    await server?.stop();
    await embedded?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  try {
    const applied = await migrateAll(url);
    if (applied.length > 0) log.info({ count: applied.length }, 'database migrated');
    server = await startServer({ config, databaseUrl: url, log });
    if (config.DEMO && config.roles.has('worker') && (await isDemoEmpty(server))) await seedDemo(server);
    await greet(server, config);
  } catch (error) {
    explain(error);
    await stop(1);
  }
}

/** Known troubles in one line; the rest with everything that helps to find it. */
function explain(error: unknown): void {
  const { code, port } = error as { code?: string; port?: number };
  if (error instanceof ConfigError || error instanceof MigrationError) console.error(error.message);
  else if (code === 'EADDRINUSE')
    console.error(`Port ${port} is in use: stop what uses it, or choose another with PORT=…`);
  else console.error(error);
}

main().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});
