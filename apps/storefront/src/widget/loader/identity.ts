import type { ShopperProof } from '@xiaoer/contracts';
import type { OutboxStorage } from '@xiaoer/sync/visitor';

/** Reads what the shop hands to `identify`; null if it is neither of the two proofs. */
export function readProof(value: unknown): ShopperProof | null {
  if (typeof value !== 'object' || value === null) return null;
  const { jwt, externalId, name, email, hmac } = value as Record<string, unknown>;
  if (typeof jwt === 'string') return { jwt };
  // Numbers are what shops' user ids often are.
  const id = typeof externalId === 'number' ? String(externalId) : externalId;
  if (typeof id !== 'string' || id === '' || typeof hmac !== 'string') return null;
  return {
    externalId: id,
    hmac: hmac.toLowerCase(),
    ...(typeof name === 'string' && name !== '' && { name }),
    ...(typeof email === 'string' && email !== '' && { email }),
  };
}

/** Whom a proof speaks of, only to notice that it is another person; the server checks the proof. */
export function subjectOf(proof: ShopperProof): string {
  if ('externalId' in proof) return proof.externalId;
  const payload = proof.jwt.split('.')[1] ?? '';
  try {
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (c) =>
      c.charCodeAt(0),
    );
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
    return typeof sub === 'string' ? sub : '';
  } catch {
    // Not a token at all: the server will refuse it.
    return '';
  }
}

export const storagePrefix = (channelKey: string) => `xiaoer.${channelKey}.`;

/** Removes token, unsent messages and the note of who it was. */
export function forget(storage: OutboxStorage, channelKey: string): void {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  for (const key of keys) if (key?.startsWith(storagePrefix(channelKey))) storage.removeItem(key);
}

/** Keeps note of the person; what an earlier one left in this browser is removed first. */
export function rememberShopper(storage: OutboxStorage, channelKey: string, proof: ShopperProof): boolean {
  const key = `${storagePrefix(channelKey)}shopper`;
  const before = storage.getItem(key);
  const now = subjectOf(proof);
  const isOther = before !== null && before !== now;
  if (isOther) forget(storage, channelKey);
  storage.setItem(key, now);
  return isOther;
}
