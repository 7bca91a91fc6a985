import type { Tx } from '../../../kernel/db/transact.ts';
import { type By, changeWithTimeline } from '../change.ts';
import type { ConversationRecord } from '../repo.ts';

/** Adds and removes tags; nothing happens if nothing changes. */
export async function tag(
  tx: Tx,
  row: ConversationRecord,
  change: { add: readonly string[]; remove: readonly string[] },
  by: By,
): Promise<ConversationRecord> {
  const gone = new Set(change.remove);
  const kept = row.tags.filter((t) => !gone.has(t));
  const added = [...new Set(change.add)].filter((t) => !kept.includes(t));
  const removed = row.tags.filter((t) => gone.has(t) && !added.includes(t));
  if (added.length === 0 && removed.length === 0) return row;
  if (added.length > 0)
    await tx
      .insertInto('conversations.tag')
      .values(added.sort().map((name) => ({ name, first_used_at: by.at })))
      .onConflict((c) => c.column('name').doNothing())
      .execute();
  return changeWithTimeline(tx, row, by, {
    type: 'conversation.tagged',
    changes: { tags: [...kept, ...added] },
    line: { type: 'tagged', added, removed },
    more: {},
    isVisibleToShopper: false,
  });
}
