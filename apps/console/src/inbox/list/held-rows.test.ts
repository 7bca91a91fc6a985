import { describe, expect, it } from 'vitest';
import { holdRows } from './held-rows.ts';

const free = { isHeld: false, pinnedId: null };
const held = { isHeld: true, pinnedId: null };

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
    expect(holdRows(['a', 'b', 'c'], ['a', 'c', 'd'], { isHeld: false, pinnedId: 'b' }).ids).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
  it('does not bring in an open conversation that was never in the list', () => {
    expect(holdRows(['a'], ['a'], { isHeld: false, pinnedId: 'z' }).ids).toEqual(['a']);
  });
});
