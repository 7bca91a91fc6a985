import { z } from 'zod';
import { Id, type Instant } from './base.ts';
import { CannedResponse } from './canned-responses.ts';
import { WebChannel } from './channels.ts';
import { Conversation, DraftMode, Message } from './conversations.ts';
import { Customer } from './customers.ts';
import { Preferences, Team, User } from './identity.ts';
import { Seat } from './routing.ts';
import { SavedView } from './views.ts';

/**
 * Every event of the log: type → payload. A payload carries the entity as it stands after the change,
 * with its version, so that a reader needs no second look. Past tense; the type's prefix is the module's
 * subject. Adding an optional field keeps the version; anything else is a new version.
 */
export const EVENT_PAYLOADS = {
  'user.invited': z.object({ invitationId: Id, email: z.string(), role: z.string() }),
  'user.invitation_revoked': z.object({ invitationId: Id }),
  'user.joined': z.object({ user: User }),
  'user.updated': z.object({ user: User, changed: z.array(z.string()) }),
  'user.signed_in': z.object({ userId: Id, ip: z.string() }),
  'user.signed_out': z.object({ userId: Id }),
  'user.two_factor_changed': z.object({ userId: Id, isEnabled: z.boolean() }),
  'user.password_changed': z.object({ userId: Id }),
  /** An administrator made a link with which the user may choose a new password. */
  'user.password_reset_issued': z.object({ userId: Id }),
  'user.preferences_changed': z.object({ userId: Id, preferences: Preferences }),
  'team.created': z.object({ team: Team }),
  'team.updated': z.object({ team: Team }),
  'team.deleted': z.object({ teamId: Id, name: z.string() }),

  'customer.created': z.object({ customer: Customer }),
  'customer.updated': z.object({ customer: Customer, changed: z.array(z.string()) }),
  'customer.identified': z.object({ customer: Customer, identityId: Id }),
  'customer.merged': z.object({ mergeId: Id, survivor: Customer, mergedId: Id }),
  'customer.merge_undone': z.object({ mergeId: Id, survivor: Customer, restored: Customer }),

  'canned_response.saved': z.object({ cannedResponse: CannedResponse }),
  'canned_response.deleted': z.object({ cannedResponseId: Id }),

  'conversation.opened': z.object({ conversation: Conversation, message: Message }),
  /** A reply by anyone, or a note. */
  'message.added': z.object({ conversation: Conversation, message: Message }),
  'conversation.assigned': z.object({
    conversation: Conversation,
    message: Message,
    previousAssigneeId: Id.nullable(),
  }),
  'conversation.transferred': z.object({
    conversation: Conversation,
    message: Message,
    previousAssigneeId: Id.nullable(),
    previousTeamId: Id.nullable(),
  }),
  'conversation.snoozed': z.object({ conversation: Conversation, message: Message }),
  'conversation.woken': z.object({ conversation: Conversation, message: Message }),
  'conversation.resolved': z.object({ conversation: Conversation, message: Message }),
  'conversation.reopened': z.object({ conversation: Conversation, message: Message }),
  'conversation.tagged': z.object({ conversation: Conversation, message: Message }),
  /** Somebody's read mark moved. `userId` null: the customer's own. */
  'conversation.read': z.object({
    conversation: Conversation,
    userId: Id.nullable(),
    number: z.number().int(),
  }),
  /** Follows a merge or a change of the customer's name: rows show it. */
  'conversation.customer_changed': z.object({ conversation: Conversation }),
  'draft.saved': z.object({ conversationId: Id, mode: DraftMode, hasText: z.boolean() }),
  'seat.changed': z.object({ seat: Seat }),
  'view.saved': z.object({ view: SavedView }),
  'view.deleted': z.object({ viewId: Id }),

  'channel.saved': z.object({ channel: WebChannel }),
  'channel.secret_rotated': z.object({ channelId: Id }),
} as const;

export type EventType = keyof typeof EVENT_PAYLOADS;
export type EventPayload<T extends EventType> = z.infer<(typeof EVENT_PAYLOADS)[T]>;

export const Actor = z.object({
  kind: z.enum(['user', 'customer', 'system', 'bot']),
  id: Id.nullable(),
});
export type Actor = z.infer<typeof Actor>;

/** An event as agents' screens receive it. `seq` has no gaps and never repeats. */
export type LogEvent = {
  [T in EventType]: {
    seq: number;
    type: T;
    version: number;
    actor: Actor;
    subjectId: string;
    payload: EventPayload<T>;
    at: Instant;
  };
}[EventType];
