import { can } from '@xiaoer/contracts';
import type { Principal } from '../http/principal.ts';

/** Every colleague. */
export const STAFF = 'staff';
/** Colleagues who may read every conversation. */
export const ALL_CONVERSATIONS = 'conversations';
export const teamTopic = (teamId: string) => `team:${teamId}`;
export const userTopic = (userId: string) => `user:${userId}`;
export const customerTopic = (customerId: string) => `customer:${customerId}`;
/** Conversations that belong to no team are everybody's who works in the inbox. */
export const NO_TEAM = 'team:none';
/** Colleagues who administrate: invitations, channels, sign-ins. */
export const ADMINISTRATION = 'administration';

/** What a listener may hear. The gateway computes this itself; it does not trust the sender of `hello`. */
export function topicsOf(principal: Principal): string[] {
  if (principal.kind === 'visitor') return [customerTopic(principal.customerId)];
  const topics = [STAFF, userTopic(principal.id)];
  if (can(principal.role, 'conversations.read.all')) topics.push(ALL_CONVERSATIONS);
  else if (can(principal.role, 'conversations.read.team'))
    topics.push(NO_TEAM, ...principal.teamIds.map(teamTopic));
  if (can(principal.role, 'users.manage')) topics.push(ADMINISTRATION);
  return topics;
}
