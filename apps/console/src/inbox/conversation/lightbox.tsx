import type { FileRef } from '@xiaoer/contracts';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import './lightbox.css';

/** A picture at full size over the page; arrows go through all of the conversation, Esc closes. */
export function Lightbox({
  images,
  startId,
  onClose,
}: {
  images: readonly FileRef[];
  startId: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox');
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      images.findIndex((image) => image.id === startId),
    ),
  );
  const [isZoomed, setZoomed] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const page = document.getElementById('root');
    // Tab stays inside, and screen readers read nothing behind.
    page?.toggleAttribute('inert', true);
    frame.current?.focus();
    return () => {
      page?.toggleAttribute('inert', false);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const image = images[at];
  if (!image) return null;
  const step = (by: number) => {
    setZoomed(false);
    setAt((now) => (now + by + images.length) % images.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by !== undefined) step(by);
    else if (event.key === 'Escape') onClose();
    else if (event.key === ' ' && event.target === frame.current) setZoomed(!isZoomed);
    else return;
    event.preventDefault();
  };
  return createPortal(
    <div
      ref={frame}
      className="lightbox"
      role="dialog"
      aria-modal="true"
      aria-label={image.name}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="lightbox-head">
        <span className="ellipsis">{image.name}</span>
        {images.length > 1 && (
          <span className="num">
            {at + 1} / {images.length}
          </span>
        )}
        <a
          className="btn btn-icon btn-quiet btn-medium"
          href={image.url}
          download={image.name}
          target="_blank"
          rel="noopener noreferrer"
          title={t('common:action.download')}
          aria-label={t('common:action.download')}
        >
          <Icon name="download" />
        </a>
        <IconButton icon="close" label={t('common:action.close')} onClick={onClose} />
      </header>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes, the space bar zooms */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        className="lightbox-stage"
        onClick={(event) => (event.target === event.currentTarget ? onClose() : setZoomed(!isZoomed))}
      >
        <img key={image.id} src={image.url} alt={image.name} className={cx(isZoomed && 'is-zoomed')} />
      </div>
      {images.length > 1 && (
        <>
          <IconButton
            icon="chevronLeft"
            size="large"
            className="lightbox-step is-left"
            label={t('common:action.previous')}
            onClick={() => step(-1)}
          />
          <IconButton
            icon="chevronRight"
            size="large"
            className="lightbox-step is-right"
            label={t('common:action.next')}
            onClick={() => step(1)}
          />
        </>
      )}
    </div>,
    document.body,
  );
}
