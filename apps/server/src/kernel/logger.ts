import { type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

const EMAIL = /([\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]*@([\p{L}\p{N}-]+\.)/gu;
const PHONE = /(?<!\d)(\+?\d{2,4}[- ]?)?(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)/g;

/** Masks e-mail addresses and mobile numbers: l***@example.com, 138****0000. */
export function maskPersonal(text: string): string {
  return text.replace(EMAIL, '$1***@$2').replace(PHONE, '$2****$3');
}

const SECRET_PATHS = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'hmac',
  'jwt',
  'email',
  'phone',
  'text',
  'body',
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** Personal data inside the strings of what is logged, two levels deep; errors have a serializer of their own. */
function maskStrings(fields: Record<string, unknown>, depth = 2): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      if (typeof value === 'string') return [key, maskPersonal(value)];
      const isPlain = value !== null && typeof value === 'object' && value.constructor === Object;
      return [key, isPlain && depth > 0 ? maskStrings(value as Record<string, unknown>, depth - 1) : value];
    }),
  );
}

/** Structured log to stdout. Secrets are left out by key, personal data masked inside strings. */
export function makeLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: '[masked]' },
    serializers: {
      err: (error: Error) => ({
        type: error.name,
        message: maskPersonal(error.message),
        stack: error.stack ? maskPersonal(error.stack) : undefined,
        code: (error as { code?: unknown }).code,
      }),
    },
    formatters: { log: (fields) => maskStrings(fields) },
    hooks: {
      logMethod(args, method) {
        const masked = args.map((a) => (typeof a === 'string' ? maskPersonal(a) : a));
        method.apply(this, masked as Parameters<typeof method>);
      },
    },
  });
}
