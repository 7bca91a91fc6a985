import type { FileRef, Message } from '@xiaoer/contracts';
import type { HeldRow, ThreadView } from '@xiaoer/sync';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format.ts';
import { session } from '../../session/agent.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import { Icon } from '../../ui/icon.tsx';
import { isImage } from './attachments.tsx';
import { EventRun } from './event-run.tsx';
import { groupTimeline } from './grouping.ts';
import { Lightbox } from './lightbox.tsx';
import { MessageGroup, type MessageTools } from './message-group.tsx';
import { PendingBubble } from './pending-message.tsx';
import { useTimelineScroll } from './use-timeline-scroll.ts';

/** The newest of our replies carries the mark of whether the customer has read it. */
function readMark(messages: readonly Message[], readNumber: number) {
  const last = messages.findLast((message) => message.kind === 'reply' && message.author.kind !== 'customer');
  return last ? { id: last.id, isRead: last.number <= readNumber } : null;
}

/** Everything that was said and done, oldest above; stays where the reader is. */
export function Timeline({
  row,
  thread,
  focusNumber,
  isFailing,
  onRetry,
  onReplyTo,
  onEditFailed,
}: {
  row: HeldRow;
  thread: ThreadView;
  focusNumber: number | null;
  isFailing: boolean;
  onRetry: () => void;
  onReplyTo: ((message: Message) => void) | null;
  onEditFailed: (text: string) => void;
}) {
  const { t } = useTranslation('inbox');
  const { id, customerReadNumber, lastNumber } = row.conversation;
  const { messages, pending, olderBefore } = thread;
  const [imageId, setImageId] = useState<string | null>(null);
  const items = useMemo(() => groupTimeline(messages), [messages]);
  // Those on their way too: sent, they stand where they stood.
  const images = useMemo(
    () =>
      [...messages, ...pending.map((entry) => entry.content)].flatMap((one) =>
        one.attachments.filter(isImage),
      ),
    [messages, pending],
  );
  const mark = useMemo(() => readMark(messages, customerReadNumber), [messages, customerReadNumber]);
  const scroll = useTimelineScroll({ id, messages, pending, olderBefore, focusNumber });
  useShortcut('newest', scroll.toEnd);
  useReading(id, lastNumber, row.myReadNumber, scroll.isAtEnd);

  const find = useCallback((messageId: string) => messages.find((one) => one.id === messageId), [messages]);
  const onImage = useCallback((file: FileRef) => setImageId(file.id), []);
  const tools: MessageTools = { find, onReplyTo, onImage, onJump: scroll.toMessage };

  return (
    <div className="timeline-frame">
      <div
        className="timeline"
        ref={scroll.scroller}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text is reached by the keyboard
        tabIndex={0}
        role="log"
        aria-label={t('conversation.log')}
      >
        <div className="column" ref={scroll.content}>
          {olderBefore !== null ? (
            <p className="timeline-older" role="status">
              {scroll.olderError ? (
                <button type="button" onClick={scroll.loadOlder}>
                  {t('conversation.olderFailed')}
                </button>
              ) : (
                t('conversation.olderLoading')
              )}
            </p>
          ) : (
            <p className="timeline-older">{t('conversation.beginning')}</p>
          )}
          {items.map((item) => {
            if (item.type === 'day')
              return (
                <h3 key={item.key} className="day">
                  <span>{formatDay(item.at)}</span>
                </h3>
              );
            if (item.type === 'events') return <EventRun key={item.key} messages={item.messages} />;
            return (
              <MessageGroup
                key={item.key}
                messages={item.messages}
                tools={tools}
                highlightId={scroll.litId}
                mark={mark}
              />
            );
          })}
          {pending.map((entry) => (
            <PendingBubble key={entry.id} entry={entry} onImage={onImage} onEdit={onEditFailed} />
          ))}
        </div>
      </div>
      {isFailing && (
        <p className="timeline-stale" role="alert">
          {t('conversation.stale')}
          <button type="button" onClick={onRetry}>
            {t('common:action.retry')}
          </button>
        </p>
      )}
      {!scroll.isAtEnd && (
        <button type="button" className="to-end" onClick={scroll.toEnd}>
          <Icon name="chevronDown" size={16} />
          {scroll.fresh > 0 ? t('conversation.fresh', { count: scroll.fresh }) : t('conversation.toEnd')}
        </button>
      )}
      {imageId !== null && <Lightbox images={images} startId={imageId} onClose={() => setImageId(null)} />}
    </div>
  );
}

/** Moves the reader's mark while the newest words are on screen and somebody looks. */
function useReading(id: string, lastNumber: number, myReadNumber: number, isAtEnd: boolean): void {
  const [isSeen, setSeen] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  useEffect(() => {
    if (isSeen && isAtEnd && lastNumber > myReadNumber) session().markRead(id, lastNumber);
  }, [id, lastNumber, myReadNumber, isAtEnd, isSeen]);
}
