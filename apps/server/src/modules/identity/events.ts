import type { Actor, Team, User } from '@xiaoer/contracts';
import { onCommit, type Tx } from '../../kernel/db/transact.ts';
import { emit } from '../../kernel/events/emit.ts';
import { STAFF } from '../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';
import { emitUserUpdated } from './auth/changes.ts';
import type { Parts } from './parts.ts';
import { toTeam, toUser } from './present.ts';
import { findTeam, readUser } from './repo.ts';

export const actorOf = (agent: AgentPrincipal): Actor => ({ kind: 'user', id: agent.id });
export const SYSTEM: Actor = { kind: 'system', id: null };

type Cause = { actor: Actor; at: Date };

/** Tells of the user as the row now stands; their rights are looked up anew from the commit on. */
export async function tellUserUpdated(
  tx: Tx,
  parts: Parts,
  cause: Cause,
  userId: string,
  changed: string[],
): Promise<User> {
  const user = toUser(await readUser(tx, userId));
  await emitUserUpdated(tx, { ...cause, user, changed });
  onCommit(tx, () => parts.sessions.forget(new Set([userId])));
  return user;
}

export async function tellUserJoined(tx: Tx, cause: Cause, userId: string): Promise<User> {
  const user = toUser(await readUser(tx, userId));
  await emit(tx, {
    type: 'user.joined',
    ...cause,
    subject: { type: 'user', id: userId },
    payload: { user },
    audience: [STAFF],
  });
  return user;
}

export async function tellTeam(
  tx: Tx,
  cause: Cause,
  type: 'team.created' | 'team.updated',
  teamId: string,
): Promise<Team> {
  const row = await findTeam(tx, teamId);
  if (!row) throw new Error(`team ${teamId} vanished inside its transaction`);
  const team = toTeam(row);
  await emit(tx, {
    type,
    ...cause,
    subject: { type: 'team', id: teamId },
    payload: { team },
    audience: [STAFF],
  });
  return team;
}
