import { pinyinOf } from '../text/pinyin.ts';
import type { Segmenter } from '../text/segment.ts';
import { type Context, contextFeatures } from './context.ts';
import { add, hashText, mix } from './hash.ts';
import { classHashes } from './lexicon/classes.ts';
import { type Word, wordsOf } from './words.ts';

/** Families of features; each is scaled to its own length before they are joined. */
export const GROUPS = [
  'form',
  'stem',
  'bigram',
  'skip',
  'pair',
  'class',
  'classPair',
  'letters',
  'han',
  'sound',
  'place',
  'context',
] as const;
export type Group = (typeof GROUPS)[number];
export type GroupWeights = Readonly<Record<Group, number>>;
/** In how many rows a feature of each group must stand to be learned. */
export type GroupCounts = Readonly<Record<Group, number>>;

/**
 * For many examples an intent: the words themselves are known well. Chosen on CLINC150's validation rows and, for
 * Chinese, on the shop's held-out situations.
 */
export const MANY: GroupWeights = {
  form: 0,
  stem: 1,
  bigram: 0.6,
  skip: 0,
  pair: 0,
  class: 1.2,
  classPair: 0.7,
  letters: 1,
  han: 2,
  sound: 0.3,
  place: 0.4,
  context: 0.7,
};

/** For few examples: what words mean counts for more. Chosen by cross-validation on HWU64's training rows. */
export const FEW: GroupWeights = {
  ...MANY,
  form: 1,
  bigram: 1,
  skip: 0.4,
  class: 1.8,
  classPair: 1,
  han: 1,
  sound: 0.5,
};

/** Features of one text: for each group the hashes of what was seen, with repetitions. */
export interface RawFeatures {
  readonly groups: readonly Int32Array[];
  readonly words: readonly Word[];
}

const MAX_PAIR_WORDS = 24;
/** Classes of a word that take part in pairs: its first and most common meanings. */
const MAX_PAIR_CLASSES = 4;
const LONGEST_GRAM = 5;

const START = hashText('^');
const END = hashText('$');

function letterGrams(words: readonly Word[], out: number[]): void {
  const text = `_${words.map((word) => word.form).join('_')}_`.slice(0, 400);
  for (let i = 0; i + 3 <= text.length; i++) {
    let hash = 7;
    for (let n = 1; n <= LONGEST_GRAM && i + n <= text.length; n++) {
      hash = add(hash, text.charCodeAt(i + n - 1));
      if (n >= 3) out.push(mix(hash, n, 8));
    }
  }
}

/** Han characters, two and three in a row, and their sounds: 退宽 sounds like 退款. */
function hanGrams(words: readonly Word[], han: number[], sound: number[]): void {
  let run: string[] = [];
  const flush = (): void => {
    const sounds = run.map((char) => hashText(pinyinOf(char) ?? char));
    for (let i = 0; i < run.length; i++) {
      let hash = 11;
      for (let n = 1; n <= 3 && i + n <= run.length; n++) {
        hash = mix(hash, hashText(run[i + n - 1] as string), n);
        han.push(hash);
      }
      if (i + 1 < run.length) sound.push(mix(sounds[i] as number, sounds[i + 1] as number, 10));
    }
    run = [];
  };
  for (const { form } of words) {
    if (/^\p{Script=Han}/u.test(form)) run.push(...form);
    else flush();
  }
  flush();
}

function sequenceGrams(stems: readonly number[], bigram: number[], skip: number[]): void {
  const line = [START, ...stems, END];
  for (let i = 0; i < line.length; i++) {
    const here = line[i] as number;
    for (let gap = 1; gap <= 3 && i + gap < line.length; gap++) {
      const there = line[i + gap] as number;
      if (gap === 1) bigram.push(mix(here, there, 3));
      else skip.push(mix(here, there, 4));
    }
  }
}

function pairs(stems: readonly number[], out: number[]): void {
  const distinct = [...new Set(stems)].slice(0, MAX_PAIR_WORDS).sort((a, b) => a - b);
  for (let i = 0; i < distinct.length; i++) {
    for (let k = i + 1; k < distinct.length; k++)
      out.push(mix(distinct[i] as number, distinct[k] as number, 5));
  }
}

function classGrams(
  stems: readonly number[],
  classes: readonly number[][],
  single: number[],
  pair: number[],
): void {
  for (let i = 0; i < stems.length; i++) {
    const mine = classes[i] as number[];
    for (const name of mine) single.push(mix(name, 0, 6));
    for (let gap = 1; gap <= 3 && i + gap < stems.length; gap++) {
      const theirs = classes[i + gap] as number[];
      if (mine.length === 0 && theirs.length === 0) continue;
      const left = mine.length > 0 ? mine.slice(0, MAX_PAIR_CLASSES) : [stems[i] as number];
      const right = theirs.length > 0 ? theirs.slice(0, MAX_PAIR_CLASSES) : [stems[i + gap] as number];
      for (const a of left) for (const b of right) pair.push(mix(a, b, 7));
    }
  }
}

function placeFeatures(stems: readonly number[], out: number[]): void {
  const first = stems[0] ?? END;
  out.push(mix(first, 0, 9), mix(first, stems[1] ?? END, 9), mix(stems.at(-1) ?? START, 1, 9));
  out.push(mix(Math.min(8, Math.ceil(stems.length / 2)), 2, 9));
}

/** Reads a text, and the context it stands in, into hashed features. Any string is accepted. */
export function featuresOf(text: string, context: Context | undefined, segmenter?: Segmenter): RawFeatures {
  const words = wordsOf(text, segmenter);
  const out: Record<Group, number[]> = {
    form: words.map((word) => mix(hashText(word.form), 0, 1)),
    stem: [],
    bigram: [],
    skip: [],
    pair: [],
    class: [],
    classPair: [],
    letters: [],
    han: [],
    sound: [],
    place: [],
    context: contextFeatures(context, segmenter),
  };
  const stems = words.map((word) => hashText(word.stem));
  for (const stem of stems) out.stem.push(mix(stem, 0, 2));
  sequenceGrams(stems, out.bigram, out.skip);
  pairs(stems, out.pair);
  classGrams(stems, classHashes(words), out.class, out.classPair);
  letterGrams(words, out.letters);
  hanGrams(words, out.han, out.sound);
  placeFeatures(stems, out.place);
  return { groups: GROUPS.map((group) => Int32Array.from(out[group])), words };
}
