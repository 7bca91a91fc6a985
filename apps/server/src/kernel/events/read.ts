import type { EventType, LogEvent } from '@xiaoer/contracts';
import { type SqlBool, sql } from 'kysely';
import type { Database, Tx } from '../db/transact.ts';

/** A stamped event with its audience, as the readers inside the server see it. */
export type StampedEvent = LogEvent & { audience: readonly string[]; subjectType: string };

/** A row of log.event that has its place. */
export type EventRow = {
  seq: number;
  type: string;
  version: number;
  actor_kind: string;
  actor_id: string | null;
  subject_type: string;
  subject_id: string;
  payload: unknown;
  audience: string[];
  at: Date;
};

/** What `toEvent` reads of a row of log.event. */
export const EVENT_COLUMNS = [
  'seq',
  'type',
  'version',
  'actor_kind',
  'actor_id',
  'subject_type',
  'subject_id',
  'payload',
  'audience',
  'at',
] as const;

export function toEvent(row: EventRow): StampedEvent {
  return {
    seq: row.seq,
    type: row.type,
    version: row.version,
    actor: { kind: row.actor_kind, id: row.actor_id },
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    payload: row.payload,
    audience: row.audience,
    at: row.at.toISOString(),
  } as StampedEvent;
}

/** Events after `cursor` in log order, at most `limit`. */
export async function readEvents(
  db: Database | Tx,
  options: { after: number; limit: number; types?: readonly EventType[]; topics?: readonly string[] },
): Promise<StampedEvent[]> {
  let query = db.selectFrom('log.event').select(EVENT_COLUMNS).where('seq', '>', options.after);
  if (options.types) query = query.where('type', 'in', options.types as string[]);
  if (options.topics) query = query.where(sql<SqlBool>`audience && ${options.topics}::text[]`);
  return (await query.orderBy('seq').limit(options.limit).execute()).map((row) => toEvent(row as EventRow));
}

/** The last given seq: the cursor of a snapshot taken in the same transaction. */
export async function readHead(db: Database | Tx): Promise<number> {
  return (await db.selectFrom('log.head').select('seq').executeTakeFirstOrThrow()).seq;
}

/** When the first event after that place happened; null at the end of the log. */
export async function readNextAt(db: Database | Tx, after: number): Promise<Date | null> {
  const row = await db
    .selectFrom('log.event')
    .select('at')
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
