import type { CannedResponse, Language } from '@xiaoer/contracts';

/** `any`: whatever; null: only those for everybody. */
export type CannedFilter = {
  search: string;
  teamId: string | null | 'any';
  language: Language | null | 'any';
};

/** Approved wording that holds every word in shortcut, title or body. */
export function filterCanned(
  rows: readonly CannedResponse[],
  filter: CannedFilter,
): readonly CannedResponse[] {
  const words = filter.search.trim().toLowerCase().replace(/^\//, '').split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = `${row.shortcut} ${row.title} ${row.body}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (filter.teamId === 'any' || row.teamId === filter.teamId) &&
      (filter.language === 'any' || row.language === filter.language)
    );
  });
}
