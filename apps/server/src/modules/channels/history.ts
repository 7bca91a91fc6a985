import type { VisitorMessage } from '@xiaoer/contracts';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import { coded } from '../../kernel/errors.ts';
import { cursorId, decodeCursor, encodeCursor } from '../../kernel/http/cursor.ts';
import { type HistoryPlace, listHistory, toPage } from '../conversations/index.ts';
import { visitorMessage } from './visitor-view.ts';

const PAGE = 50;

function readPlace(cursor: string | undefined): HistoryPlace | null {
  if (cursor === undefined) return null;
  const [conversationId, number] = decodeCursor(cursor, 2);
  if (!/^\d{1,9}$/.test(number ?? '')) throw coded('request.malformed');
  return { conversationId: cursorId(conversationId), number: Number(number) };
}

/**
 * A page of what was said with a shopper, oldest first, across visits; the newest page without a cursor.
 * Errors: request.malformed.
 */
export async function readHistory(
  db: Database | Tx,
  shopper: { channelId: string; customerId: string },
  cursor?: string,
): Promise<{ messages: VisitorMessage[]; olderBefore: string | null }> {
  const rows = await listHistory(db, { ...shopper, before: readPlace(cursor), limit: PAGE + 1 });
  const { messages, olderBefore } = toPage(rows, PAGE);
  return {
    messages: messages.flatMap((message) => visitorMessage(message) ?? []),
    // Numbers count within a conversation, so the place names it too.
    olderBefore: olderBefore === null ? null : encodeCursor([messages[0]!.conversationId, `${olderBefore}`]),
  };
}
