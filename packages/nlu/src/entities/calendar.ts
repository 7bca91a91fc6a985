/** A day without time or zone, as days since 1970-01-01 (a Thursday). */
export type Day = number;

/** A wall clock reading in the shop's zone. */
export interface WallTime {
  readonly day: Day;
  readonly hour: number;
  readonly minute: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of an instant. Throws RangeError for an unknown zone or an invalid date. */
export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return { day: dayOf(year, month, day), hour, minute };
}

export function dayOf(year: number, month: number, day: number): Day {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function partsOf(day: Day): { year: number; month: number; date: number; weekday: number } {
  const utc = new Date(day * 86_400_000);
  return {
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    date: utc.getUTCDate(),
    // Monday 1 … Sunday 7, as weeks are counted in China and by ISO 8601.
    weekday: utc.getUTCDay() || 7,
  };
}

/** Whether that day exists in that month; a year of 0 accepts February 29. */
export function isRealDay(year: number, month: number, date: number): boolean {
  if (month < 1 || month > 12 || date < 1) return false;
  const days = new Date(Date.UTC(year || 2000, month, 0)).getUTCDate();
  return date <= days;
}

export function isoDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export function isoTime(time: WallTime): string {
  return `${isoDay(time.day)}T${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/** The same date `months` later or earlier, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + (month - 1) + Math.round(months);
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return dayOf(y, m, Math.min(date, last));
}

export function monthRange(year: number, month: number): { from: Day; to: Day } {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) - 1 };
}

/**
 * The year in which a month and date without a year most likely lies, for a shopper who writes on `today`:
 * customers speak of what they bought far more often than of what comes, so the past is preferred unless the
 * coming one is near (within 60 days).
 */
export function nearestYear(today: Day, month: number, date: number): Day {
  const { year } = partsOf(today);
  const safe = (y: number): Day => dayOf(y, month, isRealDay(y, month, date) ? date : 28);
  const candidates = [year - 1, year, year + 1].map(safe);
  const cost = (day: Day): number => (day <= today ? today - day : (day - today) * 3 + 60);
  return candidates.toSorted((a, b) => cost(a) - cost(b))[0] as Day;
}
