/** Adds one UTF-16 unit to a hash (FNV-1a; Fowler, Noll and Vo). */
export const add = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** 32-bit hash of a string, as a signed integer. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = add(hash, text.charCodeAt(i));
  return hash;
}

/** One hash from two and a salt (the finalizer of MurmurHash3, A. Appleby). */
export function mix(a: number, b: number, salt: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + salt * 0x632be5ab, 0x85ebca77);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
