/** Ids between two rows of a list, both included, whichever comes first. */
export function rangeOf(ids: readonly string[], from: string, to: string): readonly string[] {
  const a = ids.indexOf(from);
  const b = ids.indexOf(to);
  if (a < 0 || b < 0) return b < 0 ? [] : [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** The selection with one row put in or taken out. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The selection with a range added. */
export const withRange = (selected: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> =>
  new Set([...selected, ...ids]);

/**
 * The row to go to from the open one: `step` rows on, or the one at the place where the open one was
 * before it left the list.
 */
export function stepFrom(
  ids: readonly string[],
  openId: string | null,
  lastPlace: number,
  step: 1 | -1,
): string | null {
  if (ids.length === 0) return null;
  const at = openId === null ? -1 : ids.indexOf(openId);
  if (at >= 0) return ids[at + step] ?? null;
  if (openId === null) return step === 1 ? ids[0]! : ids.at(-1)!;
  const place = step === 1 ? lastPlace : lastPlace - 1;
  return ids[Math.min(Math.max(place, 0), ids.length - 1)]!;
}
