import type { Language, ShopperProof } from '@xiaoer/contracts';
import { countUnread, makeStore, pickStorage } from '@xiaoer/sync/visitor';
import type { Ui } from '../shell.ts';
import { format } from '../text/format.ts';
import { makeChat } from './chat.ts';
import { chime } from './chime.ts';
import { makeChunks } from './chunks.ts';
import { type Events, makeEvents } from './events.ts';
import { forget, rememberShopper, storagePrefix } from './identity.ts';
import { type LauncherState, makeLauncher } from './launcher.ts';
import { makeDraft, makeMemory } from './memory.ts';
import { guessLanguage, type ScriptTag, type ThemeWish } from './script-tag.ts';
import { LOADER_TEXTS } from './texts.ts';
import { makeTitleHint } from './title.ts';

/** What the shop's page can ask of the widget. */
export type Widget = {
  open: () => void;
  close: () => void;
  identify: (proof: ShopperProof) => void;
  reset: () => void;
  setLanguage: (language: Language) => void;
  setTheme: (theme: ThemeWish) => void;
  draft: (text: string) => void;
  events: Events;
};

/** Below this width, or below that height, the panel takes the whole screen. Pixels. */
const PHONE = matchMedia('(max-width: 480px), (max-height: 420px)');
const DARK = matchMedia('(prefers-color-scheme: dark)');
const DEFAULT_COLOUR = '#0E7C66';
/** The launcher waits this long for the shop's colour, rather than change it before people's eyes. */
const COLOUR_WAIT_MS = 1_500;

