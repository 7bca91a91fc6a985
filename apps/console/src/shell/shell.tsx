import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useNotices } from '../inbox/notify.ts';
import { Mark } from '../ui/mark.tsx';
import { runNewestUndo } from '../ui/toast.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { Palette } from './palette.tsx';
import { closeOverlay, openPalette, openShortcutSheet, useOverlay } from './palette-state.ts';
import { Rail } from './rail.tsx';
import './shell.css';
import { useShellCommands } from './shell-commands.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useShortcut } from './shortcuts.ts';

/** Rail, offline bar and overlays around the screen. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const overlay = useOverlay();
  useShellCommands();
  useNotices();
  useShortcut('palette', () => (overlay === 'palette' ? closeOverlay() : openPalette()));
  useShortcut('shortcuts', openShortcutSheet);
  useShortcut('search', openPalette);
  useShortcut('undo', () => runNewestUndo());
  const screen = location.split('/')[1] ?? '';
  return (
    <div className="shell" data-screen={screen}>
      <OfflineBar />
      <Rail />
      <div className="shell-screen">
        <ErrorBoundary place={location}>
          <Suspense fallback={<div className="shell-wait" role="status" aria-label={t('loading')} />}>
            {children}
          </Suspense>
        </ErrorBoundary>
      </div>
      {overlay === 'palette' && <Palette onClose={closeOverlay} />}
      {overlay === 'shortcuts' && <ShortcutSheet onClose={closeOverlay} />}
    </div>
  );
}

/** The frame while the first snapshot is on its way: same places, nothing moves when it arrives. */
export function ShellFrame() {
  const { t } = useTranslation('shell');
  return (
    <div className="shell" role="status" aria-label={t('start.connecting')}>
      <nav className="rail">
        <span className="rail-mark">
          <Mark />
        </span>
      </nav>
      <div className="shell-screen shell-wait" />
    </div>
  );
}
