import { can, type Permission, type Role } from '@xiaoer/contracts';
import { coded } from '../errors.ts';

/** A signed-in colleague, as access functions see them. */
export type AgentPrincipal = {
  kind: 'agent';
  id: string;
  name: string;
  role: Role;
  teamIds: readonly string[];
  sessionId: string;
};
/** A shopper's browser. */
export type VisitorPrincipal = { kind: 'visitor'; customerId: string; identityId: string; channelId: string };
export type Principal = AgentPrincipal | VisitorPrincipal;

/** How requests and sockets are known. The modules identity and channels provide the two functions. */
export type Authenticators = {
  /** By the session cookie; null if there is none or it has ended. */
  agent(headers: { cookie?: string | undefined }): Promise<AgentPrincipal | null>;
  /** By the signed token; null if it is forged, expired or its visitor gone. */
  visitor(token: string): Promise<VisitorPrincipal | null>;
};

/** Throws `identity.forbidden` unless the role carries the permission. */
export function checkPermission(agent: AgentPrincipal, permission: Permission): void {
  if (!can(agent.role, permission)) throw coded('identity.forbidden', { permission });
}
