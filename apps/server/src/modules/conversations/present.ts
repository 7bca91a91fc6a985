import type { Conversation, ConversationRow, Draft, Message, SavedView, Seat } from '@xiaoer/contracts';
import type { Selectable } from 'kysely';
import type { ConversationsSeat, ConversationsView } from '../../kernel/db/types.gen.ts';
import type { ConversationRecord, MessageRecord } from './repo.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function presentConversation(row: ConversationRecord): Conversation {
  return {
    id: row.id,
    number: row.number,
    channelType: row.channel_type as Conversation['channelType'],
    customer: { id: row.customer_id, name: row.customer_name, isVip: row.customer_is_vip },
    teamId: row.team_id,
    assigneeId: row.assignee_id,
    status: row.status as Conversation['status'],
    snoozedUntil: iso(row.snoozed_until),
    tags: row.tags,
    language: row.language as Conversation['language'],
    waitingSince: iso(row.waiting_since),
    lastReply:
      row.last_reply_at === null
        ? null
        : {
            text: row.last_reply_text ?? '',
            authorKind: row.last_reply_author as NonNullable<Conversation['lastReply']>['authorKind'],
            at: row.last_reply_at.toISOString(),
          },
    lastActivityAt: row.last_activity_at.toISOString(),
    lastNumber: row.last_number,
    lastCustomerNumber: row.last_customer_number,
    customerReadNumber: row.customer_read_number,
    agentReadNumber: row.agent_read_number,
    openedAt: row.opened_at.toISOString(),
    firstRepliedAt: iso(row.first_replied_at),
    resolvedAt: iso(row.resolved_at),
    version: row.version,
  };
}

/** A list row with the reader's own columns joined in. */
export function presentRow(
  row: ConversationRecord & { my_read_number: number | null; has_draft: boolean },
): ConversationRow {
  return {
    conversation: presentConversation(row),
    myReadNumber: row.my_read_number ?? 0,
    hasDraft: row.has_draft,
  };
}

export function presentMessage(row: MessageRecord): Message {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    number: row.number,
    kind: row.kind as Message['kind'],
    author: { kind: row.author_kind as Message['author']['kind'], id: row.author_id, name: row.author_name },
    text: row.text,
    attachments: row.attachments as Message['attachments'],
    mentionIds: row.mention_ids,
    replyToId: row.reply_to_id,
    event: row.event as Message['event'],
    createdAt: row.created_at.toISOString(),
  };
}

export function presentSeat(row: Selectable<ConversationsSeat>): Seat {
  return {
    userId: row.user_id,
    presence: row.presence as Seat['presence'],
    load: row.load,
    capacity: row.capacity,
    version: row.version,
  };
}

export function presentView(row: Selectable<ConversationsView>): SavedView {
  return {
    id: row.id,
    name: row.name,
    filter: row.filter as SavedView['filter'],
    sort: row.sort as SavedView['sort'],
    ownerId: row.owner_id,
    isShared: row.is_shared,
    version: row.version,
  };
}

export function presentDraft(row: {
  conversation_id: string;
  mode: string;
  text: string;
  saved_at: Date;
}): Draft {
  return {
    conversationId: row.conversation_id,
    mode: row.mode as Draft['mode'],
    text: row.text,
    savedAt: row.saved_at.toISOString(),
  };
}
