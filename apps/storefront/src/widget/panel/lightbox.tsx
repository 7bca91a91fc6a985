import type { FileRef, Language } from '@xiaoer/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from './context.ts';
import { trapFocus } from './focus.ts';
import { BackIcon, CloseIcon, DownIcon, ForwardIcon } from './icons.tsx';

export type Pictures = { list: readonly FileRef[]; at: string };

/** Pictures of the conversation, large, one at a time; above the whole page. */
export function Lightbox({
  list,
  at,
  language,
  onClose,
}: Pictures & { language: Language; onClose: () => void }) {
  const say = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      list.findIndex((file) => file.id === at),
    ),
  );
  const file = list[place];
  useEffect(() => {
    const root = box.current?.getRootNode();
    const before = root instanceof ShadowRoot ? root.activeElement : null;
    box.current?.querySelector<HTMLElement>('.close')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  if (!file) return null;
  const go = (step: number) => setPlace((now) => Math.min(list.length - 1, Math.max(0, now + step)));
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else if (box.current) trapFocus(event, box.current);
  };
  return (
    <div
      class="lightbox"
      ref={box}
      role="dialog"
      aria-modal="true"
      aria-label={file.name}
      lang={language}
      onKeyDown={onKeyDown}
    >
      <header>
        <span>{list.length > 1 ? `${place + 1} / ${list.length} · ${file.name}` : file.name}</span>
        <a
          class="icon"
          href={file.url}
          download={file.name}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={say('download', { name: file.name })}
        >
          <DownIcon />
        </a>
        <button type="button" class="icon close" aria-label={say('closeImage')} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard closes by Escape and the button */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div class="stage" onClick={(event) => event.target === event.currentTarget && onClose()}>
        {list.length > 1 && (
          <button
            type="button"
            class="icon"
            aria-label={say('previousImage')}
            disabled={place === 0}
            onClick={() => go(-1)}
          >
            <BackIcon />
          </button>
        )}
        <img src={file.url} alt={file.name} />
        {list.length > 1 && (
          <button
            type="button"
            class="icon"
            aria-label={say('nextImage')}
            disabled={place === list.length - 1}
            onClick={() => go(1)}
          >
            <ForwardIcon />
          </button>
        )}
      </div>
    </div>
  );
}
