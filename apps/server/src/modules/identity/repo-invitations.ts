import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@xiaoer/contracts';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import type { InvitationRow } from './present.ts';

type Reader = Database | Tx;

const COLUMNS = [
  'id',
  'email',
  'role',
  'team_ids',
  'invited_by_id',
  'expires_at',
  'accepted_at',
  'revoked_at',
] as const;

/** 192 random bits; the table holds only their hash. */
export const makeToken = (): string => randomBytes(24).toString('base64url');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const invitations = (db: Reader) => db.selectFrom('identity.invitation').select(COLUMNS);

export const findInvitation = (db: Reader, id: string): Promise<InvitationRow | undefined> =>
  invitations(db).where('id', '=', id).executeTakeFirst();

export const findInvitationByToken = (db: Reader, token: string): Promise<InvitationRow | undefined> =>
  invitations(db).where('token_hash', '=', hashOf(token)).executeTakeFirst();

export const findOpenInvitation = (tx: Tx, email: string): Promise<InvitationRow | undefined> =>
  invitations(tx)
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

/** Open ones, newest first; one more than `limit`. Expired ones stay listed until revoked or renewed. */
export const pageInvitations = (db: Reader, before: string | null, limit: number): Promise<InvitationRow[]> =>
  invitations(db)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .$if(before !== null, (q) => q.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();

export type NewInvitation = {
  id: string;
  email: string;
  role: Role;
  teamIds: string[];
  invitedById: string;
  token: string;
  at: Date;
  expiresAt: Date;
};

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx
    .insertInto('identity.invitation')
    .values({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      team_ids: invitation.teamIds,
      invited_by_id: invitation.invitedById,
      token_hash: hashOf(invitation.token),
      created_at: invitation.at,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

export async function markInvitation(
  tx: Tx,
  id: string,
  mark: { accepted_at: Date } | { revoked_at: Date },
): Promise<void> {
  await tx.updateTable('identity.invitation').set(mark).where('id', '=', id).execute();
}
