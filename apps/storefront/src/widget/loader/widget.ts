import type { Language, ShopperProof } from '@xiaoer/contracts';
import { makeStore, pickStorage } from '@xiaoer/sync/visitor';
import { makeAppearance } from './appearance.ts';
import { type LoaderChat, makeChat } from './chat.ts';
import { chime } from './chime.ts';
import { makeChunks } from './chunks.ts';
import { type Events, makeEvents } from './events.ts';
import { forget, rememberShopper, storagePrefix } from './identity.ts';
import { type LauncherState, makeLauncher } from './launcher.ts';
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
  const button = makeStore<LauncherState>({ unread: 0, phase: 'idle' });
  const opening = makeOpening({
    ...{ appearance, chat, chunks: makeChunks(tag.baseUrl), draft, events, memory, button },
    launcher: () => launcher,
  });
  const open = () => void opening.open(true);
  const press = () => (settings.getState().isOpen ? opening.close() : open());
  const launcher = makeLauncher({ press, near: opening.near }, nonce);
  const show = () => launcher.show(settings.getState(), button.getState());
  settings.subscribe(show);
  button.subscribe(show);
  show();
  tellNews({ chat, settings, button, events });
  const startOver = () => {
    appearance.change({ isIdentified: false });
    if (settings.getState().isOpen) chat.start();
  };
  keepAwake(chat);
  followTabs(prefix, () => {
    chat.stop();
    startOver();
  });
  if (memory.wasOpen() && !settings.getState().isFull) void opening.open(false);
  // Passers-by cost the server nothing: it hears of a visitor who turns to the chat, or who has before.
  if (memory.hasToken()) whenIdle(chat.start);

  return {
    open,
    close: opening.close,
    events,
    identify: (proof) => {
      if (rememberShopper(local, tag.channelKey, proof)) chat.stop();
      appearance.change({ isIdentified: true });
      chat.configure({ shopper: proof });
      if (settings.getState().isOpen) chat.start();
      else whenIdle(chat.start);
    },
    reset: () => {
      chat.stop();
      forget(local, tag.channelKey);
      draft.update(() => '');
      startOver();
    },
    setLanguage: (language) => {
      appearance.setLanguage(language);
      chat.configure({ language });
    },
    setTheme: appearance.setTheme,
    draft: (text) => draft.update(() => text),
  };
}

/** Tries at once when the network or the shopper comes back. */
function keepAwake(chat: LoaderChat): void {
  addEventListener('online', chat.wake);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) chat.wake();
  });
}

/**
 * Another tab has signed out, or signed somebody else in: what this tab shows is no longer theirs. A token
 * that is only replaced says nothing, as every registration renews it.
 */
function followTabs(prefix: string, onOther: () => void): void {
  addEventListener('storage', ({ key, oldValue, newValue }) => {
    const isOut = key === `${prefix}token` && newValue === null;
    const isOther =
      key === `${prefix}shopper` && oldValue !== null && newValue !== null && oldValue !== newValue;
    if (isOut || isOther) onOther();
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
