import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

export const ROLES = ['api', 'gateway', 'relay', 'worker'] as const;
export type ProcessRole = (typeof ROLES)[number];

/** Every setting, read once from the environment. docs/reference/configuration.md is printed from this. */
export const Settings = z.object({
  DATABASE_URL: z
    .url()
    .optional()
    .describe('PostgreSQL 15 or later. Without it an embedded PostgreSQL 18 runs on DATA_DIR.'),
  DATA_DIR: z.string().default('data').describe('Where the embedded database and uploaded files live.'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on. Demo mode listens on loopback only.'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(7300)
    .describe('Port of console, API, widget and stream.'),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe('Address under which people reach this server; needed behind a proxy.'),
  DEMO: flag.default(false).describe('Fill the database with the demo shop and offer its log-ins.'),
  SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'Key material for sessions, visitor tokens and file links, 32 characters or more. Required in production; made and kept in DATA_DIR otherwise.',
    ),
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('production')
    .describe('production refuses default secrets.'),
  ROLES: z
    .string()
    .default(ROLES.join(','))
    .describe('What this process does: any of api, gateway, relay, worker. Also --roles=.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least level that is logged.'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(20)
    .describe('Connections to PostgreSQL of this process.'),
  MAX_IN_FLIGHT: z.coerce
    .number()
    .int()
    .min(10)
    .default(1_000)
    .describe('Requests worked on at once; more are answered 503 with Retry-After.'),
  RATE_LIMITS: z.enum(['on', 'off']).default('on').describe('off is for load tests on loopback.'),
  TRUST_PROXY: flag
    .default(false)
    .describe('Take the client address from X-Forwarded-For. Only behind a proxy that sets it.'),
  EVENT_STREAM_HOURS: z.coerce
    .number()
    .min(0.01)
    .default(72)
    .describe('How far back a client may resume its stream, in hours; older cursors register anew.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url()
    .optional()
    .describe('OpenTelemetry collector for traces (OTLP over HTTP).'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Bearer token for /metrics from elsewhere than loopback.'),
  SMTP_URL: z
    .string()
    .optional()
    .describe(
      'smtp:// or smtps:// server for invitations and password resets; without it links are shown to whoever makes them.',
    ),
  MAIL_FROM: z.string().default('Xiaoer <noreply@localhost>').describe('Sender of those mails.'),
});

export type Config = Omit<z.infer<typeof Settings>, 'ROLES' | 'SECRET'> & {
  roles: ReadonlySet<ProcessRole>;
  /** Set before the server starts: from the environment or kept in DATA_DIR. */
  secret: string;
};

/** A setting that cannot be used: says which and why, in words for the person who starts the server. */
export class ConfigError extends Error {}

/**
 * Reads and checks all settings. Throws ConfigError that names every bad setting at once.
 * @param env environment variables
 * @param argv command-line arguments; `--roles=a,b` and `--demo` override the environment
 */
export function readConfig(
  env: NodeJS.ProcessEnv,
  argv: readonly string[] = [],
): Omit<Config, 'secret'> & { SECRET?: string } {
  const roleArgument = argv.find((a) => a.startsWith('--roles='))?.slice('--roles='.length);
  const source = {
    ...env,
    ...(roleArgument ? { ROLES: roleArgument } : {}),
    ...(argv.includes('--demo') ? { DEMO: 'true' } : {}),
  };
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(present);
  const { roles, problems } = readRoles(present.ROLES ?? ROLES.join(','));
  if (!parsed.success)
    problems.unshift(...parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`));
  if (isOn(present.DEMO) && present.HOST !== undefined && !LOOPBACK.includes(present.HOST))
    problems.push('DEMO: the demo has public passwords, so it listens on loopback only; unset HOST or DEMO');
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const { ROLES: _list, ...rest } = parsed.data;
  return { ...rest, roles };
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const isOn = (value: string | undefined) => flag.safeParse(value).data === true;

function readRoles(list: string): { roles: Set<ProcessRole>; problems: string[] } {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const isKnown = (name: string): name is ProcessRole => ROLES.includes(name as ProcessRole);
  const problems = names
    .filter((name) => !isKnown(name))
    .map((name) => `ROLES: unknown role "${name}"; known: ${ROLES.join(', ')}`);
  if (names.length === 0) problems.push('ROLES: at least one role');
  return { roles: new Set(names.filter(isKnown)), problems };
}
