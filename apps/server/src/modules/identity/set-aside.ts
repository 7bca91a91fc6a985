import type { Database } from '../../kernel/db/transact.ts';

type Row = { id: number; subscriber: string; seq: number; type: string; error: string; at: Date };

/** Events that a subscriber could not handle, newest first; one more than `limit`. */
export const pageSetAside = (db: Database, before: number | null, limit: number): Promise<Row[]> =>
  db
    .selectFrom('log.set_aside as a')
    .innerJoin('log.event as e', 'e.seq', 'a.seq')
    .select(['a.id', 'a.subscriber', 'a.seq', 'e.type', 'a.error', 'a.at'])
    .$if(before !== null, (q) => q.where('a.id', '<', before))
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
    .execute();
