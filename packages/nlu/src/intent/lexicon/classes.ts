import { hashText } from '../hash.ts';
import type { Word } from '../words.ts';
import { CHINESE_WORDS } from './chinese.ts';
import { CHINESE_MORE } from './chinese-more.ts';
import { ENGLISH } from './english.ts';
import { ENGLISH_WORLD } from './english-world.ts';
import { parseLexicon } from './parse.ts';

let table: Map<string, number[]> | undefined;

function lexicon(): Map<string, number[]> {
  if (table) return table;
  const { classes } = parseLexicon(...ENGLISH, ENGLISH_WORLD, CHINESE_WORDS, CHINESE_MORE);
  table = new Map([...classes].map(([key, names]) => [key, names.map(hashText)]));
  return table;
}

const HAN = /^\p{Script=Han}/u;
const LONGEST_HAN = 6;

/** Every entry of two to six characters that begins inside the word, wherever the segmenter cut. */
function hanClasses(
  words: readonly Word[],
  at: number,
  classes: ReadonlyMap<string, readonly number[]>,
): number[] {
  const own = (words[at] as Word).form;
  let text = own;
  for (let i = at + 1; i < words.length && text.length < own.length + LONGEST_HAN; i++) {
    const next = (words[i] as Word).form;
    if (!HAN.test(next)) break;
    text += next;
  }
  const found = new Set(classes.get(own) ?? []);
  for (let from = 0; from < own.length; from++) {
    for (let to = from + 2; to <= Math.min(text.length, from + LONGEST_HAN); to++) {
      for (const name of classes.get(text.slice(from, to)) ?? []) found.add(name);
    }
  }
  return [...found];
}

/** Hashed meaning classes of each word; a phrase of two or three English words counts at its first. */
export function classHashes(words: readonly Word[]): number[][] {
  const classes = lexicon();
  return words.map(({ stem }, i) => {
    if (HAN.test(stem)) return hanClasses(words, i, classes);
    const found = classes.get(stem) ?? [];
    const next = words[i + 1]?.stem;
    if (next === undefined) return found;
    const two = `${stem} ${next}`;
    const three = `${two} ${words[i + 2]?.stem ?? ''}`;
    const more = [...(classes.get(two) ?? []), ...(classes.get(three) ?? [])];
    return more.length === 0 ? found : [...new Set([...found, ...more])];
  });
}
