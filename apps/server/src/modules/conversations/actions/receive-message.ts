import { randomUUIDv7 } from 'node:crypto';
import type { Conversation, CustomerSummary, Language, Message } from '@xiaoer/contracts';
import { type Tx, transact, violatedUnique } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import type { FileOwner } from '../../../kernel/files/index.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { everyone } from '../audience.ts';
import { type By, tellMessage } from '../change.ts';
import { presentConversation } from '../present.ts';
import { type ConversationRecord, insertConversation, lockNewest } from '../repo.ts';
import { continuation } from '../rules/continuation.ts';
import { reopen, wake } from './move.ts';
import { onceById, storeReply, takeAttachments } from './store-message.ts';

export type IncomingMessage = {
  id: string;
  text: string;
  attachmentIds: readonly string[];
  channel: { type: Conversation['channelType']; id: string; teamId: string | null };
  customer: CustomerSummary;
  language: Language | null;
};
export type Received = { message: Message; conversation: Conversation };

/**
 * A customer's message: goes on in the unresolved conversation, reopens one that was resolved less than
 * a day ago, or opens a new one; wakes a snoozed one. The same id sent again answers what was stored.
 * Errors: conversations.attachment_invalid, conversations.message_id_taken.
 */
export async function receiveMessage(kernel: Kernel, incoming: IncomingMessage): Promise<Received> {
  const { customer, channel } = incoming;
  const at = kernel.clock.now();
  const by: By = { actor: { kind: 'customer', id: customer.id }, name: customer.name, at };
  const store = () => transact(kernel.db, (tx) => storeIncoming(kernel, tx, incoming, by));
  const key = {
    id: incoming.id,
    authorId: customer.id,
    kind: 'reply' as const,
    conversationId: async () => (await newestId(kernel, channel.id, customer.id)) ?? null,
  };
  const once = () => onceById(kernel.db, key, store, (found) => found);
  try {
    return await once();
  } catch (error) {
    // Two first messages at once: one opened the conversation, the other goes on in it.
    if (violatedUnique(error) !== 'conversation_one_open') throw error;
    return once();
  }
}

async function newestId(kernel: Kernel, channelId: string, customerId: string): Promise<string | undefined> {
  return transact(kernel.db, async (tx) => (await lockNewest(tx, channelId, customerId))?.id);
}

async function storeIncoming(kernel: Kernel, tx: Tx, incoming: IncomingMessage, by: By): Promise<Received> {
  const owner: FileOwner = { kind: 'customer', id: incoming.customer.id };
  const attachments = await takeAttachments(kernel.files, tx, incoming.attachmentIds, owner);
  const newest = await lockNewest(tx, incoming.channel.id, incoming.customer.id);
  const words = { id: incoming.id, text: incoming.text, attachments };
  const next = continuation(newest, by.at);
  if (next === 'open-new') return open(tx, incoming, words, by);
  const current = await readyForWords(tx, newest!, next, by);
  const { row, message } = await storeReply(tx, current, 'customer', words, by);
  await tellMessage(tx, row, message, by);
  return { message, conversation: presentConversation(row) };
}

async function readyForWords(
  tx: Tx,
  row: ConversationRecord,
  next: 'continue' | 'reopen',
  by: By,
): Promise<ConversationRecord> {
  if (next === 'reopen') return reopen(tx, row, by);
  return row.status === 'snoozed' ? wake(tx, row, by) : row;
}

async function open(
  tx: Tx,
  incoming: IncomingMessage,
  words: Parameters<typeof storeReply>[3],
  by: By,
): Promise<Received> {
  const opened = await insertConversation(tx, {
    id: randomUUIDv7(),
    channel_type: incoming.channel.type,
    channel_id: incoming.channel.id,
    customer_id: incoming.customer.id,
    customer_name: incoming.customer.name,
    customer_is_vip: incoming.customer.isVip,
    team_id: incoming.channel.teamId,
    language: incoming.language,
    opened_at: by.at,
  });
  const { row, message } = await storeReply(tx, opened, 'customer', words, by);
  const conversation = presentConversation(row);
  await emit(tx, {
    type: 'conversation.opened',
    actor: by.actor,
    subject: { type: 'conversation', id: row.id },
    payload: { conversation, message },
    audience: everyone(row),
    at: by.at,
  });
  return { message, conversation };
}
