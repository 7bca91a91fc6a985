import { z } from 'zod';
import { Id, Instant, Language, Line, Text } from './base.ts';
import { Permission, Role } from './roles.ts';

/** A colleague as every other colleague sees them. */
export const User = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  teamIds: z.array(Id),
  isActive: z.boolean(),
  avatarUrl: z.string().nullable(),
  /** Conversations they take at once. */
  capacity: z.number().int(),
  hasTwoFactor: z.boolean(),
  version: z.number().int(),
});
export type User = z.infer<typeof User>;

export const Team = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  memberIds: z.array(Id),
  /** Conversations of this team are handed out by themselves. */
  isAutoAssigned: z.boolean(),
  version: z.number().int(),
});
export type Team = z.infer<typeof Team>;

export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: Role,
  teamIds: z.array(Id),
  invitedById: Id.nullable(),
  expiresAt: Instant,
  acceptedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const Theme = z.enum(['system', 'light', 'dark']);
/** How a person likes their console. */
export const Preferences = z.object({
  language: Language,
  theme: Theme,
  hasSound: z.boolean(),
  hasDesktopNotifications: z.boolean(),
  sendWithEnter: z.boolean(),
});
export type Preferences = z.infer<typeof Preferences>;

export const Me = z.object({
  user: User,
  permissions: z.array(Permission),
  preferences: Preferences,
});
export type Me = z.infer<typeof Me>;

/** Own password rule (NIST SP 800-63B: length over composition; common ones refused by the server). */
export const Password = z.string().min(10).max(128);
export const Email = z.email().max(254).toLowerCase();

export const InviteUser = z.object({ email: Email, role: Role, teamIds: z.array(Id).max(50) });
export const AcceptInvitation = z.object({ token: z.string().max(200), name: Line(80), password: Password });
export const UpdateUser = z
  .object({
    name: Line(80),
    role: Role,
    teamIds: z.array(Id).max(50),
    capacity: z.number().int().min(0).max(100),
    isActive: z.boolean(),
  })
  .partial();
export const UpdateMe = z.object({ name: Line(80), preferences: Preferences.partial() }).partial();
export const SaveTeam = z.object({
  name: Line(60),
  description: Text(300).trim().default(''),
  memberIds: z.array(Id).max(500),
  isAutoAssigned: z.boolean().default(true),
});

/** First owner of a production install, by the one-time link that the server prints. */
export const SetUpOwner = z.object({
  token: z.string().max(200),
  name: Line(80),
  email: Email,
  password: Password,
  shopName: Line(80),
});

export const AuditEntry = z.object({
  seq: z.number().int(),
  type: z.string(),
  at: Instant,
  actor: z.object({
    kind: z.enum(['user', 'customer', 'system', 'bot']),
    id: Id.nullable(),
    name: z.string(),
  }),
  subjectType: z.string(),
  subjectId: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
