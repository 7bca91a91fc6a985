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
    hooks: {
      logMethod(args, method) {
        const masked = args.map((a) => (typeof a === 'string' ? maskPersonal(a) : a));
        method.apply(this, masked as Parameters<typeof method>);
      },
    },
  });
}
