import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 760px)');
const subscribe = (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether there is room for one pane only. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
