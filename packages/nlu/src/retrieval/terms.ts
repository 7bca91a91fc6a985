import { NameTrie } from '../entities/name-trie.ts';
import { foldText, type Segmenter, stem } from '../text/index.ts';

/** Characters of one text that are read. */
export const maxTermText = 4000;

/** A term with how often it stands in the text. Synonym groups are terms too, written `=12`. */
export type TermCounts = Map<string, number>;

const run = /[\p{Script=Han}]+|[a-z0-9]+(?:'[a-z]+)?/gu;
const isHan = /\p{Script=Han}/u;
const stopWords = new Set(
  '的 了 吗 呢 吧 啊 呀 嘛 哦 么 我 你 您 是 在 和 就 都 也 还 又 很 这 那 有 到 把 被 给 让 要 想 会 能 个 们 不 一 上 下 来 去 a an the of to in on at is are was be i me my you your it its and or for with do does did can could would this that there'.split(
    ' ',
  ),
);

/** Finds phrases of synonym groups in folded text. */
export class SynonymFinder {
  readonly #trie = new NameTrie();
  readonly #groupOf: number[] = [];
  readonly #phrases: string[] = [];
  readonly #patterns: { readonly key: string; readonly phrase: string; readonly pattern: RegExp }[] = [];

  constructor(groups: readonly (readonly string[])[], patterns: readonly (readonly [string, RegExp])[] = []) {
    for (const [phrase, pattern] of patterns) {
      const group = groups.findIndex((words) => words.includes(phrase));
      if (group >= 0) this.#patterns.push({ key: `=${group}`, phrase, pattern });
    }
    groups.forEach((group, g) => {
      for (const phrase of group) {
        this.#trie.add(foldText(phrase), this.#groupOf.length);
        this.#groupOf.push(g);
        this.#phrases.push(phrase);
      }
    });
  }

  /** Groups in the text with the phrase that showed each; Latin phrases end at word borders (plural allowed). */
  find(folded: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const { name, start, end } of this.#trie.findAll(folded)) {
      if (cutsWord(folded, start, end)) continue;
      const key = `=${this.#groupOf[name]}`;
      const phrase = this.#phrases[name] as string;
      if ((found.get(key)?.length ?? 0) < phrase.length) found.set(key, phrase);
    }
    for (const { key, pattern } of this.#patterns) {
      const match = folded.match(pattern)?.[0];
      if (match && !found.has(key)) found.set(key, match);
    }
    return found;
  }
}

function cutsWord(folded: string, start: number, end: number): boolean {
  const letter = /[a-z0-9]/;
  if (letter.test(folded[start] ?? '') && letter.test(folded[start - 1] ?? '')) return true;
  if (!letter.test(folded[end - 1] ?? '')) return false;
  const rest = folded.slice(end, end + 3);
  return letter.test(rest[0] ?? '') && !/^(?:s|es|ed|ing)(?![a-z])/.test(rest);
}

export interface TermReader {
  /** Terms of one text with counts. */
  read(text: string): TermCounts;
  /** The phrase of `text` that stands for a synonym term, for explanations. */
  phrases(text: string): Map<string, string>;
}

/**
 * Chinese: characters (light), pairs and words of three or more; English: stems; and the synonym groups. What weighs
 * how much is decided by `termWeight`.
 */
export function createTermReader(segmenter: Segmenter, synonyms: SynonymFinder): TermReader {
  return {
    phrases: (text) => synonyms.find(foldText(text.slice(0, maxTermText))),
    read(text) {
      const folded = foldText(text.slice(0, maxTermText));
      const counts: TermCounts = new Map();
      const add = (term: string): void => {
        counts.set(term, (counts.get(term) ?? 0) + 1);
      };
      for (const [part] of folded.matchAll(run)) {
        if (isHan.test(part)) addHan(part, segmenter, add);
        else if (!stopWords.has(part)) add(stem(part.replace(/'.*/, '')));
      }
      for (const key of synonyms.find(folded).keys()) add(key);
      return counts;
    },
  };
}

function addHan(part: string, segmenter: Segmenter, add: (term: string) => void): void {
  for (let i = 0; i < part.length; i++) {
    const c = part[i] as string;
    if (!stopWords.has(c)) add(c);
    const pair = part.slice(i, i + 2);
    if (pair.length === 2 && !(stopWords.has(pair[0] as string) && stopWords.has(pair[1] as string)))
      add(pair);
  }
  for (const word of segmenter.cut(part)) if (word.length >= 3 && word.length <= 10) add(word);
}

/** How far a kind of term is to be trusted beside its rarity. */
export function termWeight(term: string): number {
  if (term.startsWith('=')) return 1.1;
  if (isHan.test(term)) return term.length === 1 ? 0.35 : term.length === 2 ? 0.9 : 1;
  return 1.3;
}
