import type { Language } from '@xiaoer/contracts';
import { makeStore, type Readable } from '@xiaoer/sync/visitor';
import type { ChatState, Ui } from '../shell.ts';
import type { Memory } from './memory.ts';
import { guessLanguage, type ScriptTag, type ThemeWish } from './script-tag.ts';

export type Settings = Omit<Ui, 'locale'>;

/** Below this width, or below that height, the panel takes the whole screen. Pixels. */
const PHONE = matchMedia('(max-width: 480px), (max-height: 420px)');
const DARK = matchMedia('(prefers-color-scheme: dark)');
const DEFAULT_COLOUR = '#0E7C66';

export type Appearance = ReturnType<typeof makeAppearance>;

/**
 * How the widget looks: what the page says now, else its script tag, else the channel's settings, else what
 * they were on the last page.
 */
export function makeAppearance(tag: ScriptTag, memory: Memory, chat: Readable<ChatState>) {
  const look = memory.look();
  const wish: { language: Language | null; theme: ThemeWish | null } = {
    language: tag.language,
    theme: tag.theme,
  };
  const settings = makeStore<Settings>({
    isOpen: false,
    takesFocus: false,
    isFull: PHONE.matches,
    theme: 'light',
    language: tag.language ?? look?.language ?? guessLanguage(),
    hasSound: memory.hasSound(),
    side: tag.side ?? look?.side ?? 'right',
    colour: tag.colour ?? look?.colour ?? DEFAULT_COLOUR,
    isIdentified: false,
  });
  const change = (part: Partial<Settings>) => settings.update((state) => ({ ...state, ...part }));
  const fit = () => {
    const shop = chat.getState().visitor?.widget;
    const now = settings.getState();
    const theme = wish.theme ?? shop?.theme ?? look?.theme ?? 'system';
    change({
      isFull: PHONE.matches,
      theme: theme === 'dark' || (theme === 'system' && DARK.matches) ? 'dark' : 'light',
      language: wish.language ?? shop?.language ?? now.language,
      side: tag.side ?? shop?.position ?? now.side,
      colour: tag.colour ?? shop?.colour ?? now.colour,
    });
    if (shop) {
      memory.setLook({
        colour: shop.colour,
        side: shop.position,
        language: shop.language,
        theme: shop.theme,
      });
    }
  };
  let fitted: unknown;
  chat.subscribe(() => {
    const shop = chat.getState().visitor?.widget;
    if (shop === fitted) return;
    fitted = shop;
    fit();
  });
  for (const query of [PHONE, DARK]) query.addEventListener('change', fit);
  fit();
  return {
    settings,
    change,
    setLanguage: (language: Language) => {
      wish.language = language;
      fit();
    },
    setTheme: (theme: ThemeWish) => {
      wish.theme = theme;
      fit();
    },
  };
}
