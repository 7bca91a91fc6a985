import { type LoggerOptions, type Logger as PinoLogger, pino } from 'pino';

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

/** Secrets are left out by key, personal data masked inside strings. */
export function loggerOptions(level: string): LoggerOptions {
  return {
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
        const masked: unknown[] = args.map((a) => (typeof a === 'string' ? maskPersonal(a) : a));
        const [first, words] = args as unknown[];
        const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err;
        // Without words of its own the line would take over the error's as they are.
        if (error instanceof Error && words === undefined) masked[1] = maskPersonal(error.message);
        method.apply(this, masked as unknown as Parameters<typeof method>);
      },
    },
  };
}

/** Structured log to stdout. */
export const makeLogger = (level: string): Logger => pino(loggerOptions(level));
