import type { Message } from '@xiaoer/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatTime } from '../../i18n/format.ts';
import { eventText } from './event-text.ts';
import { EVENTS_SHOWN } from './grouping.ts';

/** What happened besides words. A long run shows its newest line and a count. */
export function EventRun({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation('inbox');
  const [isOpen, setOpen] = useState(false);
  const isFolded = !isOpen && messages.length > EVENTS_SHOWN;
  const shown = isFolded ? messages.slice(-1) : messages;
  return (
    <div className="events">
      {messages.length > EVENTS_SHOWN && (
        <button type="button" className="events-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isFolded ? t('event.more', { count: messages.length - 1 }) : t('event.less')}
        </button>
      )}
      {shown.map((message) => (
        <p key={message.id} className="event" data-message={message.id}>
          <time className="num" dateTime={message.createdAt} title={formatMoment(message.createdAt)}>
            {formatTime(message.createdAt)}
          </time>
          {eventText(message)}
        </p>
      ))}
    </div>
  );
}
