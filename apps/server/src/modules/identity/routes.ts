import { ENDPOINTS } from '@xiaoer/contracts';
import type { FastifyInstance } from 'fastify';
import { coded } from '../../kernel/errors.ts';
import { retrySetAside } from '../../kernel/events/subscribers.ts';
import { agents, anyAgent, anyone, type Router } from '../../kernel/http/route.ts';
import { acceptInvitation } from './actions/accept-invitation.ts';
import { deleteTeam } from './actions/delete-team.ts';
import { inviteUser } from './actions/invite-user.ts';
import { removeTwoFactor, resetPassword } from './actions/restore-access.ts';
import { revokeInvitation } from './actions/revoke-invitation.ts';
import { createTeam, updateTeam } from './actions/save-team.ts';
import { setUpOwner } from './actions/set-up-owner.ts';
import { updateMe } from './actions/update-me.ts';
import { updateUser } from './actions/update-user.ts';
import { readAudit, toAuditEntry } from './audit.ts';
import { idCursor, numberCursor, toPage } from './page.ts';
import type { Parts } from './parts.ts';
import { toInvitation, toMe, toTeam, toUser } from './present.ts';
import { pageTeams, pageUsers, readUser } from './repo.ts';
import { pageInvitations } from './repo-invitations.ts';
import { pageSetAside } from './set-aside.ts';

/** A secret is tried from one address at most so often. */
const BY_SECRET = { max: 20, seconds: 60 };

export function identityRoutes(router: Router, app: FastifyInstance, parts: Parts): void {
  joining(router, parts);
  users(router, parts);
  teams(router, parts);
  records(router, parts);
  // A prolonged session's cookie goes out with whatever is answered next.
  app.addHook('onSend', async (request, reply) => {
    const cookie = parts.sessions.renewedCookie(request.headers.cookie);
    if (cookie !== null && !reply.hasHeader('set-cookie')) reply.header('set-cookie', cookie);
  });
}

function joining({ route }: Router, parts: Parts): void {
  route(ENDPOINTS.setUpOwner, {
    access: anyone('the first owner has no account yet; the one-time token is the proof'),
    limit: BY_SECRET,
    handle: async ({ body }) => {
      await setUpOwner(parts, body);
      return {};
    },
  });
  route(ENDPOINTS.acceptInvitation, {
    access: anyone('whoever joins has no account yet; the invitation is the proof'),
    limit: BY_SECRET,
    handle: async ({ body }) => {
      await acceptInvitation(parts, body);
      return {};
    },
  });
  route(ENDPOINTS.listInvitations, {
    access: agents('users.manage'),
    handle: async ({ query }) => {
      const rows = await pageInvitations(parts.kernel.db, idCursor(query.cursor), query.limit);
      return toPage(rows, query.limit, toInvitation, (row) => row.id);
    },
  });
  route(ENDPOINTS.inviteUser, {
    access: agents('users.manage'),
    limit: { max: 60, seconds: 60 },
    handle: ({ principal, body }) => inviteUser(parts, principal, body),
  });
  route(ENDPOINTS.revokeInvitation, {
    access: agents('users.manage'),
    handle: async ({ principal, params }) => {
      await revokeInvitation(parts, principal, params.id);
      return {};
    },
  });
}

function users({ route }: Router, parts: Parts): void {
  route(ENDPOINTS.readMe, {
    access: anyAgent,
    handle: async ({ principal }) => toMe(await readUser(parts.kernel.db, principal.id)),
  });
  route(ENDPOINTS.updateMe, {
    access: anyAgent,
    handle: ({ principal, body }) => updateMe(parts, principal, body),
  });
  route(ENDPOINTS.listUsers, {
    access: agents('users.read'),
    handle: async ({ query }) => {
      const rows = await pageUsers(parts.kernel.db, idCursor(query.cursor), query.limit);
      return toPage(rows, query.limit, toUser, (row) => row.id);
    },
  });
  route(ENDPOINTS.updateUser, {
    access: agents('users.manage'),
    handle: ({ principal, params, body }) => updateUser(parts, principal, params.id, body),
  });
  route(ENDPOINTS.resetUserPassword, {
    access: agents('users.manage'),
    limit: { max: 60, seconds: 60 },
    handle: async ({ principal, params }) => ({ link: await resetPassword(parts, principal, params.id) }),
  });
  route(ENDPOINTS.removeUserTwoFactor, {
    access: agents('users.manage'),
    handle: ({ principal, params }) => removeTwoFactor(parts, principal, params.id),
  });
}

function teams({ route }: Router, parts: Parts): void {
  route(ENDPOINTS.listTeams, {
    access: agents('users.read'),
    handle: async ({ query }) => {
      const rows = await pageTeams(parts.kernel.db, idCursor(query.cursor), query.limit);
      return toPage(rows, query.limit, toTeam, (row) => row.id);
    },
  });
  route(ENDPOINTS.createTeam, {
    access: agents('teams.manage'),
    handle: ({ principal, body }) => createTeam(parts, principal, body),
  });
  route(ENDPOINTS.updateTeam, {
    access: agents('teams.manage'),
    handle: ({ principal, params, body }) => updateTeam(parts, principal, params.id, body),
  });
  route(ENDPOINTS.deleteTeam, {
    access: agents('teams.manage'),
    handle: async ({ principal, params }) => {
      await deleteTeam(parts, principal, params.id);
      return {};
    },
  });
}

function records({ route }: Router, parts: Parts): void {
  const { db } = parts.kernel;
  route(ENDPOINTS.listAudit, {
    access: agents('audit.read'),
    handle: async ({ query }) => {
      const { cursor, limit, ...filter } = query;
      const rows = await readAudit(db, filter, numberCursor(cursor), limit);
      return toPage(
        rows,
        limit,
        (row) => toAuditEntry(row, parts.directory),
        (row) => String(row.seq),
      );
    },
  });
  route(ENDPOINTS.listSetAside, {
    access: agents('log.manage'),
    handle: async ({ query }) => {
      const rows = await pageSetAside(db, numberCursor(query.cursor), query.limit);
      return toPage(
        rows,
        query.limit,
        (row) => ({ ...row, at: row.at.toISOString() }),
        (row) => String(row.id),
      );
    },
  });
  route(ENDPOINTS.retrySetAside, {
    access: agents('log.manage'),
    handle: async ({ params }) => {
      if (!(await retrySetAside(db, parts.subscribers(), params.id))) throw coded('log.entry_not_found');
      return {};
    },
  });
}
