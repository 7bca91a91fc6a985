import { useEffect, useState } from 'preact/hooks';
import type { ShopLanguage } from './texts.ts';

type Choice = { language: ShopLanguage; theme: 'light' | 'dark'; isSignedIn: boolean };

function recall<T extends string>(key: string, allowed: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(`qinghe.${key}`);
    return allowed.find((one) => one === value) ?? null;
  } catch {
    // Blocked storage: the choice lasts as long as the page.
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`qinghe.${key}`, value);
  } catch {
    // As above.
  }
}

/** Addresses such as /shop?language=en&theme=dark&as=lin-xiao open the page so; otherwise as left. */
function firstChoice(): Choice {
  const query = new URLSearchParams(location.search);
  const language = query.get('language') ?? recall('language', ['zh', 'en']) ?? navigator.language;
  const theme = query.get('theme') ?? recall('theme', ['light', 'dark']);
  const isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const who = query.get('as') ?? recall('as', ['guest', 'lin-xiao']);
  return {
    language: language.startsWith('zh') ? 'zh' : 'en',
    theme: isDark ? 'dark' : 'light',
    isSignedIn: who === 'lin-xiao',
  };
}

/** Language, theme and visitor of the shop's page, and the widget told of each. */
export function useSettings() {
  const [choice, setChoice] = useState(firstChoice);
  const { language, theme } = choice;
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.theme = theme;
    window.Xiaoer?.('language', language === 'zh' ? 'zh-CN' : 'en');
    window.Xiaoer?.('theme', theme);
    keep('language', language);
    keep('theme', theme);
  }, [language, theme]);
  const signIn = useSignIn(choice.isSignedIn);
  return {
    ...choice,
    hasSignInFailed: signIn.hasFailed,
    setLanguage: (next: ShopLanguage) => setChoice({ ...choice, language: next }),
    setTheme: (next: Choice['theme']) => setChoice({ ...choice, theme: next }),
    setSignedIn: (isSignedIn: boolean) => {
      keep('as', isSignedIn ? 'lin-xiao' : 'guest');
      setChoice({ ...choice, isSignedIn });
      // A guest who stays a guest keeps their conversation.
      if (!isSignedIn && choice.isSignedIn) window.Xiaoer?.('reset');
    },
  };
}

/** A real shop's server signs its own shopper; the demo server does it for 林晓 at this address. */
function useSignIn(isWanted: boolean) {
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    setFailed(false);
    if (!isWanted) return;
    const cancel = new AbortController();
    const signIn = async () => {
      const response = await fetch('/api/demo/shopper?id=lin-xiao', { signal: cancel.signal });
      if (!response.ok) throw new Error(`the demo server answered ${response.status}`);
      window.Xiaoer?.('identify', await response.json());
    };
    signIn().catch((error) => {
      if (cancel.signal.aborted) return;
      console.warn(error);
      setFailed(true);
    });
    return () => cancel.abort();
  }, [isWanted]);
  return { hasFailed };
}
