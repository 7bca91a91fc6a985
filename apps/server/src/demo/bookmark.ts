import { sql } from 'kysely';
import type { Database } from '../kernel/db/transact.ts';

/** How far the story has been told. Kept until the end is reached, so that a killed start is gone on with. */
export type Bookmark = {
  /** The moment from which the story's minutes count back. */
  startedAt: Date;
  /** The step that is being told: it may have happened, and the next may not. */
  episode: number;
  step: number;
  /** Of the episode's shopper, once they have come in. */
  identityId: string | null;
  conversationId: string | null;
  /** Id of the step's message, made before it is sent: sent twice it is stored once. */
  messageId: string | null;
  isTold: boolean;
};

type Row = {
  started_at: Date;
  episode: number;
  step: number;
  identity_id: string | null;
  conversation_id: string | null;
  message_id: string | null;
  is_told: boolean;
};

/** Any number that nothing else uses: one process tells the story, others wait for its end. */
const LOCK = 7_300_010;

/** The bookmark, or null where no story was begun. */
export async function readBookmark(db: Database): Promise<Bookmark | null> {
  const found = await sql<{ is_there: boolean }>`
    select to_regclass('demo.bookmark') is not null as is_there`.execute(db);
  if (!found.rows[0]?.is_there) return null;
  const { rows } = await sql<Row>`select * from demo.bookmark`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    startedAt: row.started_at,
    episode: row.episode,
    step: row.step,
    identityId: row.identity_id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    isTold: row.is_told,
  };
}

/** Made by the demo itself and not by a migration: a shop's own database never has it. */
export async function beginBookmark(db: Database, startedAt: Date): Promise<Bookmark> {
  await sql`create schema if not exists demo`.execute(db);
  await sql`create table if not exists demo.bookmark (
    is_one boolean primary key default true check (is_one),
    started_at timestamptz not null, episode integer not null, step integer not null,
    identity_id uuid, conversation_id uuid, message_id uuid, is_told boolean not null)`.execute(db);
  const bookmark: Bookmark = {
    startedAt,
    episode: 0,
    step: 0,
    identityId: null,
    conversationId: null,
    messageId: null,
    isTold: false,
  };
  await putBookmark(db, bookmark);
  return bookmark;
}

export async function putBookmark(db: Database, mark: Bookmark): Promise<void> {
  await sql`insert into demo.bookmark (started_at, episode, step, identity_id, conversation_id, message_id, is_told)
    values (${mark.startedAt}, ${mark.episode}, ${mark.step}, ${mark.identityId}::uuid,
      ${mark.conversationId}::uuid, ${mark.messageId}::uuid, ${mark.isTold})
    on conflict (is_one) do update set episode = excluded.episode, step = excluded.step,
      identity_id = excluded.identity_id, conversation_id = excluded.conversation_id,
      message_id = excluded.message_id, is_told = excluded.is_told`.execute(db);
}

/** Runs `work` while no other process does; a process that dies lets go. */
export async function alone(db: Database, work: () => Promise<void>): Promise<void> {
  await db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(held);
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(held);
    }
  });
}