export function startWidget(tag: ScriptTag, nonce: string | undefined): Widget {
  const local = pickStorage(() => localStorage);
  const tab = pickStorage(() => sessionStorage);
  const prefix = storagePrefix(tag.channelKey);
  const memory = makeMemory(local, tab, prefix);
  const events = makeEvents();
  const chunks = makeChunks(tag.baseUrl);
  const draft = makeDraft(tab, prefix);
  const setTitleHint = makeTitleHint();
  const look = memory.look();
  let wish = { language: tag.language, theme: tag.theme };

  const settings = makeStore<Omit<Ui, 'locale'>>({
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
  const button = makeStore<LauncherState>({ unread: 0, phase: 'idle', isShown: Boolean(tag.colour ?? look) });
  const chat = makeChat({
    channelKey: tag.channelKey,
    baseUrl: tag.baseUrl,
    storage: local,
    onMessage: () => settings.getState().hasSound && chime(),
    onShopperRefused: () => {
      settings.update((state) => ({ ...state, isIdentified: false }));
      events.emit('error', { code: 'channels.shopper_invalid' });
      console.warn('Xiaoer: the proof given to identify was refused. Check the secret and the expiry time.');
    },
  });
  if (tag.language) chat.configure({ language: tag.language });

  const close = () => {
    if (!settings.getState().isOpen) return;
    settings.update((state) => ({ ...state, isOpen: false }));
    memory.setOpen(false);
    launcher.focus();
    events.emit('close', undefined);
  };
  const openPanel = async (takesFocus: boolean) => {
    if (settings.getState().isOpen || button.getState().phase === 'loading') return;
    chat.start();
    const slow = setTimeout(() => button.update((state) => ({ ...state, phase: 'loading' })), 80);
    try {
      await mountPanel();
    } catch (error) {
      console.warn('Xiaoer: the chat could not be loaded.', error);
      button.update((state) => ({ ...state, phase: 'failed', isShown: true }));
      return;
    } finally {
      clearTimeout(slow);
    }
    button.update((state) => ({ ...state, phase: 'idle', isShown: true }));
    settings.update((state) => ({ ...state, isOpen: true, takesFocus }));
    memory.setOpen(true);
    events.emit('open', undefined);
  };
  const open = () => void openPanel(true);
  const near = () => {
    chat.start();
    // Only a head start: pressing the button says what went wrong.
    chunks.panel().catch(() => undefined);
    chunks.locale(settings.getState().language).catch(() => undefined);
  };
  const launcher = makeLauncher(
    { press: () => (settings.getState().isOpen ? close() : open()), near },
    nonce,
  );

  let ui: ReturnType<typeof makeStore<Ui>> | null = null;
  /** Texts and language change together, when the texts are here. */
  const followSettings = async () => {
    if (!ui) return;
    const { language } = settings.getState();
    const locale = ui.getState().language === language ? ui.getState().locale : await chunks.locale(language);
    const now = settings.getState();
    if (now.language === language) ui.update(() => ({ ...now, locale }));
  };
  const mountPanel = async () => {
    if (ui) return;
    const { language } = settings.getState();
    const [panel, locale] = await Promise.all([chunks.panel(), chunks.locale(language)]);
    if (ui) return;
    ui = makeStore<Ui>({ ...settings.getState(), language, locale });
    const setSound = (isOn: boolean) => {
      memory.setSound(isOn);
      settings.update((state) => ({ ...state, hasSound: isOn }));
      if (isOn) chime();
    };
    panel.mount(launcher.root, { chat, ui, draft, close, setSound }, launcher.addStyles);
    await followSettings();
  };

  const showLauncher = () => launcher.show(settings.getState(), button.getState());
  const fit = () => {
    const shop = chat.getState().visitor?.widget;
    const theme = wish.theme ?? shop?.theme ?? look?.theme ?? 'system';
    const next = {
      isFull: PHONE.matches,
      theme: theme === 'dark' || (theme === 'system' && DARK.matches) ? 'dark' : 'light',
      language: wish.language ?? shop?.language ?? settings.getState().language,
      side: tag.side ?? shop?.position ?? settings.getState().side,
      colour: tag.colour ?? shop?.colour ?? settings.getState().colour,
    } as const;
    settings.update((state) => ({ ...state, ...next }));
    if (!shop) return;
    memory.setLook({ colour: shop.colour, side: shop.position, language: shop.language, theme: shop.theme });
    button.update((state) => ({ ...state, isShown: true }));
  };
  const countNews = () => {
    const { visitor } = chat.getState();
    const unread = visitor ? countUnread(visitor) : 0;
    const { language } = settings.getState();
    setTitleHint(unread > 0 && document.hidden ? format(LOADER_TEXTS[language].title, { n: unread }) : null);
    if (unread === button.getState().unread) return;
    button.update((state) => ({ ...state, unread }));
    events.emit('unread', unread);
  };

  settings.subscribe(showLauncher);
  settings.subscribe(() => {
    followSettings().catch((error) => console.warn('Xiaoer: the language could not be loaded.', error));
  });
  button.subscribe(showLauncher);
  let shownWidget: unknown;
  chat.subscribe(() => {
    const shop = chat.getState().visitor?.widget;
    if (shop !== shownWidget) {
      shownWidget = shop;
      fit();
    }
    countNews();
  });
  for (const query of [PHONE, DARK]) query.addEventListener('change', fit);
  document.addEventListener('visibilitychange', () => {
    countNews();
    if (!document.hidden) chat.wake();
  });
  addEventListener('online', chat.wake);
  addEventListener('storage', (event) => {
    // Another tab has signed out, or signed somebody else in: what this tab shows is no longer theirs.
    if (event.key !== `${prefix}token` || event.newValue === event.oldValue || !chat.isStarted()) return;
    if (event.oldValue === null) return;
    chat.stop();
    settings.update((state) => ({ ...state, isIdentified: false }));
    chat.start();
  });
  setTimeout(() => button.update((state) => ({ ...state, isShown: true })), COLOUR_WAIT_MS);
  fit();
  showLauncher();
  if (memory.wasOpen() && !PHONE.matches) void openPanel(false);
  if (!tag.waitsForOpening || memory.hasToken()) whenIdle(chat.start);

  return {
    open,
    close,
    events,
    identify: (proof) => {
      if (rememberShopper(local, tag.channelKey, proof)) chat.stop();
      settings.update((state) => ({ ...state, isIdentified: true }));
      chat.configure({ shopper: proof });
      if (settings.getState().isOpen) chat.start();
      else if (!tag.waitsForOpening) whenIdle(chat.start);
    },
    reset: () => {
      chat.stop();
      forget(local, tag.channelKey);
      draft.update(() => '');
      settings.update((state) => ({ ...state, isIdentified: false }));
      if (settings.getState().isOpen || !tag.waitsForOpening) chat.start();
    },
    setLanguage: (language) => {
      wish = { ...wish, language };
      fit();
      chat.configure({ language });
    },
    setTheme: (theme) => {
      wish = { ...wish, theme };
      fit();
    },
    draft: (text) => draft.update(() => text),
  };
}

/** After the shop's own page has come, so that the widget never makes it slower. */
function whenIdle(action: () => void): void {
  const soon = () =>
    'requestIdleCallback' in window
      ? requestIdleCallback(action, { timeout: 2_000 })
      : setTimeout(action, 200);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}
