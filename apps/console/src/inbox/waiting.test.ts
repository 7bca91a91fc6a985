import { describe, expect, it } from 'vitest';
import { waitClock, waitTone } from './waiting.ts';

describe('waitClock', () => {
  it.each([
    [0, '00:00'],
    [42_900, '00:42'],
    [3_599_999, '59:59'],
    [3_723_000, '1:02:03'],
    [86_399_000, '23:59:59'],
  ])('%i ms is %s', (ms, clock) => {
    expect(waitClock(ms)).toEqual({ clock });
  });
  it('counts days beyond one', () => {
    expect(waitClock(2 * 86_400_000 + 5)).toEqual({ days: 2 });
  });
  it('never runs backwards when the machine is behind', () => {
    expect(waitClock(-5_000)).toEqual({ clock: '00:00' });
  });
});

describe('waitTone', () => {
  it('turns amber after a minute and crimson after two', () => {
    expect(waitTone(60_000)).toBe('calm');
    expect(waitTone(60_001)).toBe('soon');
    expect(waitTone(120_000)).toBe('soon');
    expect(waitTone(120_001)).toBe('late');
  });
});
