const CHUNKS = 256;

/** Spreads keys over the chunks (FNV-1a). UUIDv7 differ in their tails, so the tail is enough. */
function chunkOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = Math.max(0, key.length - 8); i < key.length; i++)
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (CHUNKS - 1);
}

type Chunk<V> = ReadonlyMap<string, V>;

/**
 * An immutable map. `with` and `without` answer a new map that shares all chunks but one with the old
 * one: a change among 5,000 entries copies 256 pointers and about 20 entries, and `diff` finds what
 * changed between two maps without looking at the rest. Order of iteration means nothing.
 */
export class ChunkedMap<V> {
  static readonly #empty = new ChunkedMap<never>(new Array<undefined>(CHUNKS).fill(undefined), 0);
  readonly size: number;
  readonly #chunks: readonly (Chunk<V> | undefined)[];

  private constructor(chunks: readonly (Chunk<V> | undefined)[], size: number) {
    this.#chunks = chunks;
    this.size = size;
  }

  static empty<V>(): ChunkedMap<V> {
    return ChunkedMap.#empty;
  }

  static of<V>(entries: Iterable<readonly [string, V]>): ChunkedMap<V> {
    const chunks = new Array<Map<string, V> | undefined>(CHUNKS).fill(undefined);
    let size = 0;
    for (const [key, value] of entries) {
      const at = chunkOf(key);
      const chunk = chunks[at] ?? new Map<string, V>();
      chunks[at] = chunk;
      if (!chunk.has(key)) size++;
      chunk.set(key, value);
    }
    return new ChunkedMap<V>(chunks, size);
  }

  get(key: string): V | undefined {
    return this.#chunks[chunkOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#chunks[chunkOf(key)]?.has(key) ?? false;
  }

  /** This map with `value` at `key`; this map itself when it is there already. */
  with(key: string, value: V): ChunkedMap<V> {
    const at = chunkOf(key);
    const old = this.#chunks[at];
    const isHeld = old?.has(key) ?? false;
    if (isHeld && Object.is(old!.get(key), value)) return this;
    const chunk = new Map(old);
    chunk.set(key, value);
    const chunks = this.#chunks.slice();
    chunks[at] = chunk;
    return new ChunkedMap(chunks, this.size + (isHeld ? 0 : 1));
  }

  /** This map without `key`; this map itself when it has none. */
  without(key: string): ChunkedMap<V> {
    const at = chunkOf(key);
    const old = this.#chunks[at];
    if (!old?.has(key)) return this;
    const chunk = new Map(old);
    chunk.delete(key);
    const chunks = this.#chunks.slice();
    chunks[at] = chunk.size === 0 ? undefined : chunk;
    return new ChunkedMap(chunks, this.size - 1);
  }

  *entries(): IterableIterator<[string, V]> {
    for (const chunk of this.#chunks) if (chunk) yield* chunk.entries();
  }

  *values(): IterableIterator<V> {
    for (const chunk of this.#chunks) if (chunk) yield* chunk.values();
  }

  *keys(): IterableIterator<string> {
    for (const chunk of this.#chunks) if (chunk) yield* chunk.keys();
  }

  [Symbol.iterator](): IterableIterator<[string, V]> {
    return this.entries();
  }

  /** Calls `changed` for every key whose value is not the same in `older` and in this map. */
  diff(older: ChunkedMap<V>, changed: (key: string, before?: V, after?: V) => void): void {
    for (let at = 0; at < CHUNKS; at++) {
      const before = older.#chunks[at];
      const after = this.#chunks[at];
      if (before === after) continue;
      if (after)
        for (const [key, value] of after) {
          const old = before?.get(key);
          if (!Object.is(old, value)) changed(key, old, value);
        }
      if (before) for (const [key, value] of before) if (!after?.has(key)) changed(key, value, undefined);
    }
  }
}
