import { pinyin } from 'pinyin-pro';

const FIRST = 0x4e00;
const LAST = 0x9fff;
const sounds = new Map<number, string | undefined>();

/** The most common reading of one Han character without tone (`款` → `kuan`); undefined for anything else. */
export function pinyinOf(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code < FIRST || code > LAST) return undefined;
  if (!sounds.has(code)) {
    const sound = pinyin(String.fromCodePoint(code), { toneType: 'none', v: true });
    sounds.set(code, /^[a-z]+$/.test(sound) ? sound : undefined);
  }
  return sounds.get(code);
}

const BLURS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^n(?=[aeiou])/, 'l'],
  [/^h(?=u)/, 'f'],
  [/^r/, 'l'],
  [/ng$/, 'n'],
];

/** A sound with the differences removed that southern speech and hasty typing do not make (zh = z, n = l, ng = n). */
export function blurSound(sound: string): string {
  return BLURS.reduce((out, [from, to]) => out.replace(from, to), sound);
}

/** Whether two texts of Han characters sound the same to a hasty ear, character by character. */
export function soundsAlike(a: string, b: string): boolean {
  const left = [...a];
  const right = [...b];
  if (left.length !== right.length) return false;
  return left.every((char, i) => {
    const other = right[i] as string;
    if (char === other) return true;
    const [x, y] = [pinyinOf(char), pinyinOf(other)];
    return x !== undefined && y !== undefined && blurSound(x) === blurSound(y);
  });
}
