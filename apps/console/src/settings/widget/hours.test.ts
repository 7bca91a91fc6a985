import { OpeningSlot } from '@xiaoer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSlot,
  changeSlot,
  copyDay,
  endAfter,
  formatMinute,
  isPastMidnight,
  overlapping,
  parseTime,
  removeSlot,
  slotsOf,
  sortSlots,
  usualWeek,
  weeklyHours,
} from './hours.ts';

const slot = (weekday: number, from: string, to: string): OpeningSlot => {
  const begin = parseTime(from)!;
  return { weekday, from: begin, to: endAfter(begin, parseTime(to)!) };
};

describe('times', () => {
  it.each([
    ['00:00', 0],
    ['09:30', 570],
    ['23:59', 1439],
    ['24:00', null],
    ['9:30', null],
    ['12:60', null],
    ['', null],
  ])('%s', (text, minute) => {
    expect(parseTime(text)).toBe(minute);
  });
  it('are written as they are read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(parseTime(formatMinute(minute))).toBe(minute);
      }),
    );
  });
  it('end on the next day when not after the beginning', () => {
    expect(slot(5, '20:00', '02:00')).toEqual({ weekday: 5, from: 1200, to: 1560 });
    expect(isPastMidnight(slot(5, '20:00', '02:00'))).toBe(true);
    expect(isPastMidnight(slot(5, '20:00', '00:00'))).toBe(false);
    expect(slot(1, '00:00', '00:00')).toEqual({ weekday: 1, from: 0, to: 1440 });
    expect(formatMinute(1560)).toBe('02:00');
  });
});

describe('editing', () => {
  it('changes one side and keeps the other', () => {
    const week = [slot(1, '09:00', '18:00'), slot(2, '09:00', '18:00')];
    expect(changeSlot(week, 1, 'to', parseTime('17:00')!)).toEqual([week[0], slot(2, '09:00', '17:00')]);
    expect(changeSlot(week, 0, 'from', parseTime('20:00')!)[0]).toEqual(slot(1, '20:00', '18:00'));
    // Back again: the end is again one of the same day.
    const there = changeSlot(week, 0, 'from', parseTime('20:00')!);
    expect(changeSlot(there, 0, 'from', parseTime('09:00')!)).toEqual(week);
  });
  it('adds after the last slot while there is room', () => {
    expect(addSlot([], 3)).toEqual([slot(3, '09:00', '18:00')]);
    expect(addSlot([slot(3, '09:00', '12:00')], 3)?.[1]).toEqual(slot(3, '13:00', '16:00'));
    expect(addSlot([slot(3, '09:00', '22:00')], 3)?.[1]).toEqual(slot(3, '23:00', '00:00'));
    expect(addSlot([slot(3, '09:00', '23:30')], 3)).toBeNull();
    expect(addSlot(new Array(50).fill(slot(1, '09:00', '10:00')), 2)).toBeNull();
  });
  it('copies a day over others, and an empty one closes them', () => {
    const week = [slot(1, '09:00', '12:00'), slot(1, '13:00', '18:00'), slot(2, '10:00', '11:00')];
    const copied = copyDay(week, 1, [1, 2, 3]);
    expect(slotsOf(copied, 2).map((one) => one.slot)).toEqual([
      slot(2, '09:00', '12:00'),
      slot(2, '13:00', '18:00'),
    ]);
    expect(slotsOf(copied, 3)).toHaveLength(2);
    expect(slotsOf(copied, 1)).toHaveLength(2);
    expect(copyDay(week, 7, [1, 2])).toEqual([]);
  });
  it('removes and sorts', () => {
    const week = [slot(2, '09:00', '12:00'), slot(1, '13:00', '18:00'), slot(1, '09:00', '12:00')];
    expect(removeSlot(week, 0)).toEqual(week.slice(1));
    expect(sortSlots(week)).toEqual([week[2], week[1], week[0]]);
  });
  it('counts the hours', () => {
    expect(weeklyHours(usualWeek())).toBe(45);
    expect(weeklyHours([slot(1, '20:00', '02:15')])).toBe(6.5);
  });
});

describe('overlapping', () => {
  it.each<[string, OpeningSlot[], number[]]>([
    ['apart', [slot(1, '09:00', '12:00'), slot(1, '13:00', '18:00')], []],
    ['touching', [slot(1, '09:00', '12:00'), slot(1, '12:00', '18:00')], []],
    ['inside', [slot(1, '09:00', '18:00'), slot(1, '10:00', '11:00')], [0, 1]],
    ['the same', [slot(1, '09:00', '18:00'), slot(1, '09:00', '18:00')], [0, 1]],
    ['past midnight', [slot(1, '20:00', '02:00'), slot(2, '01:00', '05:00')], [0, 1]],
    ['past the week', [slot(1, '00:00', '05:00'), slot(7, '22:00', '01:00')], [0, 1]],
    ['only some', [slot(1, '09:00', '10:00'), slot(2, '09:00', '12:00'), slot(2, '11:00', '13:00')], [1, 2]],
  ])('%s', (_, slots, places) => {
    expect([...overlapping(slots)].sort()).toEqual(places);
  });
});

it('makes only slots that the contract accepts', () => {
  const time = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(time, time, time, fc.constantFrom('from' as const, 'to' as const), (from, to, next, side) => {
      const start = [{ weekday: 1, from, to: endAfter(from, to) }];
      for (const one of changeSlot(start, 0, side, next)) {
        expect(OpeningSlot.safeParse(one).success).toBe(true);
        expect(one.to).toBeGreaterThan(one.from);
        expect(one.to - one.from).toBeLessThanOrEqual(1440);
      }
    }),
  );
});
