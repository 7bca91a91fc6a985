/**
 * Names with one typo (two in long Latin names). A name of n characters with k edits keeps at least one of k + 1
 * pieces whole (pigeonhole), so only positions where a piece stands exactly are compared by edit distance.
 * Source: Wu and Manber 1992, "Fast text searching allowing errors", partition lemma.
 */
interface Piece {
  readonly name: number;
  readonly offset: number;
}

export interface FuzzyMatch {
  readonly name: number;
  readonly start: number;
  readonly end: number;
  readonly edits: number;
}

const PIECE = 2;

export class TypoIndex {
  readonly #names = new Map<number, { readonly folded: string; readonly edits: number }>();
  readonly #pieces = new Map<string, Piece[]>();

  /** `folded` is one spelling of `name`; spellings that are too short to bear a typo are left out. */
  add(folded: string, name: number): void {
    const edits = allowedEdits(folded);
    if (edits === 0) return;
    const key = this.#names.size;
    this.#names.set(key, { folded, edits });
    this.#owners.push(name);
    const parts = edits + 1;
    const length = Math.floor(folded.length / parts);
    for (let part = 0; part < parts; part++) {
      const from = part * length;
      const to = part === parts - 1 ? folded.length : from + length;
      const piece = folded.slice(from, to);
      // The first characters of the piece are the key; the rest is left to the comparison.
      const anchor = piece.slice(0, Math.max(PIECE, Math.min(piece.length, 4)));
      const list = this.#pieces.get(anchor);
      const entry = { name: key, offset: from };
      if (list) list.push(entry);
      else this.#pieces.set(anchor, [entry]);
    }
  }

  readonly #owners: number[] = [];

  /** Names that differ from a stretch of `text` by 1 or 2 edits. Exact ones are left to the trie. */
  findAll(text: string): FuzzyMatch[] {
    const found: FuzzyMatch[] = [];
    const seen = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      for (let length = PIECE; length <= 4; length++) {
        const list = this.#pieces.get(text.slice(at, at + length));
        if (!list || at + length > text.length) continue;
        for (const { name, offset } of list) this.#compare(text, at - offset, name, found, seen);
      }
    }
    return found;
  }

  #compare(text: string, guess: number, key: number, found: FuzzyMatch[], seen: Set<string>): void {
    const mark = `${guess}:${key}`;
    if (seen.has(mark)) return;
    seen.add(mark);
    const { folded, edits } = this.#names.get(key) as { folded: string; edits: number };
    let best: FuzzyMatch | undefined;
    for (let shift = -edits; shift <= edits; shift++) {
      const start = guess + shift;
      if (start < 0 || start >= text.length) continue;
      for (let length = folded.length - edits; length <= folded.length + edits; length++) {
        if (start + length > text.length) break;
        const distance = boundedDistance(folded, text.slice(start, start + length), edits);
        if (distance === 0) return;
        if (distance > edits) continue;
        // Whole alignment first: the stretch that begins and ends as the name does.
        const cost =
          distance +
          Math.abs(length - folded.length) * 0.2 +
          (text[start] === folded[0] ? 0 : 0.4) +
          (text[start + length - 1] === folded.at(-1) ? 0 : 0.4);
        if (!best || cost < best.edits)
          best = { name: this.#owners[key] as number, start, end: start + length, edits: cost };
      }
    }
    if (best) found.push(best);
  }
}

/** Short names bear no typo: one wrong letter there is another word. */
function allowedEdits(folded: string): number {
  if (/[一-鿿]/.test(folded)) return folded.length >= 4 ? 1 : 0;
  return folded.length >= 12 ? 2 : folded.length >= 6 ? 1 : 0;
}

/** Optimal string alignment (edit distance with swaps of neighbours); `limit + 1` when it is larger. */
export function boundedDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
