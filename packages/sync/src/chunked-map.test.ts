import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkedMap } from './chunked-map.ts';

const sorted = <V>(entries: Iterable<[string, V]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

describe('ChunkedMap', () => {
  it('holds what a Map holds, leaves the old one alone, and tells what changed', () => {
    const step = fc.record({
      key: fc.nat(400).map((n) => `key-${n}`),
      value: fc.option(fc.nat(5), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), fc.nat(300), (steps, cut) => {
        const plain = new Map<string, number>();
        let map = ChunkedMap.empty<number>();
        let old = map;
        let oldPlain = new Map(plain);
        steps.forEach(({ key, value }, i) => {
          if (i === cut) {
            old = map;
            oldPlain = new Map(plain);
          }
          if (value === null) {
            plain.delete(key);
            map = map.without(key);
          } else {
            plain.set(key, value);
            map = map.with(key, value);
          }
        });
        expect(sorted(map)).toEqual(sorted(plain));
        expect(map.size).toBe(plain.size);
        expect(sorted(old)).toEqual(sorted(oldPlain));
        for (const key of plain.keys()) expect(map.get(key)).toBe(plain.get(key));
        expect(sorted(ChunkedMap.of(plain))).toEqual(sorted(plain));

        const patched = new Map(oldPlain);
        map.diff(old, (key, before, after) => {
          expect(before).toBe(oldPlain.get(key));
          expect(after).not.toBe(before);
          if (after === undefined) patched.delete(key);
          else patched.set(key, after);
        });
        expect(sorted(patched)).toEqual(sorted(plain));
      }),
    );
  });

  it('is the same map when nothing changes', () => {
    const map = ChunkedMap.of([['a', 1]] as const);
    expect(map.with('a', 1)).toBe(map);
    expect(map.without('b')).toBe(map);
  });
});
