import type { OpeningSlot } from '@xiaoer/contracts';

const DAY = 1_440;
const WEEK = 7 * DAY;

/** Minutes since Monday 00:00 in the time zone. */
export function minuteOfWeek(at: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  );
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? 'Mon');
  return day * DAY + Number(parts.hour) * 60 + Number(parts.minute);
}

/** Whether the shop is open, and if not, when next. No slots: always open. Slots may pass midnight and the week's end. */
export function opening(
  slots: readonly OpeningSlot[],
  at: Date,
  timeZone: string,
): { isOpen: boolean; opensAt: Date | null } {
  if (slots.length === 0) return { isOpen: true, opensAt: null };
  const now = minuteOfWeek(at, timeZone);
  const spans = slots
    .filter((s) => s.to > s.from)
    .map((s) => ({ from: (s.weekday - 1) * DAY + s.from, length: s.to - s.from }));
  if (spans.some((s) => (now - s.from + WEEK) % WEEK < s.length)) return { isOpen: true, opensAt: null };
  const waits = spans.map((s) => (s.from - now + WEEK) % WEEK);
  if (waits.length === 0) return { isOpen: false, opensAt: null };
  const minute = Math.floor(at.getTime() / 60_000) * 60_000;
  return { isOpen: false, opensAt: new Date(minute + Math.min(...waits) * 60_000) };
}

/** Whether the runtime knows the zone's name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
