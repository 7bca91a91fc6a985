import { countTraditional, toSimplified } from './simplify.ts';

export type Script =
  | 'han'
  | 'latin'
  | 'kana'
  | 'hangul'
  | 'cyrillic'
  | 'arabic'
  | 'thai'
  | 'digit'
  | 'emoji'
  | 'other';
export type Language = 'zh-CN' | 'zh-TW' | 'en' | 'ja' | 'ko' | 'ru' | 'ar' | 'th' | 'und';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['han', /[\p{Script=Han}]/u],
  ['latin', /\p{Script=Latin}/u],
  ['digit', /\p{Nd}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['thai', /\p{Script=Thai}/u],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['other', /\p{L}/u],
];

/** Code points of a text that are looked at; enough to tell. */
const MOST = 2_000;

/** How many code points of each script a text has; signs and spaces are not counted. Any string is accepted. */
export function countScripts(text: string): Readonly<Partial<Record<Script, number>>> {
  const counts: Partial<Record<Script, number>> = {};
  let seen = 0;
  for (const char of text) {
    if (++seen > MOST) break;
    const script = SCRIPTS.find(([, pattern]) => pattern.test(char))?.[0];
    if (script) counts[script] = (counts[script] ?? 0) + 1;
  }
  return counts;
}

export interface Detected {
  readonly language: Language;
  /** Share of letters that speak for the language, 0 to 1; 0 when there is no letter. */
  readonly confidence: number;
}

/** Characters of simplified writing that traditional writing does not use, in customers' most common words. */
const SIMPLIFIED = /[们这么吗没货单发钱买卖书东车个来时对过还给电话说请问边师铺费换错坏赔马长间题产]/gu;

/**
 * The language of a message by its scripts; a Han character counts as three Latin letters, since it says as much. Han
 * text is traditional (`zh-TW`) when it has more characters of traditional than of simplified writing.
 */
export function detectLanguage(text: string): Detected {
  const { han = 0, latin = 0, kana = 0, hangul = 0, cyrillic = 0, arabic = 0, thai = 0 } = countScripts(text);
  const sample = text.slice(0, MOST);
  const chinese = kana > 0 ? 0 : han * 3;
  const candidates: [Language, number][] = [
    ['en', latin],
    ['ja', kana > 0 ? (kana + han) * 3 : 0],
    ['ko', hangul * 3],
    ['ru', cyrillic],
    ['ar', arabic],
    ['th', thai],
  ];
  const isTraditional = countTraditional(sample) > (sample.match(SIMPLIFIED)?.length ?? 0);
  candidates.unshift([isTraditional ? 'zh-TW' : 'zh-CN', chinese]);
  const total = candidates.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return { language: 'und', confidence: 0 };
  const [language, weight] = candidates.reduce((best, next) => (next[1] > best[1] ? next : best));
  return { language, confidence: weight / total };
}

/** Whether a text says the same in simplified writing already. */
export const isSimplified = (text: string): boolean => toSimplified(text) === text;
