import { hashText } from '../hash.ts';
import type { Word } from '../words.ts';
import { CHINESE_WORDS } from './chinese.ts';
import { ENGLISH_ACTIONS } from './english-actions.ts';
import { ENGLISH_MORE } from './english-more.ts';
import { ENGLISH_THINGS } from './english-things.ts';
import { parseLexicon } from './parse.ts';

let table: Map<string, number[]> | undefined;

function lexicon(): Map<string, number[]> {
  if (table) return table;
  const { classes } = parseLexicon(ENGLISH_ACTIONS, ENGLISH_THINGS, ENGLISH_MORE, CHINESE_WORDS);
  table = new Map([...classes].map(([key, names]) => [key, names.map(hashText)]));
  return table;
}

/** Hashed meaning classes of each word; a phrase of two or three words counts at its first. */
export function classHashes(words: readonly Word[]): number[][] {
  const classes = lexicon();
  return words.map(({ stem }, i) => {
    const found = classes.get(stem) ?? [];
    const next = words[i + 1]?.stem;
    if (next === undefined) return found;
    const two = `${stem} ${next}`;
    const three = `${two} ${words[i + 2]?.stem ?? ''}`;
    const more = [...(classes.get(two) ?? []), ...(classes.get(three) ?? [])];
    return more.length === 0 ? found : [...new Set([...found, ...more])];
  });
}
