import type { OpeningSlot } from '@xiaoer/contracts';

const DAY = 1_440;
const WEEK = 7 * DAY;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const USUAL = { from: 9 * 60, to: 18 * 60 };
const SLOTS_MAX = 50;

/** `09:30` from minutes after midnight; of the next day too. */
export function formatMinute(minute: number): string {
  const within = minute % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** Minutes after midnight from `09:30`; null for anything else. */
export function parseTime(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** Whether the slot ends on the day after it began; ending at midnight does not count. */
export const isPastMidnight = (slot: OpeningSlot): boolean => slot.to > DAY;

/** The end as it was entered: a time that is not after the beginning is one of the next day. */
export const endAfter = (from: number, time: number): number => (time <= from ? time + DAY : time);

/** The slots of a weekday with their places in the list. */
export const slotsOf = (slots: readonly OpeningSlot[], weekday: number) =>
  slots.flatMap((slot, index) => (slot.weekday === weekday ? [{ slot, index }] : []));

/** The slot at `index` with another time. */
export function changeSlot(
  slots: readonly OpeningSlot[],
  index: number,
  side: 'from' | 'to',
  time: number,
): OpeningSlot[] {
  return slots.map((slot, at) => {
    if (at !== index) return slot;
    const from = side === 'from' ? time : slot.from;
    return { ...slot, from, to: endAfter(from, side === 'to' ? time : slot.to % DAY) };
  });
}

export const removeSlot = (slots: readonly OpeningSlot[], index: number): OpeningSlot[] =>
  slots.filter((_, at) => at !== index);

/** One slot more on the weekday: an hour after its last one, else the usual day. Null when there is no room. */
export function addSlot(slots: readonly OpeningSlot[], weekday: number): OpeningSlot[] | null {
  if (slots.length >= SLOTS_MAX) return null;
  const ends = slotsOf(slots, weekday).map(({ slot }) => slot.to);
  if (ends.length === 0) return [...slots, { weekday, ...USUAL }];
  const from = Math.max(...ends) + 60;
  if (from >= DAY) return null;
  return [...slots, { weekday, from, to: Math.min(from + 180, DAY) }];
}

/** The slots of `from` on the other weekdays too, in place of theirs. */
export function copyDay(
  slots: readonly OpeningSlot[],
  from: number,
  targets: readonly number[],
): OpeningSlot[] {
  const others = targets.filter((weekday) => weekday !== from);
  const pattern = slotsOf(slots, from).map(({ slot }) => slot);
  return [
    ...slots.filter((slot) => !others.includes(slot.weekday)),
    ...others.flatMap((weekday) => pattern.map((slot) => ({ ...slot, weekday }))),
  ];
}

/** In the order of the week. */
export const sortSlots = (slots: readonly OpeningSlot[]): OpeningSlot[] =>
  [...slots].sort((a, b) => a.weekday - b.weekday || a.from - b.from || a.to - b.to);

/** Places of slots that overlap another one, past midnight and the week's end too. */
export function overlapping(slots: readonly OpeningSlot[]): Set<number> {
  const found = new Set<number>();
  const start = (slot: OpeningSlot) => (slot.weekday - 1) * DAY + slot.from;
  for (const [a, one] of slots.entries())
    for (const [b, other] of slots.entries()) {
      if (a === b) continue;
      const distance = (start(other) - start(one) + WEEK) % WEEK;
      if (distance < one.to - one.from) found.add(a).add(b);
    }
  return found;
}

/** Hours a week, to the half hour; overlaps count once for each. */
export const weeklyHours = (slots: readonly OpeningSlot[]): number =>
  Math.round(slots.reduce((sum, slot) => sum + slot.to - slot.from, 0) / 30) / 2;

/** Monday to Friday, nine to six: where editing begins. */
export const usualWeek = (): OpeningSlot[] => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...USUAL }));
