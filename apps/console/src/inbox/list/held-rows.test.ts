import { describe, expect, it } from 'vitest';
import { holdRows } from './held-rows.ts';

const free = { hold: 'none' as const, pinnedId: null };
const held = { hold: 'pointed' as const, pinnedId: null };
const scrolled = { hold: 'scrolled' as const, pinnedId: null };

describe('holdRows', () => {
  it('follows the list while nobody points at it', () => {
    expect(holdRows(['a', 'b'], ['c', 'a'], free)).toEqual({ ids: ['c', 'a'], waiting: 0 });
  });
  it('keeps new rows waiting while held', () => {
    expect(holdRows(['a', 'b'], ['c', 'd', 'a', 'b'], held)).toEqual({ ids: ['a', 'b'], waiting: 2 });
  });
  it('keeps rows that left in their places while held', () => {
    expect(holdRows(['a', 'b', 'c'], ['a', 'c'], held).ids).toEqual(['a', 'b', 'c']);
  });
  it('lets rows go from a scrolled list that nobody points at, and keeps the rest', () => {
    expect(holdRows(['a', 'b', 'c'], ['x', 'c', 'a'], scrolled)).toEqual({ ids: ['a', 'c'], waiting: 1 });
    expect(holdRows(['a', 'b', 'c'], ['c', 'a'], { ...scrolled, pinnedId: 'b' }).ids).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
  it('keeps the order while held', () => {
    expect(holdRows(['a', 'b', 'c'], ['c', 'a', 'b'], held)).toEqual({ ids: ['a', 'b', 'c'], waiting: 0 });
  });
  it('adds a next page below while held', () => {
    expect(holdRows(['a', 'b'], ['x', 'a', 'b', 'c', 'd'], held)).toEqual({
      ids: ['a', 'b', 'c', 'd'],
      waiting: 1,
    });
  });
  it('keeps the open conversation where it was after it left the view', () => {
    expect(holdRows(['a', 'b', 'c'], ['a', 'c', 'd'], { hold: 'none', pinnedId: 'b' }).ids).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
  it('does not bring in an open conversation that was never in the list', () => {
    expect(holdRows(['a'], ['a'], { hold: 'none', pinnedId: 'z' }).ids).toEqual(['a']);
  });
});
