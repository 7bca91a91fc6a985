import { makeStore, type Store } from '@xiaoer/sync/visitor';
import type { Shell, Ui } from '../shell.ts';
import type { Appearance } from './appearance.ts';
import type { LoaderChat } from './chat.ts';
import { chime } from './chime.ts';
import type { makeChunks } from './chunks.ts';
import type { Events } from './events.ts';
import type { Launcher, LauncherState } from './launcher.ts';
import type { Memory } from './memory.ts';

export type OpeningParts = {
  appearance: Appearance;
  chat: LoaderChat;
  chunks: ReturnType<typeof makeChunks>;
  draft: Store<string>;
  events: Events;
  memory: Memory;
  button: Store<LauncherState>;
  launcher: () => Launcher;
};

/** A press that takes longer than this shows that it was noticed. */
const SLOW_MS = 80;

/** Opens and closes the panel; the first time it is fetched and mounted. */
export function makeOpening(parts: OpeningParts) {
  const { appearance, chat, chunks, events, memory, button } = parts;
  const { settings } = appearance;
  const panel = makePanel(parts, () => close());
  const setPhase = (phase: LauncherState['phase']) => button.update((state) => ({ ...state, phase }));

  /** @param takesFocus false when it only stands open again as on the page before */
  const open = async (takesFocus: boolean) => {
    if (settings.getState().isOpen || button.getState().phase === 'loading') return;
    chat.start();
    const slow = setTimeout(() => setPhase('loading'), SLOW_MS);
    try {
      await panel.mount();
    } catch (error) {
      console.warn('Xiaoer: the chat could not be loaded.', error);
      setPhase('failed');
      return;
    } finally {
      clearTimeout(slow);
    }
    setPhase('idle');
    appearance.change({ isOpen: true, takesFocus });
    memory.setOpen(true);
    events.emit('open', undefined);
  };
  const close = () => {
    if (!settings.getState().isOpen) return;
    appearance.change({ isOpen: false });
    memory.setOpen(false);
    parts.launcher().focus();
    events.emit('close', undefined);
  };
  return {
    open,
    close,
    /** The pointer is near: a head start. Pressing the button says what went wrong, if anything. */
    near: () => {
      chat.start();
      chunks.panel().catch(() => undefined);
      chunks.locale(settings.getState().language).catch(() => undefined);
    },
  };
}

function makePanel({ appearance, chat, chunks, draft, memory, launcher }: OpeningParts, close: () => void) {
  const { settings } = appearance;
  let ui: Store<Ui> | null = null;
  /** Texts and language change together, when the texts are here. */
  const follow = async () => {
    if (!ui) return;
    const { language } = settings.getState();
    const held = ui.getState();
    const locale = held.language === language ? held.locale : await chunks.locale(language);
    const now = settings.getState();
    if (now.language === language) ui.update(() => ({ ...now, locale }));
  };
  settings.subscribe(() => {
    follow().catch((error) => console.warn('Xiaoer: the language could not be loaded.', error));
  });
  const setSound = (isOn: boolean) => {
    memory.setSound(isOn);
    appearance.change({ hasSound: isOn });
    if (isOn) chime();
  };
  return {
    mount: async () => {
      if (ui) return;
      const { language } = settings.getState();
      const [panel, locale] = await Promise.all([chunks.panel(), chunks.locale(language)]);
      // Meanwhile it may have been opened a second time.
      if (ui) return;
      ui = makeStore<Ui>({ ...settings.getState(), language, locale });
      const shell: Shell = { chat, ui, draft, close, setSound };
      panel.mount(launcher().root, shell, launcher().addStyles);
      await follow();
    },
  };
}
