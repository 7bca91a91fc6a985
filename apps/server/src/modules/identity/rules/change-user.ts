import { mayGrant, type Role } from '@xiaoer/contracts';

export type Refusal =
  | { code: 'identity.own_account' }
  | { code: 'identity.last_owner' }
  | { code: 'identity.role_too_high'; role: Role };

/**
 * Whether the change of a colleague is allowed: nobody touches or makes somebody above themselves, one
 * active owner always stays, and nobody changes their own role or locks themselves out.
 * @param otherOwners active owners besides the target
 */
export function refuseUserChange(
  granter: { id: string; role: Role },
  target: { id: string; role: Role; isActive: boolean },
  change: { role?: Role | undefined; isActive?: boolean | undefined },
  otherOwners: number,
): Refusal | null {
  const newRole = change.role ?? target.role;
  const staysActive = change.isActive ?? target.isActive;
  if (!mayGrant(granter.role, target.role)) return { code: 'identity.role_too_high', role: target.role };
  if (!mayGrant(granter.role, newRole)) return { code: 'identity.role_too_high', role: newRole };
  const wasOwner = target.role === 'owner' && target.isActive;
  const isOwner = newRole === 'owner' && staysActive;
  if (wasOwner && !isOwner && otherOwners === 0) return { code: 'identity.last_owner' };
  if (granter.id === target.id && (newRole !== target.role || !staysActive))
    return { code: 'identity.own_account' };
  return null;
}

/** Whether the role may be handed out by an invitation. */
export function refuseGrant(granter: { role: Role }, role: Role): Refusal | null {
  return mayGrant(granter.role, role) ? null : { code: 'identity.role_too_high', role };
}
