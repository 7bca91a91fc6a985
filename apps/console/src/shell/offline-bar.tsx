import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { session, useAgent } from '../session/agent.ts';
import { useStatus } from '../session/gate.tsx';
import { Icon } from '../ui/icon.tsx';
import './offline-bar.css';

const subscribeOnline = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** The thin line that says the stream is broken and what is kept; absent while all is well. */
export function OfflineBar() {
  const { t } = useTranslation('shell');
  const status = useStatus();
  const hasNetwork = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const waiting = useAgent((state) => {
    let count = 0;
    for (const messages of state.pending.values()) count += messages.length;
    return count;
  });
  const isBroken = !hasNetwork || status.kind === 'offline';
  if (!isBroken) return null;
  return (
    <div className="offline-bar" role="status">
      <Icon name="offline" size={15} />
      <span>
        {t(hasNetwork ? 'connection.connecting' : 'connection.offline')}
        {waiting > 0 && ` ${t('connection.waiting', { count: waiting })}`}
      </span>
      <button type="button" onClick={() => session().wake()}>
        {t('connection.retry')}
      </button>
    </div>
  );
}
