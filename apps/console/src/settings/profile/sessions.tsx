import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AuthError } from '../../api/auth.ts';
import { formatAgo, formatMoment } from '../../i18n/format.ts';
import { leave } from '../../shell/my-menu.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { Section } from '../pieces/section.tsx';
import { endOtherSessions, endSession, type OwnSession, readSessions } from './account.ts';
import { useAccountText } from './account-text.ts';
import { deviceOf } from './device.ts';

const KEY = ['own-sessions'];

/** Where I am signed in, and signing out from afar. */
export function SessionSection() {
  const { t } = useTranslation('settings');
  const text = useAccountText();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: readSessions, retry: false });
  const end = useMutation({
    mutationFn: (token: string | null) => (token === null ? endOtherSessions() : endSession(token)),
    onSuccess: () => showToast({ tone: 'good', text: t('sessions.ended') }),
    onError: (failure) => showToast({ tone: 'bad', text: text(failure) }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const others = query.data?.sessions.filter((one) => one.token !== query.data.current) ?? [];
  const isStale = query.error instanceof AuthError && query.error.code === 'SESSION_NOT_FRESH';
  return (
    <Section
      title={t('sessions.title')}
      text={t('sessions.text')}
      actions={
        others.length > 0 && (
          <Button
            size="small"
            isBusy={end.isPending && end.variables === null}
            onClick={() => end.mutate(null)}
          >
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      {query.isPending ? (
        <Skeleton lines={3} label={t('common:loading')} />
      ) : query.isError ? (
        <Failure
          isCompact
          title={t(isStale ? 'sessions.stale' : 'loadFailed')}
          text={isStale ? t('sessions.staleText') : text(query.error)}
          action={
            isStale ? (
              <Button icon="signOut" onClick={() => void leave()}>
                {t('sessions.again')}
              </Button>
            ) : (
              <Button onClick={() => void query.refetch()}>{t('common:action.retry')}</Button>
            )
          }
        />
      ) : (
        <ul className="st-list">
          {query.data.sessions.map((one) => (
            <SessionRow
              key={one.id}
              session={one}
              isCurrent={one.token === query.data.current}
              isBusy={end.isPending && end.variables === one.token}
              onEnd={() => end.mutate(one.token)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function SessionRow({
  session,
  isCurrent,
  isBusy,
  onEnd,
}: {
  session: OwnSession;
  isCurrent: boolean;
  isBusy: boolean;
  onEnd: () => void;
}) {
  const { t } = useTranslation('settings');
  const device = deviceOf(session.userAgent) ?? t('sessions.unknownDevice');
  return (
    <li>
      <span className="st-name-words">
        <b className="profile-device">{device}</b>
        <span className="st-sub num" title={formatMoment(session.createdAt)}>
          {session.ipAddress && `${session.ipAddress} · `}
          {t('sessions.since', { when: formatAgo(session.createdAt) })}
        </span>
      </span>
      {isCurrent ? (
        <Chip tone="accent">{t('sessions.here')}</Chip>
      ) : (
        <Button size="small" isBusy={isBusy} onClick={onEnd} aria-label={t('sessions.endNamed', { device })}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
