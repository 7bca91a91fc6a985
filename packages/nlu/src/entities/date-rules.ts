import { type Day, isoDay, isoTime, monthRange, partsOf, type WallTime } from './calendar.ts';

/** What a rule reads: a day or moment, a stretch of days, or a length; undefined when it is nothing after all. */
export type TimeReading =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'moment'; readonly at: WallTime }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'range'; readonly from?: Day; readonly to?: Day }
  | { readonly kind: 'length'; readonly value: string };

export interface TimeRule {
  readonly pattern: RegExp;
  readonly confidence: number;
  /** Digits alone, so that it is no matter in which script the rest is. */
  readonly isAnyScript?: boolean;
  readonly read: (match: RegExpExecArray, now: WallTime) => TimeReading | undefined;
}

export const day = (value: Day): TimeReading => ({ kind: 'day', day: value });
export const range = (from?: Day, to?: Day): TimeReading => ({ kind: 'range', from, to });

export function monthReading(today: Day, shift: number): TimeReading {
  const { year, month } = partsOf(today);
  const { from, to } = monthRange(year, month + shift);
  return range(from, to);
}

/** The year itself, counted from this one. */
export function yearReading(today: Day, shift: number): TimeReading {
  const { year } = partsOf(today);
  return range(yearStart(year + shift), yearStart(year + shift + 1) - 1);
}

function yearStart(year: number): Day {
  return monthRange(year, 1).from;
}

/** Monday to Sunday of the week `shift` weeks from this one. */
export function weekReading(today: Day, shift: number): TimeReading {
  const monday = today - partsOf(today).weekday + 1 + shift * 7;
  return range(monday, monday + 6);
}

export function weekendReading(today: Day, shift: number): TimeReading {
  const monday = today - partsOf(today).weekday + 1 + shift * 7;
  return range(monday + 5, monday + 6);
}

/** An ISO 8601 duration; `unit` is one of min, h, d, w, m, y. Half a month is 15 days. */
export function lengthReading(amount: number, unit: string, upTo?: number): TimeReading | undefined {
  const written = formatLength(amount, unit);
  if (!written) return undefined;
  const second = upTo === undefined ? undefined : formatLength(upTo, unit);
  return { kind: 'length', value: second ? `${written}/${second}` : written };
}

function formatLength(amount: number, unit: string): string | undefined {
  if (!Number.isFinite(amount) || amount <= 0 || amount > 100_000) return undefined;
  const n = Math.round(amount * 100) / 100;
  switch (unit) {
    case 's':
      return `PT${n}S`;
    case 'min':
      return `PT${n}M`;
    case 'h':
      return `PT${n}H`;
    case 'd':
      return `P${n}D`;
    case 'w':
      return `P${n}W`;
    case 'm':
      // Half a month has no ISO fraction that every reader takes.
      return amount === 0.5 ? 'P15D' : `P${n}M`;
    case 'y':
      return `P${n}Y`;
    default:
      return undefined;
  }
}

/** The value of Entity for a reading: a day, a moment, `from/to` with `..` for an open side, or a duration. */
export function valueOfReading(reading: TimeReading): string {
  switch (reading.kind) {
    case 'day':
      return isoDay(reading.day);
    case 'moment':
      return isoTime(reading.at);
    case 'month':
      return `${reading.year}-${String(reading.month).padStart(2, '0')}`;
    case 'range':
      return `${reading.from === undefined ? '..' : isoDay(reading.from)}/${reading.to === undefined ? '..' : isoDay(reading.to)}`;
    case 'length':
      return reading.value;
  }
}

/** Sunday-last weekday numbers for both languages. */
export const zhWeekday: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 6,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
};

/**
 * A weekday named without a week: the one of this week in Chinese (周三), where the past or the coming one is
 * named by 上周 and 下周.
 */
export function weekdayInWeek(today: Day, weekday: number, shift: number): Day {
  return today - partsOf(today).weekday + weekday + shift * 7;
}
