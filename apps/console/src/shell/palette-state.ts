import { makeStore } from '@xiaoer/sync';
import { useSyncExternalStore } from 'react';

/** Which of the shell's overlays is open. */
const overlay = makeStore<'none' | 'palette' | 'shortcuts'>('none');

export const openPalette = (): void => overlay.update(() => 'palette');
export const openShortcutSheet = (): void => overlay.update(() => 'shortcuts');
export const closeOverlay = (): void => overlay.update(() => 'none');
export const useOverlay = () => useSyncExternalStore(overlay.subscribe, overlay.getState);
