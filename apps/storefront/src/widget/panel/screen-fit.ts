import { useLayoutEffect } from 'preact/hooks';

const SHORT_PX = 480;

/**
 * On phones the panel is as large as what the keyboard leaves of the screen, and the page behind stands
 * still. The page's own settings come back afterwards.
 */
export function useScreenFit(panel: { current: HTMLElement | null }, isOn: boolean): void {
  useLayoutEffect(() => {
    if (!isOn) return;
    const page = document.documentElement;
    const before = page.style.overflow;
    page.style.overflow = 'hidden';
    const view = window.visualViewport;
    const fit = () => {
      if (!view) return;
      panel.current?.style.setProperty('--view-top', `${view.offsetTop}px`);
      panel.current?.style.setProperty('--view-height', `${view.height}px`);
      // With the keyboard up, or on its side, a phone has no room for a large greeting.
      panel.current?.toggleAttribute('data-short', view.height < SHORT_PX);
    };
    fit();
    view?.addEventListener('resize', fit);
    view?.addEventListener('scroll', fit);
    return () => {
      page.style.overflow = before;
      view?.removeEventListener('resize', fit);
      view?.removeEventListener('scroll', fit);
    };
  }, [isOn, panel]);
}
