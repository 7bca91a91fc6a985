import { useSyncExternalStore } from 'react';

/** Width at and below which there is one pane at a time; as in the stylesheets. */
export const PHONE_QUERY = '(max-width: 760px)';

/** Whether a media query holds, painted again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
