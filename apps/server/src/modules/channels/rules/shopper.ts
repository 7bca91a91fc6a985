import { createHmac } from 'node:crypto';
import { Email, type ShopperProof, Text } from '@xiaoer/contracts';
import { z } from 'zod';
import { isSame } from '../../../kernel/secret.ts';

/** Claims of a shop's token (RFC 7519); `exp` is required so that a leaked one ends. */
const Claims = z.object({
  sub: Text(200).min(1),
  exp: z.number(),
  nbf: z.number().optional(),
  name: Text(80).optional(),
  email: Email.optional(),
  phone: Text(30).optional(),
  vip: z.boolean().optional(),
});

export type ProvenShopper = {
  externalId: string;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  isVip?: boolean | undefined;
  /** Whether name, e-mail and the rest are the shop's word too, not only the id. */
  isVouched: boolean;
};

/** Longest life of a token that we accept, so that a forgotten `exp` in a far year is noticed. */
const LIFE_MAX_SECONDS = 7 * 86_400;
const SKEW_SECONDS = 60;

/**
 * Checks a shop's word on who its shopper is, under any of the channel's valid secrets.
 * @returns the shopper, or null if the proof is forged, expired or malformed
 */
export function proveShopper(
  proof: ShopperProof,
  secrets: readonly string[],
  now: Date,
): ProvenShopper | null {
  if ('jwt' in proof) return secrets.map((s) => proveJwt(proof.jwt, s, now)).find((p) => p !== null) ?? null;
  const isProven = secrets.some((secret) =>
    isSame(createHmac('sha256', secret).update(proof.externalId).digest('hex'), proof.hmac),
  );
  // Under HMAC only the id is proven: name and e-mail are the browser's word, not believed for a known customer.
  return isProven
    ? { externalId: proof.externalId, name: proof.name, email: proof.email, isVouched: false }
    : null;
}

function proveJwt(jwt: string, secret: string, now: Date): ProvenShopper | null {
  const [header, payload, signature, ...rest] = jwt.split('.');
  if (!header || !payload || !signature || rest.length > 0) return null;
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  if (!isSame(expected, signature)) return null;
  try {
    // The algorithm is ours to choose, not the token's: only HS256 is heard.
    if (JSON.parse(Buffer.from(header, 'base64url').toString()).alg !== 'HS256') return null;
    const claims = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    const seconds = now.getTime() / 1000;
    if (claims.exp < seconds - SKEW_SECONDS || claims.exp > seconds + LIFE_MAX_SECONDS) return null;
    if (claims.nbf !== undefined && claims.nbf > seconds + SKEW_SECONDS) return null;
    return {
      externalId: claims.sub,
      name: claims.name,
      email: claims.email,
      phone: claims.phone,
      isVip: claims.vip,
      isVouched: true,
    };
  } catch {
    return null;
  }
}
