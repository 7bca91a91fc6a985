import {
  ALL_CONVERSATIONS,
  customerTopic,
  NO_TEAM,
  teamTopic,
  userTopic,
} from '../../kernel/gateway/topics.ts';
import type { ConversationRecord } from './repo.ts';

type Place = Pick<ConversationRecord, 'team_id' | 'assignee_id'>;

/**
 * Who among colleagues hears of a change: whoever may see the conversation, and, so that it leaves
 * their screens, whoever could see it where it was before.
 */
export function colleagues(row: Place, before?: Place): string[] {
  const topics = new Set([ALL_CONVERSATIONS]);
  for (const place of before ? [row, before] : [row]) {
    topics.add(place.team_id === null ? NO_TEAM : teamTopic(place.team_id));
    if (place.assignee_id !== null) topics.add(userTopic(place.assignee_id));
  }
  return [...topics];
}

/** Colleagues and the shopper. What the shopper sees of it is decided by the visitor projection. */
export function everyone(row: Place & { customer_id: string }, before?: Place): string[] {
  return [...colleagues(row, before), customerTopic(row.customer_id)];
}
