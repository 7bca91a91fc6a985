import { stem } from '../text/stem.ts';

/** Stems of words met before; emptied when full, so that it stays small. */
const stems = new Map<string, string>();

/** The stem of a folded word. */
export function stemOf(form: string): string {
  const known = stems.get(form);
  if (known !== undefined) return known;
  if (stems.size >= 20_000) stems.clear();
  const found = stem(form);
  stems.set(form, found);
  return found;
}
