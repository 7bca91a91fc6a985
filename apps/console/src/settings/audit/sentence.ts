import { type AuditEntry, EVENT_PAYLOADS, type EventType } from '@xiaoer/contracts';

/** Every type of event, as the filter offers them. */
export const EVENT_TYPES = Object.keys(EVENT_PAYLOADS) as EventType[];
/** `user`, `conversation`, …: what stands before the dot. */
export const EVENT_SUBJECTS = [...new Set(EVENT_TYPES.map((type) => type.split('.')[0]!))];

const isKnown = (type: string): type is EventType => type in EVENT_PAYLOADS;

/** `user.signed_in` as the last part of a key of the locale. */
export const keyOf = (type: string): string => type.replace('.', '_');

export type Names = {
  user: (id: string) => string | undefined;
  team: (id: string) => string | undefined;
};
export type Sentence = {
  key: string;
  values: Record<string, string | number>;
  lists: Record<string, string[]>;
};

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);

/** The part of a key that tells apart what one type of event can mean. */
function variantOf(type: EventType, payload: Bag): string {
  const message = bag(payload.message);
  const event = bag(message.event);
  switch (type) {
    case 'user.two_factor_changed':
      return payload.isEnabled === true ? '_on' : '_off';
    case 'message.added':
      return message.kind === 'note' ? '_note' : '';
    case 'conversation.assigned':
      if (event.type === 'unassigned') return '_nobody';
      return event.isAutomatic === true ? '_automatic' : '';
    case 'conversation.read':
      return payload.userId === null ? '_customer' : '';
    case 'draft.saved':
      return payload.hasText === false ? '_removed' : '';
    default:
      return '';
  }
}

/** Who or what the event was about, by name. Empty when neither the event nor the directory knows. */
function targetOf(type: EventType, payload: Bag, names: Names): string {
  const conversation = bag(payload.conversation);
  const event = bag(bag(payload.message).event);
  switch (type) {
    case 'conversation.assigned':
    case 'conversation.transferred':
      return (
        names.user(text(event.assigneeId ?? conversation.assigneeId)) ??
        names.team(text(event.teamId ?? conversation.teamId)) ??
        ''
      );
    case 'customer.merged':
    case 'customer.merge_undone':
      return text(bag(payload.survivor).name);
    case 'seat.changed': {
      const seat = bag(payload.seat);
      return names.user(text(seat.userId)) ?? '';
    }
    default:
      return (
        text(bag(payload.user ?? payload.team ?? payload.customer ?? payload.view ?? payload.channel).name) ||
        text(bag(payload.cannedResponse).shortcut) ||
        text(payload.email ?? payload.name) ||
        (names.user(text(payload.userId)) ?? '')
      );
  }
}

/**
 * What an entry says, as a key of the locale and its values. `lists` are joined, after each word was
 * translated where it has a translation, by whoever writes the sentence.
 */
export function sentenceOf(entry: Pick<AuditEntry, 'type' | 'payload'>, names: Names): Sentence {
  const { payload } = entry;
  if (!isKnown(entry.type)) return { key: 'audit.event.unknown', values: { type: entry.type }, lists: {} };
  const conversation = bag(payload.conversation);
  const event = bag(bag(payload.message).event);
  return {
    key: `audit.event.${keyOf(entry.type)}${variantOf(entry.type, payload)}`,
    values: {
      target: targetOf(entry.type, payload, names),
      number: text(conversation.number),
      ip: text(payload.ip),
      presence: text(bag(payload.seat).presence),
      load: text(bag(payload.seat).load),
    },
    lists: {
      fields: texts(payload.changed),
      tags: [...texts(event.added).map((tag) => `+${tag}`), ...texts(event.removed).map((tag) => `−${tag}`)],
    },
  };
}

/** The day's beginning in the reader's own time, as an instant. `day`: 2026-01-15. */
export const dayStart = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** The beginning of the day after. */
export function dayEnd(day: string): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + 1);
  return at.toISOString();
}
