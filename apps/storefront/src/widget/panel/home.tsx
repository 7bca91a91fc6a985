import type { VisitorWidget } from '@xiaoer/contracts';
import { countUnread, type VisitorState } from '@xiaoer/sync/visitor';
import { calendarDay, clock, nearness, weekday } from '../text/days.ts';
import { counted, type Say, useChat, useTexts, useUi } from './context.ts';
import { EmailForm } from './email-form.tsx';
import { ForwardIcon, PersonIcon } from './icons.tsx';

type Props = { visitor: VisitorState; onOpenThread: () => void };

/** First view: opening hours, the way back into a conversation, likely questions, a person. */
export function Home({ visitor, onOpenThread }: Props) {
  const say = useTexts();
  const chat = useChat();
  const { widget, messages, conversation } = visitor;
  const ask = (question: string) => {
    chat.send(question, []);
    onOpenThread();
  };
  return (
    <div class="home">
      <Hours widget={widget} />
      {!widget.isOpen && (
        <div class="notice">
          {widget.awayMessage && <p>{widget.awayMessage}</p>}
          <EmailForm hasEmail={visitor.customer.hasEmail} />
        </div>
      )}
      {messages.length > 0 && <Resume visitor={visitor} onOpen={onOpenThread} />}
      {widget.starters.length > 0 && (
        <>
          <h2 class="label">{say('starters')}</h2>
          <ul class="rows">
            {widget.starters.map((starter) => (
              <li key={starter}>
                <button type="button" class="row" onClick={() => ask(starter)}>
                  <span class="grow">{starter}</span>
                  <ForwardIcon />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {conversation?.status !== 'open' && (
        <div class="rows person">
          <button type="button" class="row" onClick={() => ask(say('personWanted'))}>
            <PersonIcon />
            <span class="grow">
              {say('person')}
              <small>{say(widget.isOpen ? 'personOrder' : 'personClosed')}</small>
            </span>
            <ForwardIcon />
          </button>
        </div>
      )}
    </div>
  );
}

function Resume({ visitor, onOpen }: { visitor: VisitorState; onOpen: () => void }) {
  const say = useTexts();
  const unread = countUnread(visitor);
  const last = visitor.messages.at(-1);
  const isOpen = visitor.conversation?.status === 'open';
  const words = last?.text.trim() || last?.attachments[0]?.name || '';
  const agent = visitor.conversation?.agent;
  return (
    <div class="rows">
      <button type="button" class="row" onClick={onOpen}>
        <span class="grow">
          {say(isOpen ? 'resume' : 'history')}
          <small class="preview">{words}</small>
          {isOpen && agent && <small>{say('personServing', { name: agent.name })}</small>}
          {isOpen && !agent && visitor.queuePosition !== null && (
            <small>{queueWords(visitor.queuePosition, say)}</small>
          )}
        </span>
        {unread > 0 && (
          <span class="count" aria-label={counted(say, unread, 'unreadOne', 'unreadMany')} role="img">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
        <ForwardIcon />
      </button>
    </div>
  );
}

/** `position`: how many wait before this shopper. */
export function queueWords(position: number, say: Say): string {
  return position === 0 ? say('queueNext') : counted(say, position, 'queueOne', 'queueMany');
}

function Hours({ widget }: { widget: VisitorWidget }) {
  const say = useTexts();
  const { language } = useUi();
  const opens = widget.isOpen ? '' : openingWords(widget.opensAt, say, language);
  const words = say(widget.isOpen ? 'isOpenNow' : 'isClosedNow');
  const comma = language === 'en' ? ', ' : '，';
  return (
    <p class="hours">
      <span class={widget.isOpen ? 'dot' : 'dot away'} aria-hidden="true" />
      <span>{opens ? words + comma + opens : words}</span>
    </p>
  );
}

function openingWords(opensAt: string | null, say: Say, language: string): string {
  if (!opensAt) return '';
  const at = new Date(opensAt);
  const now = new Date();
  const time = clock(at, language);
  switch (nearness(at, now)) {
    case 'today':
      return say('opensToday', { time });
    case 'tomorrow':
      return say('opensTomorrow', { time });
    case 'soon':
      return say('opensSoon', { day: weekday(at, language), time });
    default:
      return say('opensLater', { day: calendarDay(at, now, language), time });
  }
}
