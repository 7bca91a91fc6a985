import { describe, expect, it } from 'vitest';
import { rangeOf, stepFrom, toggled } from './selection.ts';

const ids = ['a', 'b', 'c', 'd'];

describe('rangeOf', () => {
  it('goes both ways', () => {
    expect(rangeOf(ids, 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(rangeOf(ids, 'd', 'b')).toEqual(['b', 'c', 'd']);
  });
  it('is the row alone when the first one has left', () => {
    expect(rangeOf(ids, 'z', 'b')).toEqual(['b']);
  });
});

describe('toggled', () => {
  it('puts in and takes out', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...toggled(new Set(['a']), 'a')]).toEqual([]);
  });
});

describe('stepFrom', () => {
  it('moves and stops at the ends', () => {
    expect(stepFrom(ids, 'b', 1, 1)).toBe('c');
    expect(stepFrom(ids, 'd', 3, 1)).toBeNull();
    expect(stepFrom(ids, 'a', 0, -1)).toBeNull();
  });
  it('starts at the ends when nothing is open', () => {
    expect(stepFrom(ids, null, 0, 1)).toBe('a');
    expect(stepFrom(ids, null, 0, -1)).toBe('d');
  });
  it('goes on from the place of a row that has left', () => {
    expect(stepFrom(ids, 'z', 2, 1)).toBe('c');
    expect(stepFrom(ids, 'z', 2, -1)).toBe('b');
    expect(stepFrom(ids, 'z', 9, 1)).toBe('d');
  });
});
