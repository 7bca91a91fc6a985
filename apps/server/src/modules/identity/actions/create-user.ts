import { randomUUIDv7 } from 'node:crypto';
import type { Actor, Preferences, Role, User } from '@xiaoer/contracts';
import { hashPassword } from 'better-auth/crypto';
import { type Tx, transact, violatedUnique } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { SYSTEM, tellTeam, tellUserJoined } from '../events.ts';
import type { Parts } from '../parts.ts';
import { DEFAULT_PREFERENCES } from '../present.ts';
import { addMembers, changeTeam, existingTeams, insertUser, lockDirectory } from '../repo.ts';
import { checkPassword } from '../rules/password.ts';

/** Conversations a new colleague takes at once, until somebody says otherwise. */
export const DEFAULT_CAPACITY = 5;

export type CreateUser = {
  id?: string;
  name: string;
  /** Lower case. */
  email: string;
  password: string;
  /** Of the password, by better-auth's hashPassword: for many users with one password. */
  passwordHash?: string;
  role: Role;
  teamIds?: readonly string[];
  capacity?: number;
  preferences?: Partial<Preferences>;
};

/**
 * A new colleague with a password, for the seed and tests; people come by set-up or invitation.
 * @throws identity.weak_password, identity.email_taken, identity.team_not_found
 */
export async function createUser(parts: Parts, user: CreateUser): Promise<User> {
  checkPassword(user.password);
  const passwordHash = user.passwordHash ?? (await hashPassword(user.password));
  return transact(parts.kernel.db, async (tx) => {
    await lockDirectory(tx);
    const teamIds = [...new Set(user.teamIds ?? [])];
    if ((await existingTeams(tx, teamIds)).length < teamIds.length) throw coded('identity.team_not_found');
    return join(tx, parts, { ...user, teamIds, passwordHash, actor: SYSTEM });
  });
}

/**
 * Adds the user, their password and their teams, and tells of it. The directory must be locked and the
 * teams must exist.
 * @param user.actor who did it; null: the new colleague themselves
 */
export async function join(
  tx: Tx,
  parts: Parts,
  user: Omit<CreateUser, 'password' | 'passwordHash' | 'teamIds'> & {
    teamIds: readonly string[];
    passwordHash: string;
    actor: Actor | null;
  },
): Promise<User> {
  const at = parts.kernel.clock.now();
  const id = user.id ?? randomUUIDv7();
  try {
    await insertUser(tx, {
      id,
      name: user.name,
      email: user.email,
      role: user.role,
      capacity: user.capacity ?? DEFAULT_CAPACITY,
      preferences: { ...DEFAULT_PREFERENCES, ...user.preferences },
      passwordHash: user.passwordHash,
      at,
    });
  } catch (error) {
    if (violatedUnique(error) === 'user_email') throw coded('identity.email_taken');
    throw error;
  }
  const actor = user.actor ?? { kind: 'user', id };
  await addMembers(
    tx,
    user.teamIds.map((team_id) => ({ team_id, user_id: id })),
  );
  const joined = await tellUserJoined(tx, { actor, at }, id);
  for (const teamId of user.teamIds) {
    await changeTeam(tx, teamId, {});
    await tellTeam(tx, { actor, at }, 'team.updated', teamId);
  }
  return joined;
}
