import { randomUUIDv7 } from 'node:crypto';
import type { Preferences, Role } from '@xiaoer/contracts';
import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import type { TeamRow, UserRow } from './present.ts';

type Reader = Database | Tx;

const TEAM_IDS = sql<
  string[]
>`array(select m.team_id from identity.team_member m where m.user_id = u.id order by m.team_id)`;
const MEMBER_IDS = sql<
  string[]
>`array(select m.user_id from identity.team_member m where m.team_id = t.id order by m.user_id)`;

const users = (db: Reader) =>
  db
    .selectFrom('identity.user as u')
    .select([
      'u.id',
      'u.name',
      'u.email',
      'u.role',
      'u.is_active',
      'u.image',
      'u.capacity',
      'u.two_factor_enabled',
      'u.preferences',
      'u.version',
      TEAM_IDS.as('team_ids'),
    ]);

const teams = (db: Reader) =>
  db
    .selectFrom('identity.team as t')
    .select([
      't.id',
      't.name',
      't.description',
      't.is_auto_assigned',
      't.version',
      MEMBER_IDS.as('member_ids'),
    ]);

/**
 * Makes changes of users, teams and invitations happen one after the other. They are rare; without it two
 * owners could demote each other at once. Lock order: this row, then users, then teams.
 */
export async function lockDirectory(tx: Tx): Promise<void> {
  await tx.selectFrom('identity.workspace').select('is_only').forUpdate().executeTakeFirstOrThrow();
}

export const findUser = (db: Reader, id: string): Promise<UserRow | undefined> =>
  users(db).where('u.id', '=', id).executeTakeFirst();

export const readUser = (db: Reader, id: string): Promise<UserRow> =>
  users(db).where('u.id', '=', id).executeTakeFirstOrThrow();

export const findUserByEmail = (db: Reader, email: string): Promise<UserRow | undefined> =>
  users(db)
    .where((eb) => eb(eb.fn('lower', ['u.email']), '=', email.toLowerCase()))
    .executeTakeFirst();

export const readUsers = (db: Reader): Promise<UserRow[]> => users(db).orderBy('u.id').execute();

export const findTeam = (db: Reader, id: string): Promise<TeamRow | undefined> =>
  teams(db).where('t.id', '=', id).executeTakeFirst();

export const readTeams = (db: Reader): Promise<TeamRow[]> => teams(db).orderBy('t.id').execute();

/** One more than `limit`, so that the caller knows whether there are more. */
export const pageUsers = (db: Reader, after: string | null, limit: number): Promise<UserRow[]> =>
  users(db)
    .$if(after !== null, (q) => q.where('u.id', '>', after))
    .orderBy('u.id')
    .limit(limit + 1)
    .execute();

export const pageTeams = (db: Reader, after: string | null, limit: number): Promise<TeamRow[]> =>
  teams(db)
    .$if(after !== null, (q) => q.where('t.id', '>', after))
    .orderBy('t.id')
    .limit(limit + 1)
    .execute();

