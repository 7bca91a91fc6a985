import { toSimplified } from './simplify.ts';

/** Invisible characters that customers paste without knowing: zero-width, direction marks, soft hyphen, BOM. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each stands for itself
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * The common first step of everything: well-formed Unicode, NFKC (full-width letters and digits become plain
 * ones), no control or invisible characters, simplified Chinese, lower case. Offsets may move.
 */
export function foldText(text: string): string {
  const plain = text.toWellFormed().normalize('NFKC').replace(CONTROL, ' ').replace(INVISIBLE, '');
  return toSimplified(plain.toLowerCase());
}

const URL = /\b(?:https?:\/\/|www\.)[^\s\u3000-\u9fff<>"']{1,2000}/gi;
/** Emoticons that customers type, by the emoji of the same feeling. */
const EMOTICONS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])[:;=][-']?[)D](?![\p{L}\p{N}])/gu, '🙂'],
  [/(?<![\p{L}\p{N}])[:=][-']?\((?![\p{L}\p{N}])/gu, '🙁'],
  [/(?<![\p{L}\p{N}])(?:T_T|QAQ|QwQ|TAT)(?![\p{L}\p{N}])/gu, '😢'],
  [/\^[_.-]?\^/gu, '🙂'],
];
const SKIN_TONE = /[\u{1f3fb}-\u{1f3ff}]/gu;

export interface NormaliseOptions {
  /** What stands for a link; a space unless told. */
  readonly url?: string;
  /** Whether traditional characters become simplified; true unless told. */
  readonly isSimplified?: boolean;
}

/**
 * A message as a person would write it carefully: full-width letters and digits narrow, links replaced, emoticons as
 * emoji without skin tone, a letter three or more times in a row (sooooo, 啊啊啊啊) twice, one space between words.
 * Digits are never shortened. Case is kept. Any string is accepted; the time grows with the length alone.
 */
export function normaliseText(text: string, options: NormaliseOptions = {}): string {
  const { url = ' ', isSimplified = true } = options;
  let out = text
    .toWellFormed()
    .normalize('NFKC')
    .replace(CONTROL, ' ')
    .replace(INVISIBLE, '')
    .replace(URL, () => url);
  for (const [pattern, emoji] of EMOTICONS) out = out.replace(pattern, emoji);
  out = out
    .replace(SKIN_TONE, '')
    .replace(/([^\d\s])\1{2,}/gu, '$1$1')
    .replace(/\s+/g, ' ')
    .trim();
  return isSimplified ? toSimplified(out) : out;
}
