import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

/**
 * The installation's secret: SECRET, or one made at first start and kept in DATA_DIR/secret (mode 0600).
 * A production server on an outside database must be given one: two processes that each made their own
 * would refuse each other's tokens.
 */
export function loadSecret(options: {
  given: string | undefined;
  dataDir: string;
  mustBeGiven: boolean;
}): string {
  if (options.given !== undefined) {
    if (new Set(options.given).size < 10)
      throw new ConfigError('SECRET: too regular to be a secret; make one with: openssl rand -hex 32');
    return options.given;
  }
  if (options.mustBeGiven)
    throw new ConfigError(
      'SECRET: required with DATABASE_URL in production; make one with: openssl rand -hex 32',
    );
  const path = join(options.dataDir, 'secret');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(options.dataDir, { recursive: true });
  const made = randomBytes(32).toString('hex');
  writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

/** A key for one purpose, so that a token of one kind is never valid as another (HKDF, RFC 5869). */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'xiaoer', purpose, 32));
}

/** URL-safe HMAC-SHA256 (RFC 2104). */
export function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Compares in constant time; differing lengths are unequal. */
export function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
