export type Nearness = 'past' | 'yesterday' | 'today' | 'tomorrow' | 'soon' | 'later';

/** Midnight of that day by the shopper's clock, so that 23-hour days count as days too. */
function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

/** How the day of `date` is called from `now`. `soon`: within six days, when a weekday is enough. */
export function nearness(date: Date, now: Date): Nearness {
  const days = dayNumber(date) - dayNumber(now);
  if (days < -1) return 'past';
  if (days === -1) return 'yesterday';
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days <= 6 ? 'soon' : 'later';
}

export function isSameDay(one: Date, other: Date): boolean {
  return dayNumber(one) === dayNumber(other);
}

export function clock(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    date,
  );
}

export function weekday(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long' }).format(date);
}

/** Day without a clock: `11月21日 星期六`; with the year when it is not this one. */
export function calendarDay(date: Date, now: Date, language: string): string {
  const isThisYear = date.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(language, {
    year: isThisYear ? undefined : 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: isThisYear ? 'short' : undefined,
  }).format(date);
}
