import type { Language } from '@xiaoer/contracts';

/** What the shop's script tag says. */
export type ScriptTag = {
  channelKey: string;
  /** Address of the folder that widget.js lies in, without a slash at its end; the API is below it. */
  baseUrl: string;
  language: Language | null;
  theme: ThemeWish | null;
  colour: string | null;
  side: 'left' | 'right' | null;
};
export type ThemeWish = 'system' | 'light' | 'dark';

/** The tag that this code came from; read while the code first runs, as the browser forgets it later. */
export function readScriptTag(): ScriptTag | null {
  const own = document.currentScript;
  // Tag managers insert scripts in ways that leave currentScript empty.
  const tag =
    own instanceof HTMLScriptElement
      ? own
      : document.querySelector<HTMLScriptElement>('script[data-key][src*="widget.js"]');
  const { key, language, theme, colour, position } = tag?.dataset ?? {};
  if (!tag?.src || !key) return null;
  return {
    channelKey: key,
    baseUrl: new URL('.', tag.src).href.replace(/\/$/, ''),
    language: toLanguage(language),
    theme: toTheme(theme),
    colour: colour ?? null,
    side: position === 'left' || position === 'right' ? position : null,
  };
}

export function toTheme(text: unknown): ThemeWish | null {
  return text === 'system' || text === 'light' || text === 'dark' ? text : null;
}

/** The nearest of our languages to a BCP 47 tag: zh-HK reads Traditional, zh-SG Simplified. */
export function toLanguage(tag: unknown): Language | null {
  if (typeof tag !== 'string') return null;
  if (/^zh\b.*\bhans\b/i.test(tag)) return 'zh-CN';
  if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-TW';
  if (/^zh\b/i.test(tag)) return 'zh-CN';
  return /^en\b/i.test(tag) ? 'en' : null;
}

/** For as long as neither the shop nor its settings say: the page's language, then the browser's. */
export function guessLanguage(): Language {
  const tags = [document.documentElement.lang, ...navigator.languages];
  return tags.map(toLanguage).find((language) => language !== null) ?? 'zh-CN';
}
