import type { AuditEntry } from '@xiaoer/contracts';
import type { Database } from '../../kernel/db/transact.ts';
import type { Directory } from './directory.ts';

type Filter = {
  actorId?: string | undefined;
  /** `user.updated`, or `user` for everything about users. */
  type?: string | undefined;
  subjectId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

type Row = {
  seq: number | null;
  type: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  subject_type: string;
  subject_id: string;
  payload: unknown;
};

/** Stamped events before `before`, newest first; one more than `limit`. */
export async function readAudit(
  db: Database,
  filter: Filter,
  before: number | null,
  limit: number,
): Promise<Row[]> {
  let query = db
    .selectFrom('log.event')
    .select(['seq', 'type', 'at', 'actor_kind', 'actor_id', 'subject_type', 'subject_id', 'payload'])
    .where('seq', 'is not', null);
  if (before !== null) query = query.where('seq', '<', before);
  if (filter.actorId !== undefined) query = query.where('actor_id', '=', filter.actorId);
  if (filter.subjectId !== undefined) query = query.where('subject_id', '=', filter.subjectId);
  if (filter.type !== undefined)
    query = filter.type.includes('.')
      ? query.where('type', '=', filter.type)
      : query.where((eb) => eb.fn<boolean>('starts_with', ['type', eb.val(`${filter.type}.`)]));
  if (filter.from !== undefined) query = query.where('at', '>=', new Date(filter.from));
  if (filter.to !== undefined) query = query.where('at', '<', new Date(filter.to));
  return query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
}

/** The entry with its actor's name. System and bot have none: screens call them in their language. */
export function toAuditEntry(row: Row, directory: Directory): AuditEntry {
  const payload = row.payload as Record<string, unknown>;
  const kind = row.actor_kind as AuditEntry['actor']['kind'];
  return {
    seq: row.seq as number,
    type: row.type,
    at: row.at.toISOString(),
    actor: { kind, id: row.actor_id, name: actorName(kind, row.actor_id, payload, directory) },
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    payload,
  };
}

function actorName(
  kind: string,
  id: string | null,
  payload: Record<string, unknown>,
  directory: Directory,
): string {
  if (id === null) return '';
  if (kind === 'user') return directory.user(id)?.name ?? '';
  // Customers live a tier above; what they did tells their name itself.
  const conversation = payload.conversation as { customer?: Named } | undefined;
  const candidates = [payload.customer as Named | undefined, conversation?.customer];
  return candidates.find((c) => c?.id === id)?.name ?? '';
}

type Named = { id: string; name: string };
