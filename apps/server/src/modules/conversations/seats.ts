import type { Actor, Presence } from '@xiaoer/contracts';
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/transact.ts';
import type { ConversationsSeat } from '../../kernel/db/types.gen.ts';
import { emit } from '../../kernel/events/emit.ts';
import { STAFF } from '../../kernel/gateway/topics.ts';
import { presentSeat } from './present.ts';

export type SeatRecord = Selectable<ConversationsSeat>;

/** How long an agent whose connection broke stays online: the time of a reload or a tunnel. */
export const GRACE_SECONDS = 45;

export async function announceSeat(tx: Tx, seat: SeatRecord, actor: Actor, at: Date): Promise<void> {
  await emit(tx, {
    type: 'seat.changed',
    actor,
    subject: { type: 'user', id: seat.user_id },
    payload: { seat: presentSeat(seat) },
    audience: [STAFF],
    at,
  });
}

/**
 * Takes one place of an agent's capacity, if there is one: one statement, so two takers at once cannot
 * both get the last place. Lock order: a conversation's row before a seat's.
 * @param options.isForced takes it beyond the capacity (a lead's decision)
 */
export async function takeSeat(
  tx: Tx,
  userId: string,
  options: { actor: Actor; at: Date; isForced?: boolean },
): Promise<boolean> {
  let update = tx
    .updateTable('conversations.seat')
    .set((eb) => ({ load: eb('load', '+', 1), last_assigned_at: options.at, version: eb('version', '+', 1) }))
    .where('user_id', '=', userId)
    .where('is_active', '=', true);
  if (!options.isForced) update = update.whereRef('load', '<', 'capacity');
  const seat = await update.returningAll().executeTakeFirst();
  if (seat) await announceSeat(tx, seat, options.actor, options.at);
  return seat !== undefined;
}

/** Gives a place back. */
export async function releaseSeat(
  tx: Tx,
  userId: string,
  options: { actor: Actor; at: Date },
): Promise<void> {
  const seat = await tx
    .updateTable('conversations.seat')
    .set((eb) => ({ load: sql<number>`greatest(load - 1, 0)`, version: eb('version', '+', 1) }))
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  if (seat) await announceSeat(tx, seat, options.actor, options.at);
}

/**
 * Takes a place of the agent who should have the next conversation of the team: the one who had this
 * customer last if free, else the least loaded by share of capacity, the longest idle first. One statement.
 * @returns the agent's user id, or null if nobody online has room
 */
export async function takeFreeSeat(
  tx: Tx,
  options: { teamId: string | null; preferredId: string | null; at: Date },
): Promise<string | null> {
  const { teamId, preferredId, at } = options;
  const { rows } = await sql<SeatRecord>`
    update conversations.seat set load = load + 1, last_assigned_at = ${at}, version = version + 1
    where user_id = (
      select user_id from conversations.seat
      where presence = 'online' and is_active and load < capacity
        and (${teamId}::uuid is null or ${teamId}::uuid = any (team_ids))
      order by (user_id = ${preferredId}::uuid) desc nulls last, load::float8 / capacity, last_assigned_at nulls first, user_id
      limit 1 for update skip locked
    )
    returning *`.execute(tx);
  const seat = rows[0];
  if (!seat) return null;
  await announceSeat(tx, seat, { kind: 'system', id: null }, at);
  return seat.user_id;
}

export async function findSeat(tx: Tx, userId: string): Promise<SeatRecord | undefined> {
  return tx.selectFrom('conversations.seat').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

/** Also of colleagues who left: events tell of theirs too, as offline. */
export async function findSeats(db: Tx): Promise<SeatRecord[]> {
  return db.selectFrom('conversations.seat').selectAll().execute();
}

/** What others see: the wish while connected, offline otherwise. */
export function presenceOf(seat: Pick<SeatRecord, 'wish' | 'connected_until'>, now: Date): Presence {
  const isConnected = seat.connected_until !== null && seat.connected_until > now;
  return isConnected ? (seat.wish as Presence) : 'offline';
}

/** Applies changes to one seat and tells of it if its presence, capacity or load changed. */
export async function changeSeat(
  tx: Tx,
  userId: string,
  changes: Partial<Pick<SeatRecord, 'wish' | 'connected_until' | 'capacity' | 'team_ids' | 'is_active'>>,
  options: { actor: Actor; at: Date },
): Promise<SeatRecord | null> {
  const before = await tx
    .selectFrom('conversations.seat')
    .selectAll()
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return null;
  const next = { ...before, ...changes };
  const presence = next.is_active ? presenceOf(next, options.at) : 'offline';
  const isVisible =
    presence !== before.presence || next.capacity !== before.capacity || next.is_active !== before.is_active;
  const after = await tx
    .updateTable('conversations.seat')
    .set({ ...changes, presence, version: isVisible ? before.version + 1 : before.version })
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (isVisible) await announceSeat(tx, after, options.actor, options.at);
  return after;
}
