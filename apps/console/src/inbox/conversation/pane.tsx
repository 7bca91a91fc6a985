import type { Message } from '@xiaoer/contracts';
import { ApiError, selectAbilities, selectThread } from '@xiaoer/sync';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../api/error-text.ts';
import { session, useAgent } from '../../session/agent.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { reopen } from '../actions.ts';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { customerName } from '../customer-name.ts';
import { Collision } from './collision.tsx';
import './conversation.css';
import { Header } from './header.tsx';
import { Timeline } from './timeline.tsx';

/**
 * Loads the conversation while something of it is missing; answers what went wrong. One that was here and
 * has left the viewer's sight (handed to a team of others) is not asked for again: the answer is known.
 */
function useLoaded(id: string, isComplete: boolean, isHere: boolean) {
  const [error, setError] = useState<unknown>(null);
  const wasHere = useRef(isHere);
  if (isHere) wasHere.current = true;
  const hasLeft = wasHere.current && !isHere;
  const load = useCallback(() => {
    setError(null);
    session().loadConversation(id).catch(setError);
  }, [id]);
  useEffect(() => {
    if (!isComplete && !hasLeft) load();
  }, [isComplete, hasLeft, load]);
  return { error, hasLeft, load };
}

/** Middle pane: one conversation, read and answered. Mounted anew for each. */
export function ConversationPane({
  id,
  focusNumber,
  onBack,
  onSettled,
  onContext,
}: {
  id: string;
  /** Message to show first, by number; from a search. */
  focusNumber: number | null;
  onBack: () => void;
  /** It was resolved, put aside or handed over: time for the next. */
  onSettled: (id: string) => void;
  onContext: () => void;
}) {
  const { t } = useTranslation('inbox');
  const thread = useAgent((state) => selectThread(state, id));
  const row = useAgent((state) => state.conversations.get(id));
  const abilities = useAgent((state) => selectAbilities(state, id));
  const { error, hasLeft, load } = useLoaded(id, thread.isComplete, row !== undefined);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const composer = useRef<ComposerHandle>(null);

  useEffect(() => {
    session().setFocus(id);
    return () => {
      session().setFocus(null);
    };
  }, [id]);
  useShortcut('reply', () => composer.current?.focus('reply'), abilities.includes('reply'));
  useShortcut('note', () => composer.current?.focus('note'), abilities.includes('note'));
  useShortcut('open', () => composer.current?.focus(), abilities.includes('note'));
  useShortcut('back', onBack);

  if (!row || (!thread.isLoaded && error !== null)) {
    if (error === null && !hasLeft)
      return (
        <section className="conv">
          <div className="conv-head" />
          <div className="conv-wait">
            <Skeleton label={t('conversation.loading')} lines={6} />
          </div>
        </section>
      );
    const isGone = hasLeft || (error instanceof ApiError && (error.status === 404 || error.status === 403));
    return (
      <section className="conv">
        <Failure
          title={t(isGone ? 'conversation.gone' : 'conversation.failed')}
          text={hasLeft ? t('errors:conversations.not_found') : errorText(error)}
          action={
            <>
              <Button onClick={onBack}>{t('conversation.backToList')}</Button>
              {!isGone && (
                <Button tone="primary" onClick={load}>
                  {t('common:action.retry')}
                </Button>
              )}
            </>
          }
        />
      </section>
    );
  }

  const { conversation } = row;
  return (
    <section
      className="conv"
      aria-label={t('conversation.label', { name: customerName(conversation.customer) })}
    >
      <Header
        conversation={conversation}
        abilities={abilities}
        onBack={onBack}
        onSettled={onSettled}
        onContext={onContext}
      />
      {!thread.isLoaded ? (
        <div className="conv-wait">
          <Skeleton label={t('conversation.loading')} lines={6} />
        </div>
      ) : (
        <Timeline
          row={row}
          thread={thread}
          focusNumber={focusNumber}
          isFailing={error !== null}
          onRetry={load}
          onReplyTo={
            abilities.includes('reply')
              ? (message) => {
                  setReplyTo(message);
                  composer.current?.focus('reply');
                }
              : null
          }
          onEditFailed={(text) => composer.current?.put(text)}
        />
      )}
      <Collision id={id} />
      {!thread.isLoaded ? null : abilities.includes('note') ? (
        <Composer
          ref={composer}
          conversation={conversation}
          serverDraft={thread.draft}
          mayReply={abilities.includes('reply')}
          mayResolve={abilities.includes('resolve')}
          replyTo={replyTo}
          onReplyTo={setReplyTo}
          onReopen={abilities.includes('reopen') ? () => void reopen(conversation) : null}
          onSettled={() => onSettled(id)}
        />
      ) : (
        <p className="conv-readonly">{t('conversation.readOnly')}</p>
      )}
    </section>
  );
}
