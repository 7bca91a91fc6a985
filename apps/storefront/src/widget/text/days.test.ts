import { expect, test } from 'vitest';
import { calendarDay, clock, isSameDay, nearness } from './days.ts';
import { type DayPart, dayPart } from './greeting.ts';

test.each<[number, DayPart]>([
  [0, 'night'],
  [4, 'night'],
  [5, 'morning'],
  [10, 'morning'],
  [11, 'noon'],
  [12, 'noon'],
  [13, 'afternoon'],
  [17, 'afternoon'],
  [18, 'evening'],
  [23, 'evening'],
])('%i o’clock is %s', (hour, part) => {
  expect(dayPart(hour)).toBe(part);
});

const now = new Date(2026, 10, 21, 23, 50);
test.each([
  [new Date(2026, 10, 21, 0, 1), 'today'],
  [new Date(2026, 10, 22, 0, 1), 'tomorrow'],
  [new Date(2026, 10, 20, 23, 59), 'yesterday'],
  [new Date(2026, 10, 19, 23, 59), 'past'],
  [new Date(2026, 10, 27, 9, 0), 'soon'],
  [new Date(2026, 10, 28, 9, 0), 'later'],
  [new Date(2027, 10, 21, 9, 0), 'later'],
])('%s is called %s', (date, name) => {
  expect(nearness(date, now)).toBe(name);
});

test('days are compared by the calendar, not by 24 hours', () => {
  expect(isSameDay(now, new Date(2026, 10, 21, 0, 0))).toBe(true);
  expect(isSameDay(now, new Date(2026, 10, 22, 0, 0))).toBe(false);
});

test('clocks have 24 hours and days leave out this year', () => {
  expect(clock(new Date(2026, 0, 1, 0, 5), 'en')).toBe('00:05');
  expect(calendarDay(new Date(2026, 2, 5), now, 'zh-CN')).toContain('3月5日');
  expect(calendarDay(new Date(2026, 2, 5), now, 'zh-CN')).not.toContain('2026');
  expect(calendarDay(new Date(2025, 2, 5), now, 'en')).toContain('2025');
});
