import { customerViewKey, selectView } from '@xiaoer/sync';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { errorText } from '../../api/error-text.ts';
import { formatShort } from '../../i18n/format.ts';
import { session, useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { inboxPath } from '../paths.ts';

/** All conversations of a customer that the viewer may see, newest first. */
export function PastConversations({ customerId, currentId }: { customerId: string; currentId?: string }) {
  const { t } = useTranslation('inbox');
  const key = customerViewKey(customerId);
  const { rows, next, isLoaded, isStale } = useAgent((state) => selectView(state, key));
  const users = useAgent((state) => state.users);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (isLoaded && !isStale) return;
    setError(null);
    session().loadView(key).catch(setError);
  }, [key, isLoaded, isStale]);

  if (!isLoaded)
    return error === null ? (
      <Skeleton lines={3} label={t('context.pastLoading')} />
    ) : (
      <Failure
        isCompact
        title={t('context.pastFailed')}
        text={errorText(error)}
        action={
          <Button
            size="small"
            onClick={() => {
              setError(null);
              session().loadView(key).catch(setError);
            }}
          >
            {t('common:action.retry')}
          </Button>
        }
      />
    );
  const others = rows.filter((row) => row.conversation.id !== currentId);
  if (others.length === 0) return <p className="ctx-none">{t('context.noPast')}</p>;
  return (
    <ul className="past">
      {others.map(({ conversation }) => {
        const assignee = conversation.assigneeId ? users.get(conversation.assigneeId)?.name : null;
        return (
          <li key={conversation.id}>
            <Link href={inboxPath('all-open', conversation.id)} className="past-line">
              <time className="num">{formatShort(conversation.lastActivityAt)}</time>
              <span className="ellipsis past-words">{conversation.lastReply?.text || t('row.noWords')}</span>
              <span className={cx('past-state', `is-${conversation.status}`)}>
                {conversation.status === 'resolved'
                  ? (assignee ?? t('status.resolved'))
                  : t(`status.${conversation.status}`)}
              </span>
            </Link>
          </li>
        );
      })}
      {next !== null && (
        <li>
          <Button tone="quiet" size="small" onClick={() => void session().loadMore(key).catch(setError)}>
            {t('common:action.loadMore')}
          </Button>
        </li>
      )}
    </ul>
  );
}
