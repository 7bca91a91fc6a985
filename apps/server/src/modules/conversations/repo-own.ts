import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/db/transact.ts';

/** What each colleague has of their own in a conversation: the read mark and the unfinished answer. */

export async function saveReadMark(
  tx: Tx,
  conversationId: string,
  userId: string,
  number: number,
): Promise<void> {
  await tx
    .insertInto('conversations.read_mark')
    .values({ conversation_id: conversationId, user_id: userId, number })
    .onConflict((c) =>
      c
        .columns(['conversation_id', 'user_id'])
        .doUpdateSet({ number: sql`greatest(read_mark.number, excluded.number)` }),
    )
    .execute();
}

export async function findReadMark(
  db: Database | Tx,
  conversationId: string,
  userId: string,
): Promise<number> {
  const row = await db
    .selectFrom('conversations.read_mark')
    .select('number')
    .where('conversation_id', '=', conversationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.number ?? 0;
}

export async function saveDraft(
  tx: Tx,
  draft: { conversationId: string; userId: string; mode: 'reply' | 'note'; text: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('conversations.draft')
    .values({
      conversation_id: draft.conversationId,
      user_id: draft.userId,
      mode: draft.mode,
      text: draft.text,
      saved_at: draft.at,
    })
    .onConflict((c) =>
      c
        .columns(['conversation_id', 'user_id'])
        .doUpdateSet({ mode: draft.mode, text: draft.text, saved_at: draft.at }),
    )
    .execute();
}

export async function deleteDraft(tx: Tx, conversationId: string, userId: string): Promise<boolean> {
  const done = await tx
    .deleteFrom('conversations.draft')
    .where('conversation_id', '=', conversationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

export async function findDraft(db: Database | Tx, conversationId: string, userId: string) {
  return db
    .selectFrom('conversations.draft')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}
