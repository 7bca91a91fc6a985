/**
 * Order of the rows on screen. While the list is held (the pointer is over it, or it is scrolled) rows
 * keep their places: what is new above waits behind a bar, and only what follows the last row (a next
 * page) is added. What left stays in its place while the pointer is there. `pinnedId`, the open
 * conversation, keeps its place always, so that answering it does not pull it away.
 */
export function holdRows(
  shown: readonly string[],
  live: readonly string[],
  { hold, pinnedId }: { hold: 'none' | 'scrolled' | 'pointed'; pinnedId: string | null },
): { ids: readonly string[]; waiting: number } {
  if (hold === 'none') return { ids: withPinned(shown, live, pinnedId), waiting: 0 };
  const liveSet = new Set(live);
  const last = shown.findLast((id) => liveSet.has(id));
  const shownSet = new Set(shown);
  const kept = hold === 'pointed' ? shown : shown.filter((id) => liveSet.has(id) || id === pinnedId);
  const tail = last === undefined ? [] : live.slice(live.indexOf(last) + 1).filter((id) => !shownSet.has(id));
  const ids = tail.length === 0 && kept.length === shown.length ? shown : [...kept, ...tail];
  const all = new Set(ids);
  return { ids, waiting: live.filter((id) => !all.has(id)).length };
}

function withPinned(
  shown: readonly string[],
  live: readonly string[],
  pinnedId: string | null,
): readonly string[] {
  if (pinnedId === null || live.includes(pinnedId)) return live;
  const place = shown.indexOf(pinnedId);
  if (place < 0) return live;
  return [...live.slice(0, place), pinnedId, ...live.slice(place)];
}
