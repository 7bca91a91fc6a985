import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { brandColours } from '../text/contrast.ts';
import { Announcer } from './announcer.tsx';
import { Composer } from './composer.tsx';
import { useChatState, useReadable, useShell, useTexts, type View } from './context.ts';
import { useDropZone } from './drop-zone.ts';
import { trapFocus } from './focus.ts';
import { HomeHead, ThreadHead } from './heads.tsx';
import { Home } from './home.tsx';
import { Lightbox, type Pictures } from './lightbox.tsx';
import { useScreenFit } from './screen-fit.ts';
import { FailedState, LoadingState } from './states.tsx';
import { Thread } from './thread.tsx';
import { useUploads } from './uploads.ts';

export function App() {
  const shell = useShell();
  const ui = useReadable(shell.ui);
  const chat = useChatState();
  const say = useTexts();
  const panel = useRef<HTMLDivElement>(null);
  const [view, setView] = useView(chat.visitor !== null, chat.visitor?.conversation?.status === 'open');
  const [pictures, setPictures] = useState<Pictures | null>(null);
  const uploads = useUploads(shell.chat);
  const isDropping = useDropZone(panel, chat.visitor !== null, uploads.add);
  useScreenFit(panel, ui.isOpen && ui.isFull);
  useFocus(panel, ui.isOpen && ui.takesFocus, ui.isFull, `${chat.visitor !== null} ${view}`);

  const colours = brandColours(ui.colour, ui.theme === 'dark');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) shell.close();
    else if (ui.isFull && panel.current) trapFocus(event, panel.current);
    // The shop's own shortcuts must not fire while somebody writes here.
    event.stopPropagation();
  };
  const { visitor } = chat;
  return (
    <>
      <div
        ref={panel}
        class={ui.isFull ? 'panel full' : 'panel'}
        role="dialog"
        aria-modal={ui.isFull}
        aria-label={say('dialog', { shop: visitor?.widget.shopName ?? '' })}
        lang={ui.language}
        data-theme={ui.theme}
        data-side={ui.side}
        hidden={!ui.isOpen}
        style={{
          '--brand': colours.brand,
          '--on-brand': colours.onBrand,
          '--brand-text': colours.brandText,
          '--brand-soft': colours.brandSoft,
        }}
        onKeyDown={onKeyDown}
      >
        {view === 'thread' && visitor ? (
          <ThreadHead visitor={visitor} onBack={() => setView('home')} />
        ) : (
          <HomeHead visitor={visitor} />
        )}
        {visitor && <StreamBar />}
        {!visitor && (chat.failure ? <FailedState code={chat.failure} /> : <LoadingState />)}
        {visitor && view === 'home' && <Home visitor={visitor} onOpenThread={() => setView('thread')} />}
        {visitor && view === 'thread' && (
          <Thread visitor={visitor} isShown={ui.isOpen} onPictures={setPictures} />
        )}
        {visitor && (
          <Composer visitor={visitor} view={view} uploads={uploads} onSent={() => setView('thread')} />
        )}
        {visitor && <Announcer messages={visitor.messages} typing={visitor.typing?.name ?? null} />}
        {isDropping && <div class="drop">{say('dropHere')}</div>}
      </div>
      {pictures && <Lightbox {...pictures} language={ui.language} onClose={() => setPictures(null)} />}
    </>
  );
}

/** Who has an open conversation finds it at once; everybody else begins at the first view. */
function useView(isReady: boolean, isOpen: boolean): [View, (view: View) => void] {
  const [view, setView] = useState<View>(isOpen ? 'thread' : 'home');
  const wasReady = useRef(isReady);
  useLayoutEffect(() => {
    if (isReady && !wasReady.current && isOpen) setView('thread');
    // Signed out: what was shown is gone.
    if (!isReady && wasReady.current) setView('home');
    wasReady.current = isReady;
  }, [isReady, isOpen]);
  return [view, setView];
}

/**
 * Focus goes to the writing field, or on phones, where that calls the keyboard, to the first button.
 * `scene` names what is shown: when it changes and took the focused element with it, focus is set anew.
 */
function useFocus(
  panel: { current: HTMLElement | null },
  isOn: boolean,
  isFull: boolean,
  scene: string,
): void {
  useEffect(() => {
    if (!isOn) return;
    const root = panel.current?.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    const isHeld = active !== null && panel.current?.contains(active);
    // While the field was not there yet, a button of the head held the place for it.
    if (isHeld && !active.matches('.brand button')) return;
    const field = isFull ? null : panel.current?.querySelector<HTMLElement>('textarea');
    (field ?? panel.current?.querySelector<HTMLElement>('button'))?.focus({ preventScroll: true });
  }, [isOn, isFull, scene, panel]);
}

function StreamBar() {
  const { stream } = useChatState();
  const say = useTexts();
  const [isLate, setLate] = useState(false);
  const isCut = useNetworkCut();
  const isBroken = stream.kind !== 'online';
  useEffect(() => {
    if (!isBroken) return setLate(false);
    // A break of a moment is nobody's concern.
    const timer = setTimeout(() => setLate(true), 1500);
    return () => clearTimeout(timer);
  }, [isBroken]);
  if (!isCut && !(isBroken && isLate)) return null;
  return (
    <div class="thin" role="status">
      {say(isCut || stream.kind === 'offline' ? 'offline' : 'reconnecting')}
    </div>
  );
}

/** What the device itself says: it knows of a missing network sooner than a silent socket does. */
function useNetworkCut(): boolean {
  const [isCut, setCut] = useState(() => !navigator.onLine);
  useEffect(() => {
    const look = () => setCut(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isCut;
}
