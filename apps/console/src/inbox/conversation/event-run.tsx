import type { Message } from '@xiaoer/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatTime } from '../../i18n/format.ts';
import { eventText } from './event-text.ts';
import { EVENTS_SHOWN } from './grouping.ts';

/**
 * What happened besides words. A long run shows its newest line and a count; a handover stays in view, as
 * who takes over starts from its reason.
 */
export function EventRun({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation('inbox');
  const [isOpen, setOpen] = useState(false);
  const newest = messages.at(-1);
  const essential = messages.filter((one) => one === newest || one.event?.type === 'transferred');
  const isLong = messages.length > EVENTS_SHOWN && essential.length < messages.length;
  const isFolded = !isOpen && isLong;
  const shown = isFolded ? essential : messages;
  return (
    <div className="events">
      {isLong && (
        <button type="button" className="events-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isFolded ? t('event.more', { count: messages.length - essential.length }) : t('event.less')}
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
