import { foldText } from './normalise.ts';
import { defaultSegmenter, type Segmenter } from './segment.ts';
import { stem } from './stem.ts';

export interface TokenOptions {
  /** Segmenter with the shop's own words; the shared one when absent. */
  readonly segmenter?: Segmenter;
  /** Most distinct tokens given back. Default 10,000 for an index and 32 for a query. */
  readonly maxTokens?: number;
  /** UTF-16 units of text that are read; what follows is not indexed. Default 1,000,000 and 1,000. */
  readonly maxLength?: number;
}

/** Longest token in code points. PostgreSQL refuses a lexeme over 2,046 bytes; 64 × 4 stays far below. */
const MAX_TOKEN = 64;
/** Units of a query that are looked through for its first letter. */
const MAX_SCAN = 100_000;
const RUN_START = /[\p{L}\p{M}\p{N}]/u;
const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const HAN = '\\p{Script=Han}\\u3005\\u3007';
/** Scripts written without spaces between words: their bigrams are indexed, as those of Han are. */
const UNSPACED =
  '\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const PART = new RegExp(`[${HAN}]+|[${UNSPACED}]+|[^${HAN}${UNSPACED}]+`, 'gu');
const HAN_START = new RegExp(`^[${HAN}]`, 'u');
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'u');
/** Grammar words that alone say nothing in a search; they are dropped when anything else is left. */
const STOP = new Set(
  '的 了 吗 呢 吧 啊 呀 嘛 哦 噢 哈 么 我 你 您 他 她 它 们 我们 你们 是 在 和 与 就 都 也 还 又 很 这 那 这个 那个 个 有 到 把 被 给 让 要 想 会 能 可以 怎么 什么 如何 怎样 为什么 请问 一下 一个 哪 哪里 啥 咋 the a an of to in on at is are was be i me my you your it its and or for with do does did how what can could please'.split(
    ' ',
  ),
);

/** The letters, digits and Han of a text in runs that other characters divide. */
function* runsOf(folded: string): Generator<{ run: string; joined: boolean }> {
  let end = -2;
  for (const match of folded.matchAll(RUN)) {
    // One character such as - . _ / between two runs joins the parts of an order number or a version.
    const joined = match.index === end + 1 && '-._/'.includes(folded[end] ?? ' ');
    end = match.index + match[0].length;
    yield { run: match[0], joined };
  }
}

function clip(token: string): string {
  if (token.length <= MAX_TOKEN) return token;
  let end = MAX_TOKEN;
  const code = token.charCodeAt(end);
  if (code >= 0xdc00 && code <= 0xdfff) end--;
  return token.slice(0, end);
}

/** Accents fall away (café = cafe), unless nothing but marks would be left. */
function withoutMarks(word: string): string {
  if (!/[\u0080-\uffff]/.test(word)) return word;
  const bare = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
  return bare === '' ? word : bare;
}

class TokenSet {
  readonly tokens = new Set<string>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.tokens.size >= this.#limit;
  }

  add(token: string): void {
    if (token !== '' && !this.isFull) this.tokens.add(clip(token));
  }
}

function addGrams(set: TokenSet, run: string, withSingles: boolean): void {
  const chars = [...run];
  for (let i = 0; i < chars.length && !set.isFull; i++) {
    if (withSingles || chars.length === 1) set.add(chars[i] ?? '');
    if (i + 1 < chars.length) set.add(`${chars[i]}${chars[i + 1]}`);
  }
}

function addWord(set: TokenSet, word: string): void {
  set.add(word);
  set.add(stem(word));
  const pieces = /\d/.test(word) && /\D/.test(word) ? word.match(/\d+|\D+/gu) : null;
  for (const piece of pieces ?? []) if ([...piece].length > 1) set.add(piece);
  // People quote an order or a phone number by its last four digits.
  const tail = /\d{4}(\d{4})$/.exec(word);
  if (tail) set.add(tail[1] ?? '');
}

