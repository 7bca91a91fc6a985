import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/overlay.tsx';

let isFree = false;

/** Navigates without being asked: after saving or deleting. */
export function leaveFreely(go: () => void): void {
  isFree = true;
  try {
    go();
  } finally {
    isFree = false;
  }
}

/**
 * Asks before unsaved changes are left. Every way out passes here: links and shortcuts (all of them end in
 * history.pushState or replaceState), the browser's back button, and closing the tab.
 */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation('settings');
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const here = useRef('');
  const passing = useRef<string | null>(null);

  useEffect(() => {
    if (!isDirty) return;
    here.current = location.href;
    const { pushState, replaceState } = history;
    const ask = (go: () => void) => setLeave(() => go);
    const held =
      (original: History['pushState']): History['pushState'] =>
      (...args) => {
        const target = args[2] === undefined || args[2] === null ? here.current : String(args[2]);
        if (isFree || new URL(target, location.href).href === here.current)
          return original.apply(history, args);
        ask(() => original.apply(history, args));
      };
    history.pushState = held(pushState);
    history.replaceState = held(replaceState);
    // The back button: by the time of `popstate` the router has heard of it already.
    const onTraverse = (event: NavigateEvent) => {
      const { key } = event.destination;
      if (event.navigationType !== 'traverse' || !event.cancelable || passing.current === key) return;
      event.preventDefault();
      ask(() => {
        passing.current = key;
        window.navigation.traverseTo(key);
      });
    };
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    // Browsers from before 2026 may lack it; there only the back button goes unasked.
    const navigation: Navigation | undefined = window.navigation;
    navigation?.addEventListener('navigate', onTraverse);
    window.addEventListener('beforeunload', onClose);
    return () => {
      history.pushState = pushState;
      history.replaceState = replaceState;
      navigation?.removeEventListener('navigate', onTraverse);
      window.removeEventListener('beforeunload', onClose);
    };
  }, [isDirty]);

  return (
    <Dialog
      isOpen={leave !== null}
      title={t('leave.title')}
      onClose={() => setLeave(null)}
      footer={
        <span className="overlay-foot">
          {/* First, so that it has the focus: Enter keeps what was written. */}
          <Button tone="primary" onClick={() => setLeave(null)}>
            {t('leave.stay')}
          </Button>
          <Button
            tone="danger"
            onClick={() => {
              const go = leave;
              setLeave(null);
              if (go) leaveFreely(go);
            }}
          >
            {t('leave.discard')}
          </Button>
        </span>
      }
    >
      <p className="st-dialog-text">{t('leave.text')}</p>
    </Dialog>
  );
}
