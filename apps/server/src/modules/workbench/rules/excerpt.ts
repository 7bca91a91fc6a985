const AROUND = 40;
const LENGTH = 160;

/**
 * The part of a text around its first match, with matched words between \u0001 and \u0002. A term is a
 * search token; a stem matches the beginning of a word.
 */
export function excerpt(text: string, terms: readonly string[]): string {
  const plain = text.replaceAll('\u0001', '').replaceAll('\u0002', '').replace(/\s+/g, ' ');
  const lower = plain.toLowerCase();
  // Lower-casing may change lengths (İ); then positions would be off, so nothing is marked.
  const spans = lower.length === plain.length ? findAll(lower, terms) : [];
  const first = spans[0]?.[0] ?? 0;
  let start = Math.max(0, first - AROUND);
  let end = Math.min(plain.length, start + LENGTH);
  // Never half of a surrogate pair.
  if (isLow(plain, start)) start--;
  if (isLow(plain, end)) end++;
  let marked = '';
  let at = start;
  for (const [from, to] of spans) {
    if (from < at || to > end) continue;
    marked += `${plain.slice(at, from)}\u0001${plain.slice(from, to)}\u0002`;
    at = to;
  }
  return `${start > 0 ? '…' : ''}${marked}${plain.slice(at, end)}${end < plain.length ? '…' : ''}`;
}

const isLow = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** Places of the terms, in order, not overlapping, the longest first at one place. */
function findAll(lower: string, terms: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const term of new Set(terms)) {
    if (term === '') continue;
    for (
      let at = lower.indexOf(term);
      at !== -1 && found.length < 200;
      at = lower.indexOf(term, at + term.length)
    )
      found.push([at, at + term.length]);
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: [number, number][] = [];
  for (const span of found) if (kept.length === 0 || span[0] >= kept[kept.length - 1]![1]) kept.push(span);
  return kept;
}