export async function hasUsers(db: Reader): Promise<boolean> {
  return (await db.selectFrom('identity.user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Owners who can sign in, besides the given one. */
export async function countOtherOwners(tx: Tx, userId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('identity.user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'owner')
    .where('is_active', '=', true)
    .where('id', '<>', userId)
    .executeTakeFirstOrThrow();
  return count;
}

export type NewUser = {
  id: string;
  name: string;
  email: string;
  role: Role;
  capacity: number;
  preferences: Preferences;
  passwordHash: string;
  at: Date;
};

/** The user and their password. Violates user_email if the address is taken. */
export async function insertUser(tx: Tx, user: NewUser): Promise<void> {
  await tx
    .insertInto('identity.user')
    .values({
      id: user.id,
      name: user.name,
      email: user.email,
      // Whoever holds the invitation's link was reached at the address.
      email_verified: true,
      role: user.role,
      capacity: user.capacity,
      preferences: JSON.stringify(user.preferences),
      created_at: user.at,
      updated_at: user.at,
    })
    .execute();
  await tx
    .insertInto('identity.account')
    .values({
      id: randomUUIDv7(),
      user_id: user.id,
      account_id: user.id,
      provider_id: 'credential',
      password: user.passwordHash,
      created_at: user.at,
      updated_at: user.at,
    })
    .execute();
}

export type UserChange = {
  name?: string | undefined;
  role?: Role | undefined;
  capacity?: number | undefined;
  is_active?: boolean | undefined;
  two_factor_enabled?: boolean | undefined;
};

/** Changes columns and counts the version up; without columns only the version (membership changed). */
export async function changeUser(tx: Tx, id: string, change: UserChange, at: Date): Promise<void> {
  await tx
    .updateTable('identity.user')
    .set((eb) => ({ ...change, version: eb('version', '+', 1), updated_at: at }))
    .where('id', '=', id)
    .execute();
}

/**
 * Lays the given preferences over the stored ones. They are nobody else's business: the user's version
 * stays. @returns all of them, as stored
 */
export async function savePreferences(
  tx: Tx,
  id: string,
  change: { [K in keyof Preferences]?: Preferences[K] | undefined },
): Promise<unknown> {
  const { preferences } = await tx
    .updateTable('identity.user')
    .set({ preferences: sql<string>`preferences || ${JSON.stringify(change)}::jsonb` })
    .where('id', '=', id)
    .returning('preferences')
    .executeTakeFirstOrThrow();
  return preferences;
}

/** Turns the second factor off for good: secret and backup codes are gone. */
export async function removeTwoFactor(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('identity.two_factor').where('user_id', '=', userId).execute();
}

export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('identity.session').where('user_id', '=', userId).execute();
}

/** Whether the user may sign in; a deactivation that comes now waits, and ends the new session too. */
export async function isActiveUntilCommit(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('identity.user')
    .select('is_active')
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  return row?.is_active === true;
}

/** Clears away what nobody can use any more. */
export async function removeEndedSessions(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('identity.session')
    .where('user_id', '=', userId)
    .where('expires_at', '<', now)
    .execute();
}

/** Those of the ids that are teams. */
export async function existingTeams(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('identity.team').select('id').where('id', 'in', ids).execute();
  return rows.map((row) => row.id);
}

/** Those of the ids that are users. */
export async function existingUsers(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('identity.user').select('id').where('id', 'in', ids).execute();
  return rows.map((row) => row.id);
}

export async function addMembers(
  tx: Tx,
  members: readonly { team_id: string; user_id: string }[],
): Promise<void> {
  if (members.length > 0) await tx.insertInto('identity.team_member').values(members).execute();
}

export async function removeMembers(
  tx: Tx,
  members: readonly { team_id: string; user_id: string }[],
): Promise<void> {
  for (const { team_id, user_id } of members)
    await tx
      .deleteFrom('identity.team_member')
      .where('team_id', '=', team_id)
      .where('user_id', '=', user_id)
      .execute();
}

export type TeamColumns = { name: string; description: string; is_auto_assigned: boolean };

/** Violates team_name if the name is taken. */
export async function insertTeam(
  tx: Tx,
  team: TeamColumns & { id: string; created_at: Date },
): Promise<void> {
  await tx.insertInto('identity.team').values(team).execute();
}

export async function changeTeam(tx: Tx, id: string, change: Partial<TeamColumns>): Promise<void> {
  await tx
    .updateTable('identity.team')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function removeTeam(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('identity.team').where('id', '=', id).execute();
}

export async function readWorkspace(db: Reader): Promise<{ shop_name: string; set_up_nonce: string }> {
  return db.selectFrom('identity.workspace').select(['shop_name', 'set_up_nonce']).executeTakeFirstOrThrow();
}

export async function saveShopName(tx: Tx, name: string): Promise<void> {
  await tx.updateTable('identity.workspace').set({ shop_name: name }).execute();
}
