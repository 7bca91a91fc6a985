import type { FileRef, Message } from '@xiaoer/contracts';
import type { Database, Tx } from '../../../kernel/db/transact.ts';
import { violatedUnique } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import type { FileOwner, Files } from '../../../kernel/files/index.ts';
import type { By } from '../change.ts';
import { presentConversation, presentMessage } from '../present.ts';
import {
  type ConversationChanges,
  type ConversationRecord,
  findConversation,
  findMessage,
  insertMessage,
  updateConversation,
} from '../repo.ts';
import { preview } from '../rules/preview.ts';

export type Stored = { row: ConversationRecord; message: Message };

/** The files that a message names: all of them the sender's own uploads. */
export async function takeAttachments(
  files: Files,
  tx: Tx,
  ids: readonly string[],
  owner: FileOwner,
): Promise<FileRef[]> {
  const found = await files.find(tx, ids, owner);
  if (found.length !== ids.length) throw coded('conversations.attachment_invalid');
  return found;
}

export type Words = {
  id: string;
  text: string;
  attachments: FileRef[];
  replyToId?: string | null;
  mentionIds?: readonly string[];
};

/** What a reply of each side does to the conversation's row. */
function changesOf(
  row: ConversationRecord,
  author: 'customer' | 'agent',
  words: Words,
  by: By,
  number: number,
): ConversationChanges {
  const shared = {
    last_number: number,
    last_activity_at: by.at,
    last_reply_text: preview(
      words.text,
      words.attachments.map((a) => a.name),
    ),
    last_reply_author: author,
    last_reply_at: by.at,
  };
  if (author === 'customer')
    return {
      ...shared,
      waiting_since: row.waiting_since ?? by.at,
      last_customer_number: number,
      customer_read_number: number,
    };
  return {
    ...shared,
    waiting_since: null,
    agent_read_number: number,
    first_replied_at: row.first_replied_at ?? by.at,
  };
}

/** A reply by customer or agent: the row first (its lock gives the number), then the message. */
export async function storeReply(
  tx: Tx,
  row: ConversationRecord,
  author: 'customer' | 'agent',
  words: Words,
  by: By,
): Promise<Stored> {
  const number = row.last_number + 1;
  const after = await updateConversation(tx, row, changesOf(row, author, words, by, number));
  const message = await insertMessage(tx, {
    id: words.id,
    conversationId: row.id,
    number,
    kind: 'reply',
    author: { kind: author, id: by.actor.id, name: by.name },
    text: words.text,
    attachments: words.attachments,
    replyToId: words.replyToId ?? null,
    at: by.at,
  });
  return { row: after, message };
}

/** A note: the customer's waiting goes on, and nothing of it shows in what the shopper may see. */
export async function storeNote(tx: Tx, row: ConversationRecord, words: Words, by: By): Promise<Stored> {
  const number = row.last_number + 1;
  const after = await updateConversation(tx, row, { last_number: number, last_activity_at: by.at });
  const message = await insertMessage(tx, {
    id: words.id,
    conversationId: row.id,
    number,
    kind: 'note',
    author: { kind: 'agent', id: by.actor.id, name: by.name },
    text: words.text,
    attachments: words.attachments,
    mentionIds: words.mentionIds ?? [],
    at: by.at,
  });
  return { row: after, message };
}

/**
 * Runs `store`; if the message's id was stored before, by the same author with the same kind, answers
 * that one: a retry after a lost answer is no second message. Another author's id is refused.
 */
export async function onceById<T extends { message: Message }>(
  db: Database,
  key: { id: string; authorId: string; kind: Message['kind']; conversationId: () => Promise<string | null> },
  store: () => Promise<T>,
  repeat: (found: { message: Message; conversation: ReturnType<typeof presentConversation> }) => T,
): Promise<T> {
  try {
    return await store();
  } catch (error) {
    if (violatedUnique(error) !== 'message_pkey') throw error;
    const conversationId = await key.conversationId();
    const found = conversationId && (await findMessage(db, conversationId, key.id));
    const row = conversationId && (await findConversation(db, conversationId));
    if (!found || !row || found.author_id !== key.authorId || found.kind !== key.kind)
      throw coded('conversations.message_id_taken');
    return repeat({ message: presentMessage(found), conversation: presentConversation(row) });
  }
}
