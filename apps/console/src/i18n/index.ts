import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { ResourceBundle } from './bundle.ts';

export type ConsoleLanguage = 'zh-CN' | 'zh-TW' | 'en';
export const LANGUAGES: readonly ConsoleLanguage[] = ['zh-CN', 'zh-TW', 'en'];
/** Names of the languages in themselves, as people look for them. */
export const LANGUAGE_NAMES: Record<ConsoleLanguage, string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};

const KEY = 'xiaoer.language';

const LOADERS: Record<ConsoleLanguage, () => Promise<{ bundle: ResourceBundle }>> = {
  'zh-CN': () => import('./zh-cn.ts'),
  'zh-TW': () => import('./zh-tw.ts'),
  en: () => import('./en.ts'),
};

/** The kept choice, or the nearest to what the browser asks for. */
export function firstLanguage(kept: string | null, wanted: readonly string[]): ConsoleLanguage {
  if (kept === 'zh-CN' || kept === 'zh-TW' || kept === 'en') return kept;
  for (const tag of wanted) {
    if (/^zh-(TW|HK|MO|Hant)/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}

type LoadStrings = (language: ConsoleLanguage) => Promise<Record<string, unknown>>;
/** Namespaces of lazy screens, by name. */
const later = new Map<string, LoadStrings>();

async function loadLater(language: ConsoleLanguage, namespace: string, loadStrings: LoadStrings) {
  if (i18next.hasResourceBundle(language, namespace)) return;
  i18next.addResourceBundle(language, namespace, await loadStrings(language));
}

/** Strings of a screen that is loaded when it is opened; from then on they follow every change of language. */
export async function addStrings(namespace: string, loadStrings: LoadStrings): Promise<void> {
  later.set(namespace, loadStrings);
  await loadLater(currentLanguage(), namespace, loadStrings);
}

async function load(language: ConsoleLanguage): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common')) {
    const { bundle } = await LOADERS[language]();
    for (const [namespace, strings] of Object.entries(bundle))
      i18next.addResourceBundle(language, namespace, strings);
  }
  await Promise.all([...later].map(([namespace, strings]) => loadLater(language, namespace, strings)));
}

/** Starts with the one language that is needed; the others are fetched when chosen. */
export async function startI18n(): Promise<void> {
  const language = firstLanguage(localStorage.getItem(KEY), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: [],
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  await setLanguage(language);
}

/** Loads and switches; remembered for the sign-in page. */
export async function setLanguage(language: ConsoleLanguage): Promise<void> {
  await load(language);
  localStorage.setItem(KEY, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export const currentLanguage = (): ConsoleLanguage => i18next.language as ConsoleLanguage;
