export type DayPart = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening';

/** Part of the shopper's day by their own clock. `hour` 0…23. */
export function dayPart(hour: number): DayPart {
  if (hour < 5) return 'night';
  if (hour < 11) return 'morning';
  if (hour < 13) return 'noon';
  if (hour < 18) return 'afternoon';
  return 'evening';
}
