import { z } from 'zod';

export const Role = z.enum([
  'owner',
  'administrator',
  'manager',
  'lead',
  'agent',
  'inspector',
  'trainer',
  'analyst',
  'viewer',
]);
export type Role = z.infer<typeof Role>;

/** What a person may do at all; access functions decide on which record. */
export const Permission = z.enum([
  'conversations.read.all',
  'conversations.read.team',
  'conversations.reply',
  'conversations.assign',
  'conversations.assign.over_capacity',
  'customers.read',
  'customers.edit',
  'customers.merge',
  'users.read',
  'users.manage',
  'teams.manage',
  'canned_responses.manage',
  'views.share',
  'channels.manage',
  'audit.read',
  'log.manage',
]);
export type Permission = z.infer<typeof Permission>;

const work: Permission[] = [
  'conversations.read.team',
  'conversations.reply',
  'conversations.assign',
  'customers.read',
  'customers.edit',
  'users.read',
];
const readAll: Permission[] = ['conversations.read.all', 'customers.read', 'users.read'];
const lead: Permission[] = [
  ...work,
  'conversations.assign.over_capacity',
  'customers.merge',
  'canned_responses.manage',
  'views.share',
];
const manager: Permission[] = [...lead, 'conversations.read.all', 'teams.manage', 'audit.read'];
const administrator: Permission[] = [...manager, 'users.manage', 'channels.manage', 'log.manage'];

/** The one table of what each role may do. Access functions and the interface both read it. */
export const ROLE_PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(administrator),
  administrator: new Set(administrator),
  manager: new Set(manager),
  lead: new Set(lead),
  agent: new Set(work),
  inspector: new Set(readAll),
  trainer: new Set([...readAll, 'canned_responses.manage']),
  analyst: new Set(readAll),
  viewer: new Set(readAll),
};

/** Whether the role carries the permission. */
export const can = (role: Role, permission: Permission): boolean => ROLE_PERMISSIONS[role].has(permission);

/** Whom a role may create, change or deactivate: never somebody above itself. */
const RANK: Record<Role, number> = {
  owner: 4,
  administrator: 3,
  manager: 2,
  lead: 1,
  agent: 0,
  inspector: 0,
  trainer: 0,
  analyst: 0,
  viewer: 0,
};
export const mayGrant = (granter: Role, role: Role): boolean =>
  can(granter, 'users.manage') && RANK[granter] >= RANK[role];
