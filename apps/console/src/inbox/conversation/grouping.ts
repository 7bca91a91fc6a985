import type { Message } from '@xiaoer/contracts';

/** Messages of one author belong together when less than this lies between two of them. */
const GROUP_GAP_MS = 5 * 60_000;
/** A run of timeline events longer than this is folded. */
export const EVENTS_SHOWN = 2;

type TimelineItem =
  | { type: 'day'; key: string; at: string }
  | { type: 'group'; key: string; messages: Message[] }
  | { type: 'events'; key: string; messages: Message[] };

const dayOf = (instant: string) => {
  const at = new Date(instant);
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
};

const isTogether = (a: Message, b: Message) =>
  a.kind === b.kind &&
  a.author.kind === b.author.kind &&
  a.author.id === b.author.id &&
  Date.parse(b.createdAt) - Date.parse(a.createdAt) < GROUP_GAP_MS;

/**
 * A conversation as it is drawn: a line for each day of the reader's calendar, words of one author
 * together, runs of events together. Keys stay the same when messages are added at either end, except
 * for the group that grows at its beginning.
 */
export function groupTimeline(messages: readonly Message[]): TimelineItem[] {
  const items: TimelineItem[] = [];
  let day = '';
  for (const message of messages) {
    const thisDay = dayOf(message.createdAt);
    if (thisDay !== day) {
      day = thisDay;
      items.push({ type: 'day', key: `day-${thisDay}`, at: message.createdAt });
    }
    const last = items.at(-1);
    const type = message.kind === 'event' ? 'events' : 'group';
    if (last?.type === type && (type === 'events' || isTogether(last.messages.at(-1)!, message)))
      last.messages.push(message);
    else items.push({ type, key: message.id, messages: [message] });
  }
  return items;
}
