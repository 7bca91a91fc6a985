import { foldForMatching } from './fold.ts';
import { NameTrie } from './name-trie.ts';
import type { Candidate, EntityLists, EntityType, ListEntry } from './types.ts';
import { TypoIndex } from './typos.ts';

type ListType = 'product' | 'size' | 'colour' | 'ingredient' | 'place';
const listTypes: readonly ListType[] = ['product', 'size', 'colour', 'ingredient', 'place'];

interface Spelling {
  readonly type: ListType;
  readonly value: string;
  /** US, HA, VC: short capitals that are common words in lower case must be written as listed. */
  readonly exactCase: string | undefined;
  /** The 02 of 02豆沙: a shade only where the words around speak of shades. */
  readonly isShade?: boolean;
}

/** A product's name tells more than the ingredient inside it, and so on; used on equal spans only. */
const rankOf: Record<ListType, number> = { product: 5, colour: 4, ingredient: 3, size: 4, place: 2 };

/** English words that are also two-letter names. */
const commonShort = new Set([
  'us',
  'ha',
  'pa',
  'it',
  'in',
  'no',
  'so',
  'he',
  'hi',
  'me',
  'or',
  'am',
  'is',
  'as',
  'uk',
  'hk',
]);

/** The caller's lists, made ready once; finding is linear in the text and takes exact names and typos. */
export class NameFinder {
  readonly #spellings: Spelling[] = [];
  readonly #trie = new NameTrie();
  readonly #typos = new TypoIndex();
  readonly #known = new Map<string, number>();

  constructor(lists: EntityLists) {
    for (const type of listTypes) for (const entry of lists[type] ?? []) this.#addEntry(type, entry);
  }

  #addEntry(type: ListType, entry: ListEntry): void {
    const { value, aliases = [] } = typeof entry === 'string' ? { value: entry } : entry;
    for (const written of [value, ...aliases]) {
      const folded = foldForMatching(written).trim();
      const key = `${type} ${folded}`;
      if (folded === '' || this.#known.has(key)) continue;
      const index = this.#spellings.length;
      this.#known.set(key, index);
      const exactCase = commonShort.has(folded) && written !== folded ? written : undefined;
      this.#spellings.push({ type, value, exactCase });
      this.#trie.add(folded, index);
      const shade = type === 'colour' ? /^[a-z]?\d{2}(?=[一-鿿])/.exec(folded)?.[0] : undefined;
      if (shade && !this.#known.has(`shade ${shade}`)) {
        this.#known.set(`shade ${shade}`, this.#spellings.length);
        this.#trie.add(shade, this.#spellings.length);
        this.#spellings.push({ type, value, exactCase: undefined, isShade: true });
      }
      // Sizes and colours are made of short common words; a typo there is more often another word.
      if (type === 'product' || type === 'ingredient') this.#typos.add(folded, index);
    }
  }

  /** `folded` is `text` after foldForMatching. */
  find(text: string, folded: string): Candidate[] {
    const found: Candidate[] = [];
    for (const { name, start, end } of this.#trie.findAll(folded)) {
      const { type, value, exactCase, isShade } = this.#spellings[name] as Spelling;
      if (isShade && !shadeCue.test(folded.slice(Math.max(0, start - 12), end + 4))) continue;
      if (!isWhole(folded, start, end)) continue;
      if (exactCase && text.slice(start, end) !== exactCase) continue;
      if (!fits(type, folded, start, end)) continue;
      const confidence = type === 'place' ? 0.9 : end - start >= 3 ? 0.97 : 0.88;
      found.push({
        type,
        start,
        end: type === 'size' ? end : pluralEnd(folded, end),
        value,
        confidence,
        rank: rankOf[type],
      });
    }
    for (const { name, start, end, edits } of this.#typos.findAll(folded)) {
      const { type, value } = this.#spellings[name] as Spelling;
      if (!isWhole(folded, start, end) || /^[\s,.，。]|[\s,.，。]$/.test(folded.slice(start, end))) continue;
      found.push({ type, start, end, value, confidence: 0.75 - edits * 0.12, rank: rankOf[type] - 3 });
    }
    return found;
  }
}

const shadeCue = /色|口红|唇釉|唇膏|粉底|气垫|shade|colou?r|#|no\.|lipstick|foundation|cushion/;
const letter = /[a-z0-9]/;

/** Latin names end at word borders; "2ml" is not inside "12ml". Chinese has no borders to ask for. */
export function isWhole(folded: string, start: number, end: number): boolean {
  if (letter.test(folded[start] ?? '') && letter.test(folded[start - 1] ?? '')) return false;
  if (/\d/.test(folded[start] ?? '') && /[.\d]/.test(folded[start - 1] ?? '')) return false;
  if (!letter.test(folded[end - 1] ?? '') || !letter.test(folded[end] ?? '')) return true;
  return pluralEnd(folded, end) > end;
}

/** "serums" is the listed "serum" with its plural; the span takes the whole word. */
function pluralEnd(folded: string, end: number): number {
  if (!/[a-z]/.test(folded[end - 1] ?? '')) return end;
  const plural = /^(?:e?s)(?![a-z0-9])/.exec(folded.slice(end, end + 3));
  return plural ? end + plural[0].length : end;
}

function fits(type: EntityType, folded: string, start: number, end: number): boolean {
  const next = folded.slice(end, end + 2);
  const before = folded.slice(Math.max(0, start - 2), start);
  const written = folded.slice(start, end);
  // 3号 as a day of the month and 01号 as a shade are both listed words: 11月01号, 01号楼.
  if (type === 'colour' && /^\d+号$/.test(written))
    return !/[月年\d]$/.test(before) && !/^[楼店仓]/.test(next);
  if (type === 'size' && pluralEnd(folded, end) > end) return false;
  if (type === 'colour') return !ofSkin(folded, start, end);
  return true;
}

const plainColours = new Set(
  'red white black grey gray pink purple green orange gold silver clear natural tan nude'.split(' '),
);

const aboutShades =
  /shade|colou?r|lip|blush|polish|liner|brow|gloss|cushion|foundation|shadow|mascara|\bones?\b|\b(?:in|a|the|or|nude|dark|deep|bright|pale) $/;

/** Plain colours also describe skin, ranks and troubles: "went red", gold members, 大红包, 发红, a grey button. */
function ofSkin(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 24), start);
  const next = folded.slice(end, end + 10);
  if (/^[a-z]/.test(folded[start] ?? '')) {
    if (!plainColours.has(folded.slice(start, end))) return false;
    if (
      /^(?:ly\b| (?:cast|heads?|spots?|bumps?|patch|marks?|friday|eyes?|nose|hair|skin|dots?|status|level|member|tier|card|custom))/.test(
        next,
      )
    )
      return true;
    return !aboutShades.test(before.slice(-14)) && !/^ (?:one|shade|lip|colou?r|blush|in |\?)/.test(next);
  }
  if (/^(?:包|血丝|疹|痘|点点|印|肿|痒|斑|的小|屑|脂肪|皮屑)/.test(next) || /[发泛变脸通更口]$/.test(before))
    return true;
  if (/[杯喝买点]杯?$/.test(before) && /^奶茶/.test(folded.slice(start, end))) return true;
  return /灰色/.test(folded.slice(start, end)) && !/眉|影|色号/.test(before + next);
}
