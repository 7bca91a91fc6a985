import { z } from 'zod';
import { ATTACHMENTS_MAX, Id, Instant, Language, MESSAGE_TEXT_MAX, PageCursor, Text } from './base.ts';
import { FileRef } from './files.ts';
import { Email, Theme } from './identity.ts';

/**
 * What a shopper's browser may know. These schemas share nothing with the agents' ones, so that an
 * internal note, a tag or a colleague's e-mail address cannot be serialised to a shopper by mistake.
 */
export const VisitorMessage = z.strictObject({
  id: Id,
  conversationId: Id,
  number: z.number().int(),
  author: z.strictObject({ kind: z.enum(['customer', 'agent', 'bot', 'system']), name: z.string() }),
  text: z.string(),
  attachments: z.array(FileRef),
  createdAt: Instant,
});
export type VisitorMessage = z.infer<typeof VisitorMessage>;

export const VisitorConversation = z.strictObject({
  id: Id,
  status: z.enum(['open', 'resolved']),
  agent: z.strictObject({ name: z.string(), avatarUrl: z.string().nullable() }).nullable(),
  lastNumber: z.number().int(),
  customerReadNumber: z.number().int(),
  agentReadNumber: z.number().int(),
  openedAt: Instant,
  version: z.number().int(),
});
export type VisitorConversation = z.infer<typeof VisitorConversation>;

export const VisitorWidget = z.strictObject({
  shopName: z.string(),
  greeting: z.string(),
  awayMessage: z.string(),
  starters: z.array(z.string()),
  colour: z.string(),
  theme: Theme,
  language: Language,
  position: z.enum(['right', 'left']),
  isOpen: z.boolean(),
  /** When the shop opens next, if it is closed now. */
  opensAt: Instant.nullable(),
});
export type VisitorWidget = z.infer<typeof VisitorWidget>;

/** How a shop names its logged-in shopper: one of the two, made on the shop's server. */
export const ShopperProof = z.union([
  z.object({
    /** HS256 JSON Web Token (RFC 7519) with sub, exp and optional name, email, phone, vip. */
    jwt: z.string().max(4_000),
  }),
  z.object({
    externalId: Text(200).min(1),
    name: Text(80).optional(),
    email: Email.optional(),
    /** Hex HMAC-SHA256 of `externalId` (RFC 2104) under the channel's secret. */
    hmac: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);
export type ShopperProof = z.infer<typeof ShopperProof>;

export const VisitorRegister = z.object({
  key: z.string().max(64),
  /** Token of an earlier visit; a forged or expired one is answered with a new visitor. */
  token: z.string().max(1_000).optional(),
  shopper: ShopperProof.optional(),
  language: Language.optional(),
});

/** Everything the widget shows at once, and the place in the stream from which events follow. */
export const VisitorSnapshot = z.strictObject({
  token: z.string(),
  widget: VisitorWidget,
  customer: z.strictObject({ name: z.string(), hasEmail: z.boolean() }),
  conversation: VisitorConversation.nullable(),
  /**
   * How many wait before this shopper, 0 for next; null when nobody has to be waited for. Later changes
   * come as `queue` frames beside the log; an assigned conversation has no position.
   */
  queuePosition: z.number().int().nullable(),
  messages: z.array(VisitorMessage),
  /** Place before which there is more, in this conversation or an earlier one. */
  olderBefore: PageCursor.nullable(),
  cursor: z.number().int(),
});
export type VisitorSnapshot = z.infer<typeof VisitorSnapshot>;

/** `id` is made by the widget: sending twice stores once. Opens, continues or reopens by itself. */
export const VisitorSend = z
  .object({
    id: Id,
    text: Text(MESSAGE_TEXT_MAX),
    attachmentIds: z.array(Id).max(ATTACHMENTS_MAX).default([]),
  })
  .refine(
    (value) => value.text.trim() !== '' || value.attachmentIds.length > 0,
    'a message needs words or files',
  );
export const VisitorSent = z.strictObject({ message: VisitorMessage, conversation: VisitorConversation });
export type VisitorSent = z.infer<typeof VisitorSent>;
export const VisitorContact = z.object({ email: Email });

/** Events of a shopper's own stream. */
export const VisitorEvent = z.discriminatedUnion('type', [
  z.strictObject({ seq: z.number().int(), type: z.literal('message'), message: VisitorMessage }),
  z.strictObject({
    seq: z.number().int(),
    type: z.literal('conversation'),
    conversation: VisitorConversation,
  }),
]);
export type VisitorEvent = z.infer<typeof VisitorEvent>;
