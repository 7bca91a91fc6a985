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
