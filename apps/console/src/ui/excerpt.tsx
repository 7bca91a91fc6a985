const OPEN = '\u0001';
const CLOSE = '\u0002';

/** Splits a search excerpt at its marks: every second part is a match. */
export function splitExcerpt(text: string): string[] {
  const parts: string[] = [];
  for (const piece of text.split(OPEN)) {
    if (parts.length === 0) parts.push(piece.replaceAll(CLOSE, ''));
    else {
      const end = piece.indexOf(CLOSE);
      parts.push(
        end < 0 ? piece : piece.slice(0, end),
        end < 0 ? '' : piece.slice(end + 1).replaceAll(CLOSE, ''),
      );
    }
  }
  return parts;
}

/** Text of a search result with the matched words marked. */
export function Excerpt({ text }: { text: string }) {
  return (
    <span>
      {splitExcerpt(text).map((part, index) =>
        // The parts of one text have no other name than their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
      )}
    </span>
  );
}
