import type { Language, ShopperProof } from '@xiaoer/contracts';
import { makeStore, pickStorage } from '@xiaoer/sync/visitor';
import { makeAppearance } from './appearance.ts';
import { type LoaderChat, makeChat } from './chat.ts';
import { chime } from './chime.ts';
import { makeChunks } from './chunks.ts';
import { type Events, makeEvents } from './events.ts';
import { forget, rememberShopper, storagePrefix } from './identity.ts';
import { type Launcher, type LauncherState, makeLauncher } from './launcher.ts';
import { makeDraft, makeMemory } from './memory.ts';
import { tellNews } from './news.ts';
import { makeOpening } from './opening.ts';
import type { ScriptTag, ThemeWish } from './script-tag.ts';

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

/** The launcher waits this long for the shop's colour, rather than change it before people's eyes. */
const COLOUR_WAIT_MS = 1_500;

export function startWidget(tag: ScriptTag, nonce: string | undefined): Widget {
  const local = pickStorage(() => localStorage);
  const tab = pickStorage(() => sessionStorage);
  const prefix = storagePrefix(tag.channelKey);
  const memory = makeMemory(local, tab, prefix);
  const events = makeEvents();
  const draft = makeDraft(tab, prefix);
  const chat = makeChat({
    channelKey: tag.channelKey,
    baseUrl: tag.baseUrl,
    storage: local,
    onMessage: () => appearance.settings.getState().hasSound && chime(),
    onShopperRefused: () => {
      appearance.change({ isIdentified: false });
      console.warn('Xiaoer: the proof given to identify was refused. Check the secret and the expiry time.');
      events.emit('error', { code: 'channels.shopper_invalid' });
    },
  });
  if (tag.language) chat.configure({ language: tag.language });
  const appearance = makeAppearance(tag, memory, chat);
  const { settings } = appearance;
  const button = makeStore<LauncherState>({ unread: 0, phase: 'idle', isShown: appearance.isKnown() });
  const opening = makeOpening({
    ...{ appearance, chat, chunks: makeChunks(tag.baseUrl), draft, events, memory, button },
    launcher: () => launcher,
  });
  const open = () => void opening.open(true);
  const press = () => (settings.getState().isOpen ? opening.close() : open());
  const launcher = makeLauncher({ press, near: opening.near }, nonce);
  showLauncher(launcher, appearance, button, chat);
  tellNews({ chat, settings, button, events });
  const stay = () => {
    appearance.change({ isIdentified: false });
    if (settings.getState().isOpen || !tag.waitsForOpening) chat.start();
  };
  keepAwake(chat, `${prefix}token`, stay);
  if (memory.wasOpen() && !settings.getState().isFull) void opening.open(false);
  if (!tag.waitsForOpening || memory.hasToken()) whenIdle(chat.start);

  return {
    open,
    close: opening.close,
    events,
    identify: (proof) => {
      if (rememberShopper(local, tag.channelKey, proof)) chat.stop();
      appearance.change({ isIdentified: true });
      chat.configure({ shopper: proof });
      if (settings.getState().isOpen) chat.start();
      else if (!tag.waitsForOpening) whenIdle(chat.start);
    },
    reset: () => {
      chat.stop();
      forget(local, tag.channelKey);
      draft.update(() => '');
      stay();
    },
    setLanguage: (language) => {
      appearance.setLanguage(language);
      chat.configure({ language });
    },
    setTheme: appearance.setTheme,
    draft: (text) => draft.update(() => text),
  };
}

function showLauncher(
  launcher: Launcher,
  appearance: ReturnType<typeof makeAppearance>,
  button: ReturnType<typeof makeStore<LauncherState>>,
  chat: LoaderChat,
): void {
  const show = () => launcher.show(appearance.settings.getState(), button.getState());
  const appear = () => button.update((state) => (state.isShown ? state : { ...state, isShown: true }));
  appearance.settings.subscribe(show);
  button.subscribe(show);
  chat.subscribe(() => appearance.isKnown() && appear());
  setTimeout(appear, COLOUR_WAIT_MS);
  show();
}

/** Tries at once when the network or the shopper comes back, and follows what other tabs do. */
function keepAwake(chat: LoaderChat, tokenKey: string, begin: () => void): void {
  addEventListener('online', chat.wake);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) chat.wake();
  });
  addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (key !== tokenKey || oldValue === null || oldValue === newValue || !chat.isStarted()) return;
    // Another tab has signed out, or signed somebody else in: what this tab shows is no longer theirs.
    chat.stop();
    begin();
  });
}

/** After the shop's own page has come, so that the widget never makes it slower. */
function whenIdle(action: () => void): void {
  const soon = () => {
    if ('requestIdleCallback' in window) requestIdleCallback(action, { timeout: 2_000 });
    else setTimeout(action, 200);
  };
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}
