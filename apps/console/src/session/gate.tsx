import type { StreamStatus } from '@xiaoer/sync';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../api/error-text.ts';
import { SignIn } from '../auth/sign-in.tsx';
import { Stage } from '../auth/stage.tsx';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/states.tsx';
import { restartSession, sessionStore, useAgent } from './agent.ts';
import { followPreferences } from './preferences.ts';

/** How the stream stands. */
export function useStatus(): StreamStatus {
  const session = useSyncExternalStore(sessionStore.subscribe, sessionStore.getState);
  return useSyncExternalStore(session.status.subscribe, session.status.getState);
}

/**
 * Lets through once a snapshot is here; asks to sign in otherwise. A session that ends while somebody
 * writes keeps everything: drafts and outbox are on this machine.
 */
export function Gate({ waiting, children }: { waiting: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSyncExternalStore(sessionStore.subscribe, sessionStore.getState);
  const status = useStatus();
  const email = useSyncExternalStore(session.store.subscribe, () => session.store.getState()?.me.user.email);

  if (status.kind === 'refused' && status.reason === 'unauthorised' && status.code !== 'identity.forbidden')
    return (
      <SignIn notice={email ? t('auth:signIn.expired') : undefined} email={email} onDone={restartSession} />
    );
  if (status.kind === 'refused')
    return (
      <Stopped
        text={status.reason === 'protocol' ? t('crash.chunk') : errorText({ code: status.code })}
        action={<Button onClick={() => location.reload()}>{t('action.reload')}</Button>}
      />
    );
  if (email === undefined && status.kind === 'offline')
    return (
      <Stopped
        text={errorText({ code: 'network.unreachable' })}
        action={<Button onClick={() => session.wake()}>{t('action.retry')}</Button>}
      />
    );
  if (email === undefined) return waiting;
  return (
    <>
      <FollowPreferences />
      {children}
    </>
  );
}

/** The page when there is nothing to show yet and nothing can be loaded. */
function Stopped({ text, action }: { text: string; action: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Stage title={t('product')}>
      <Failure isCompact title={t('shell:start.failed')} text={text} action={action} />
    </Stage>
  );
}

function FollowPreferences() {
  const preferences = useAgent((state) => state.me.preferences);
  useEffect(() => followPreferences(preferences), [preferences]);
  return null;
}
