import { isSame, sign } from '../../../kernel/secret.ts';

/** A visitor's browser keeps this; it names an identity and a channel and lasts a year after its last renewal. */
export type VisitorToken = { identityId: string; channelId: string; expiresAt: number };

const LIFE_SECONDS = 365 * 86_400;

export function makeVisitorToken(key: Buffer, identityId: string, channelId: string, now: Date): string {
  const body = [identityId, channelId, Math.floor(now.getTime() / 1000) + LIFE_SECONDS].join('.');
  return `${body}.${sign(key, body)}`;
}

/** @returns null for anything that was not signed here or has ended */
export function readVisitorToken(key: Buffer, token: string, now: Date): VisitorToken | null {
  const [identityId, channelId, expires, signature, ...rest] = token.split('.');
  if (!identityId || !channelId || !expires || !signature || rest.length > 0) return null;
  if (!isSame(sign(key, [identityId, channelId, expires].join('.')), signature)) return null;
  const expiresAt = Number(expires);
  return expiresAt > now.getTime() / 1000 ? { identityId, channelId, expiresAt } : null;
}
