import { z } from 'zod';
import { ATTACHMENTS_MAX, Id, Instant, Language, Line, MESSAGE_TEXT_MAX, Text } from './base.ts';
import { CustomerSummary } from './customers.ts';
import { FileRef } from './files.ts';

export const ConversationStatus = z.enum(['open', 'snoozed', 'resolved']);
export type ConversationStatus = z.infer<typeof ConversationStatus>;
export const ChannelType = z.enum(['web']);
export type ChannelType = z.infer<typeof ChannelType>;

/**
 * Legal moves of a conversation's status, and the action that makes each. The server's transition
 * check, the abilities and the generated tests all read this table.
 */
export const CONVERSATION_TRANSITIONS = {
  snooze: { from: ['open', 'snoozed'], to: 'snoozed' },
  wake: { from: ['snoozed'], to: 'open' },
  resolve: { from: ['open', 'snoozed'], to: 'resolved' },
  reopen: { from: ['resolved'], to: 'open' },
} as const satisfies Record<string, { from: readonly ConversationStatus[]; to: ConversationStatus }>;
export type ConversationTransition = keyof typeof CONVERSATION_TRANSITIONS;

export const AuthorKind = z.enum(['customer', 'agent', 'bot', 'system']);
export type AuthorKind = z.infer<typeof AuthorKind>;

/** Preview of the newest reply, for list rows. Notes and timeline events never show here. */
export const LastReply = z.object({ text: z.string(), authorKind: AuthorKind, at: Instant });

/**
 * A conversation as the inbox knows it. Numbers count messages from 1 within the conversation;
 * a read mark is the highest number read.
 */
export const Conversation = z.object({
  id: Id,
  /** Short number that people quote. */
  number: z.number().int(),
  channelType: ChannelType,
  customer: CustomerSummary,
  teamId: Id.nullable(),
  assigneeId: Id.nullable(),
  status: ConversationStatus,
  snoozedUntil: Instant.nullable(),
  tags: z.array(z.string()),
  language: Language.nullable(),
  /** First customer message still without a reply; null when the next word is the customer's. */
  waitingSince: Instant.nullable(),
  lastReply: LastReply.nullable(),
  lastActivityAt: Instant,
  lastNumber: z.number().int(),
  lastCustomerNumber: z.number().int(),
  customerReadNumber: z.number().int(),
  agentReadNumber: z.number().int(),
  openedAt: Instant,
  firstRepliedAt: Instant.nullable(),
  resolvedAt: Instant.nullable(),
  version: z.number().int(),
});
export type Conversation = z.infer<typeof Conversation>;

/** A row of a list: the conversation with the reader's own read mark and draft. */
export const ConversationRow = z.object({
  conversation: Conversation,
  myReadNumber: z.number().int(),
  hasDraft: z.boolean(),
});
export type ConversationRow = z.infer<typeof ConversationRow>;

/** What happened in a timeline besides words. */
export const TimelineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened') }),
  z.object({ type: z.literal('assigned'), assigneeId: Id, isAutomatic: z.boolean() }),
  z.object({ type: z.literal('unassigned') }),
  z.object({
    type: z.literal('transferred'),
    teamId: Id.nullable(),
    assigneeId: Id.nullable(),
    reason: z.string(),
  }),
  z.object({ type: z.literal('snoozed'), until: Instant }),
  z.object({ type: z.literal('woken') }),
  z.object({ type: z.literal('resolved') }),
  z.object({ type: z.literal('reopened') }),
  z.object({ type: z.literal('tagged'), added: z.array(z.string()), removed: z.array(z.string()) }),
]);
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** `reply` reaches the customer, `note` never does, `event` is the timeline's own line. */
export const MessageKind = z.enum(['reply', 'note', 'event']);
export type MessageKind = z.infer<typeof MessageKind>;

export const Message = z.object({
  id: Id,
  conversationId: Id,
  number: z.number().int(),
  kind: MessageKind,
  author: z.object({ kind: AuthorKind, id: Id.nullable(), name: z.string() }),
  text: z.string(),
  attachments: z.array(FileRef),
  mentionIds: z.array(Id),
  replyToId: Id.nullable(),
  event: TimelineEvent.nullable(),
  createdAt: Instant,
});
export type Message = z.infer<typeof Message>;

const content = {
  text: Text(MESSAGE_TEXT_MAX),
  attachmentIds: z.array(Id).max(ATTACHMENTS_MAX).default([]),
};
const hasContent = (value: { text: string; attachmentIds: readonly string[] }) =>
  value.text.trim() !== '' || value.attachmentIds.length > 0;

/** `id` is made by the client: sending the same id twice stores one message. */
export const SendReply = z
  .object({
    id: Id,
    ...content,
    replyToId: Id.nullable().default(null),
    isResolving: z.boolean().default(false),
  })
  .refine(hasContent, 'a message needs words or files');
export const AddNote = z
  .object({ id: Id, ...content, mentionIds: z.array(Id).max(20).default([]) })
  .refine(hasContent, 'a note needs words or files');

export const AssignConversation = z.object({ assigneeId: Id.nullable() });
export const TransferConversation = z
  .object({
    teamId: Id.nullable(),
    assigneeId: Id.nullable(),
    reason: Line(500),
  })
  .refine((value) => value.teamId !== null || value.assigneeId !== null, 'a transfer needs a target');
export const SnoozeConversation = z.object({ until: Instant });
export const TagConversation = z.object({
  add: z.array(Line(30)).max(20).default([]),
  remove: z.array(Line(30)).max(20).default([]),
});
export const MarkRead = z.object({ number: z.number().int().min(0) });

/** One action on many. Each is judged alone; the answer lists what was done and what was refused. */
export const BulkAction = z.object({
  conversationIds: z.array(Id).min(1).max(100),
  action: z.discriminatedUnion('type', [
    z.object({ type: z.literal('resolve') }),
    z.object({ type: z.literal('reopen') }),
    z.object({ type: z.literal('snooze'), until: Instant }),
    z.object({ type: z.literal('assign'), assigneeId: Id.nullable() }),
    z.object({ type: z.literal('transfer'), teamId: Id, reason: Line(500) }),
    z.object({ type: z.literal('tag'), add: z.array(Line(30)).max(20), remove: z.array(Line(30)).max(20) }),
  ]),
});
export const BulkResult = z.object({
  done: z.array(Conversation),
  refused: z.array(z.object({ conversationId: Id, code: z.string() })),
});

export const DraftMode = z.enum(['reply', 'note']);
export type DraftMode = z.infer<typeof DraftMode>;
export const Draft = z.object({ conversationId: Id, mode: DraftMode, text: z.string(), savedAt: Instant });
export type Draft = z.infer<typeof Draft>;
export const SaveDraft = z.object({ mode: DraftMode, text: Text(MESSAGE_TEXT_MAX) });

export const ConversationAbility = z.enum([
  'reply',
  'note',
  'claim',
  'assign',
  'transfer',
  'snooze',
  'wake',
  'resolve',
  'reopen',
  'tag',
]);
export type ConversationAbility = z.infer<typeof ConversationAbility>;

/** A conversation opened: newest messages first page, oldest first within it. */
export const ConversationDetail = z.object({
  row: ConversationRow,
  messages: z.array(Message),
  /** Number before which older messages can be asked for; null when all are here. */
  olderBefore: z.number().int().nullable(),
  draft: Draft.nullable(),
  abilities: z.array(ConversationAbility),
});
export type ConversationDetail = z.infer<typeof ConversationDetail>;
