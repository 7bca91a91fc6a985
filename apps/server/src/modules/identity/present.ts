import {
  type Invitation,
  type Me,
  Permission,
  Preferences,
  ROLE_PERMISSIONS,
  type Role,
  type Team,
  type User,
} from '@xiaoer/contracts';

export type UserRow = {
  id: string;
  name: string;
  email: string;
  role: string;
  team_ids: string[];
  is_active: boolean;
  image: string | null;
  capacity: number;
  two_factor_enabled: boolean;
  preferences: unknown;
  version: number;
};

export type TeamRow = {
  id: string;
  name: string;
  description: string;
  member_ids: string[];
  is_auto_assigned: boolean;
  version: number;
};

export type InvitationRow = {
  id: string;
  email: string;
  role: string;
  team_ids: string[];
  invited_by_id: string | null;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
};

/** How a console looks before its owner has said otherwise. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  hasSound: true,
  hasDesktopNotifications: true,
  sendWithEnter: true,
};

export const toUser = (row: UserRow): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  // A check constraint holds the column to the roles of the contracts.
  role: row.role as Role,
  teamIds: row.team_ids,
  isActive: row.is_active,
  avatarUrl: row.image,
  capacity: row.capacity,
  hasTwoFactor: row.two_factor_enabled,
  version: row.version,
});

/** Stored preferences, with defaults for what a later version has added. */
export const toPreferences = (stored: unknown): Preferences =>
  Preferences.parse({ ...DEFAULT_PREFERENCES, ...(stored as Partial<Preferences>) });

export const toMe = (row: UserRow): Me => {
  const user = toUser(row);
  return {
    user,
    permissions: Permission.options.filter((p) => ROLE_PERMISSIONS[user.role].has(p)),
    preferences: toPreferences(row.preferences),
  };
};

export const toTeam = (row: TeamRow): Team => ({
  id: row.id,
  name: row.name,
  description: row.description,
  memberIds: row.member_ids,
  isAutoAssigned: row.is_auto_assigned,
  version: row.version,
});

export const toInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role as Role,
  teamIds: row.team_ids,
  invitedById: row.invited_by_id,
  expiresAt: row.expires_at.toISOString(),
  acceptedAt: row.accepted_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});