/** Adds the tokens of one run; gives the run back when it can be a part of a joined number. */
function addRun(set: TokenSet, run: string, segmenter: Segmenter): string {
  let word = '';
  for (const [part] of run.matchAll(PART)) {
    if (set.isFull) return '';
    if (HAN_START.test(part)) {
      for (const cut of segmenter.cutForSearch(part)) {
        const length = [...cut].length;
        if (length > 2 && length <= 16) set.add(cut);
      }
      addGrams(set, part, true);
    } else if (UNSPACED_START.test(part)) {
      addGrams(set, part, true);
    } else {
      word = withoutMarks(part);
      addWord(set, word);
    }
  }
  return word === withoutMarks(run) ? word : '';
}

/**
 * The tokens under which a text is found: Chinese words (search cut) with every Han character and bigram,
 * English words with their stems, numbers and ids whole and in parts. Folded (NFKC, simplified, lower case,
 * without accents), distinct, in order of first appearance. Every token consists of letters, marks and digits
 * only, so it needs no quoting in a tsvector. Any string is accepted; a megabyte takes under two seconds.
 */
export function indexTokens(text: string, options: TokenOptions = {}): string[] {
  const { segmenter = defaultSegmenter(), maxTokens = 10_000, maxLength = 1_000_000 } = options;
  const set = new TokenSet(maxTokens);
  let chain = '';
  for (const { run, joined } of runsOf(foldText(text.slice(0, maxLength)))) {
    if (set.isFull) break;
    const word = addRun(set, run, segmenter);
    chain = joined && chain !== '' && word !== '' && chain.length < MAX_TOKEN ? chain + word : word;
    if (chain !== word) addWord(set, chain);
  }
  return [...set.tokens];
}

/** Han words of a query; neighbouring single characters (a typo, a rare name) are kept together as one word. */
function queryWords(part: string, segmenter: Segmenter): string[] {
  const words: string[] = [];
  let loose = '';
  const flush = (): void => {
    if (loose !== '') words.push(loose);
    loose = '';
  };
  for (const word of segmenter.cut(part)) {
    if ([...word].length === 1 && !STOP.has(word)) loose += word;
    else {
      flush();
      words.push(word);
    }
  }
  flush();
  return words;
}

function addQuery(set: TokenSet, folded: string, segmenter: Segmenter, keepStops: boolean): void {
  for (const { run } of runsOf(folded)) {
    if (set.isFull) return;
    for (const [part] of run.matchAll(PART)) {
      if (HAN_START.test(part)) {
        for (const word of queryWords(part, segmenter)) {
          if (keepStops || !STOP.has(word)) addGrams(set, word, false);
        }
      } else if (UNSPACED_START.test(part)) addGrams(set, part, false);
      else {
        const word = withoutMarks(part);
        if (keepStops || !STOP.has(word)) set.add(stem(word));
      }
    }
  }
}

/**
 * The tokens that a text must all have to answer a query: bigrams of each Chinese word (so segmentation of the
 * stored text does not matter), stems of English words, numbers and ids. Grammar words are left out unless
 * nothing else is there. Not empty for a query with a letter, digit or Han character in its first 100,000
 * units; empty otherwise, which callers should treat as "no condition" or "nothing found" as fits.
 */
export function searchTokens(query: string, options: TokenOptions = {}): string[] {
  const { segmenter = defaultSegmenter(), maxTokens = 32, maxLength = 1_000 } = options;
  const set = new TokenSet(Math.max(1, maxTokens));
  const folded = foldText(query.slice(0, MAX_SCAN));
  // A long start without a letter must not hide what follows it.
  const start = folded.search(RUN_START);
  if (start < 0) return [];
  const text = folded.slice(start, start + maxLength).toWellFormed();
  addQuery(set, text, segmenter, false);
  if (set.tokens.size === 0) addQuery(set, text, segmenter, true);
  return [...set.tokens];
}
