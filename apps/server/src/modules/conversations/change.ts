import { randomUUIDv7 } from 'node:crypto';
import type { Actor, Conversation, EventPayload, EventType, Message, TimelineEvent } from '@xiaoer/contracts';
import type { Tx } from '../../kernel/db/transact.ts';
import { emit } from '../../kernel/events/emit.ts';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';
import { colleagues, everyone } from './audience.ts';
import { presentConversation } from './present.ts';
import {
  type ConversationChanges,
  type ConversationRecord,
  insertMessage,
  updateConversation,
} from './repo.ts';

/** Who acts, under which name the timeline shows it, and when. */
export type By = { actor: Actor; name: string; at: Date };

export const byAgent = (agent: AgentPrincipal, at: Date): By => ({
  actor: { kind: 'user', id: agent.id },
  name: agent.name,
  at,
});
export const bySystem = (at: Date): By => ({ actor: { kind: 'system', id: null }, name: '', at });

const AUTHOR = { user: 'agent', customer: 'customer', bot: 'bot', system: 'system' } as const;

type TimelineEventType = Extract<
  EventType,
  `conversation.${'assigned' | 'transferred' | 'snoozed' | 'woken' | 'resolved' | 'reopened' | 'tagged'}`
>;

/**
 * Every change of a conversation besides messages goes through here: the row, its line in the timeline
 * and the event, in that order.
 * @param change.more what the event's payload has besides conversation and message
 * @param change.isVisibleToShopper whether the shopper's screen has to know
 */
export async function changeWithTimeline<T extends TimelineEventType>(
  tx: Tx,
  row: ConversationRecord,
  by: By,
  change: {
    type: T;
    changes: ConversationChanges;
    line: TimelineEvent;
    more: Omit<EventPayload<T>, 'conversation' | 'message'>;
    isVisibleToShopper: boolean;
  },
): Promise<ConversationRecord> {
  const number = row.last_number + 1;
  const after = await updateConversation(tx, row, {
    ...change.changes,
    last_number: number,
    last_activity_at: by.at,
  });
  const message = await insertMessage(tx, {
    id: randomUUIDv7(),
    conversationId: row.id,
    number,
    kind: 'event',
    author: { kind: AUTHOR[by.actor.kind], id: by.actor.id, name: by.name },
    event: change.line,
    at: by.at,
  });
  const conversation: Conversation = presentConversation(after);
  await emit(tx, {
    type: change.type,
    actor: by.actor,
    subject: { type: 'conversation', id: row.id },
    payload: { conversation, message, ...change.more } as EventPayload<T>,
    audience: change.isVisibleToShopper ? everyone(after, row) : colleagues(after, row),
    at: by.at,
  });
  return after;
}

/** Tells of a stored reply or note. A note's audience has no shopper in it. */
export async function tellMessage(tx: Tx, row: ConversationRecord, message: Message, by: By): Promise<void> {
  await emit(tx, {
    type: 'message.added',
    actor: by.actor,
    subject: { type: 'conversation', id: row.id },
    payload: { conversation: presentConversation(row), message },
    audience: message.kind === 'note' ? colleagues(row) : everyone(row),
    at: by.at,
  });
}
