import { toSimplified } from '../text/index.ts';

/**
 * The same text in one spelling for the patterns: half width, lower case, simplified characters. Every UTF-16
 * unit stays one unit, so offsets in the folded text are offsets in the original.
 */
export function foldForMatching(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += foldUnit(text[i] as string, text.charCodeAt(i));
  return toSimplified(out);
}

function foldUnit(unit: string, code: number): string {
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : unit;
  if (code >= 0x3400 && code <= 0xdfff) return unit;
  // Chinese commas and full stops divide clauses; a plain comma may stand inside a number.
  if (code === 0xff0c || code === 0xff01 || code === 0xff1f || code === 0xff1b) return unit;
  if (code >= 0xff01 && code <= 0xff5e) {
    const narrow = code - 0xfee0;
    return String.fromCharCode(narrow >= 65 && narrow <= 90 ? narrow + 32 : narrow);
  }
  if (code === 0x3000 || code === 0xa0) return ' ';
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code >= 0x2010 && code <= 0x2015) return '-';
  // İ becomes two units in lower case; offsets matter more than that letter.
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
