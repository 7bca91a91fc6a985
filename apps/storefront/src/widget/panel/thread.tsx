import type { FileRef } from '@xiaoer/contracts';
import { countUnread, type VisitorState } from '@xiaoer/sync/visitor';
import { useMemo } from 'preact/hooks';
import { calendarDay, isSameDay, nearness } from '../text/days.ts';
import { counted, type Say, useChat, useTexts, useUi } from './context.ts';
import { EmailForm } from './email-form.tsx';
import { MessageGroup } from './group.tsx';
import { queueWords } from './home.tsx';
import { ClockIcon, DownIcon } from './icons.tsx';
import type { Pictures } from './lightbox.tsx';
import { newestOwn, type ThreadRow, threadRows } from './rows.ts';
import { useThreadScroll } from './thread-scroll.ts';
import { TypingWords, useTypist } from './typist.tsx';

type Props = { visitor: VisitorState; isShown: boolean; onPictures: (pictures: Pictures) => void };

/** The conversation: everything said, then what stands at its end, the newest in view. */
export function Thread({ visitor, isShown, onPictures }: Props) {
  const say = useTexts();
  const chat = useChat();
  const { language } = useUi();
  const { messages, pending, conversation } = visitor;
  const rows = useMemo(() => threadRows(messages, pending), [messages, pending]);
  const scroll = useThreadScroll(chat, visitor, isShown);
  const typist = useTypist(visitor.typing);
  const unread = countUnread(visitor);
  const newest = newestOwn(messages);
  const openPicture = (picture: FileRef) => onPictures({ list: picturesOf(messages), at: picture.id });

  return (
    <div class="thread">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, these are messages */}
      <div
        class="scroll"
        ref={scroll.box}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
        aria-label={say('messages')}
        onScroll={scroll.onScroll}
      >
        {visitor.olderBefore !== null && (
          <button
            type="button"
            class="quiet older"
            onClick={scroll.loadOlder}
            disabled={scroll.older === 'loading'}
          >
            {say(
              scroll.older === 'loading'
                ? 'olderLoading'
                : scroll.older === 'failed'
                  ? 'olderFailed'
                  : 'older',
            )}
          </button>
        )}
        {rows.map((row) => (
          <Row key={row.key} row={row} say={say} language={language}>
            {row.kind === 'group' && (
              <MessageGroup
                group={row}
                mark={
                  newest && pending.length === 0
                    ? { id: newest.id, isRead: newest.number <= (conversation?.agentReadNumber ?? 0) }
                    : null
                }
                onPicture={openPicture}
              />
            )}
          </Row>
        ))}
        {typist !== null && (
          <div class="typing">
            <span class="visually-hidden">
              <TypingWords name={typist} />
            </span>
            <i />
            <i />
            <i />
          </div>
        )}
        <Ending visitor={visitor} say={say} />
      </div>
      {!scroll.isAtEnd && (
        <button type="button" class="jump" onClick={scroll.toEnd}>
          <DownIcon />
          {unread > 0 ? counted(say, unread, 'newMessagesOne', 'newMessagesMany') : say('newest')}
        </button>
      )}
    </div>
  );
}

function picturesOf(messages: VisitorState['messages']): FileRef[] {
  return messages.flatMap((message) =>
    message.attachments.filter((file) => file.mediaType.startsWith('image/')),
  );
}

type RowProps = { row: ThreadRow; say: Say; language: string; children: preact.ComponentChildren };

function Row({ row, say, language, children }: RowProps) {
  switch (row.kind) {
    case 'day':
      return <div class="day">{dayWords(row.at, say, language)}</div>;
    case 'visit':
      return <div class="rule">{say('earlierVisit')}</div>;
    case 'system':
      return <div class="system">{row.text}</div>;
    case 'group':
      return <>{children}</>;
  }
}

function dayWords(day: Date, say: Say, language: string): string {
  const now = new Date();
  if (isSameDay(day, now)) return say('today');
  return nearness(day, now) === 'yesterday' ? say('yesterday') : calendarDay(day, now, language);
}

/** What the shopper needs to know now: place in the queue, that nobody is there, that it has ended. */
function Ending({ visitor, say }: { visitor: VisitorState; say: Say }) {
  const { conversation, widget, customer, queuePosition } = visitor;
  if (!conversation) return null;
  if (conversation.status === 'resolved') {
    return (
      <div class="ended">
        <div class="rule">{say('ended')}</div>
        <p>{say('endedHint')}</p>
      </div>
    );
  }
  if (conversation.agent) return null;
  if (!widget.isOpen) {
    return (
      <div class="notice">
        <strong>
          <ClockIcon />
          {say('awayTitle')}
        </strong>
        {widget.awayMessage && <p>{widget.awayMessage}</p>}
        <EmailForm hasEmail={customer.hasEmail} />
      </div>
    );
  }
  return queuePosition === null ? null : (
    <div class="queue" role="status">
      <ClockIcon />
      <div>
        <strong>{queueWords(queuePosition, say)}</strong>
        <span>{say('queueHint')}</span>
      </div>
    </div>
  );
}
