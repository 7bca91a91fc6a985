import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every module that `entry` brings along at run time: type-only imports are erased. */
function broughtAlong(entry: URL, found = new Set<string>()): Set<string> {
  if (found.has(entry.href)) return found;
  found.add(entry.href);
  const source = readFileSync(entry, 'utf8');
  for (const [, isType, from] of source.matchAll(/^(?:import|export)( type)? [^;]*?from '([^']+)';/gms)) {
    if (isType) continue;
    if (from!.startsWith('.')) broughtAlong(new URL(from!, entry), found);
    else found.add(from!);
  }
  return found;
}

describe('what the widget loads', () => {
  it.each(['./index.ts', '../stream.ts', '../store.ts'])('%s brings no other package, so no zod', (entry) => {
    const found = broughtAlong(new URL(entry, import.meta.url));
    expect([...found].filter((name) => !name.startsWith('file:'))).toEqual([]);
  });

  it('is told apart from what the console loads', () => {
    const found = broughtAlong(new URL('../index.ts', import.meta.url));
    expect([...found]).toContain('@xiaoer/contracts');
  });
});
