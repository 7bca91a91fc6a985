import { type Me, SaveTeam, type Team, type User } from '@xiaoer/contracts';
import type { z } from 'zod';
import type { MigrationSource } from '../../kernel/db/migrate.ts';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import type { StampedEvent } from '../../kernel/events/read.ts';
import type { Subscriber } from '../../kernel/events/subscribers.ts';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';
import type { Job } from '../../kernel/jobs.ts';
import type { Kernel, Module } from '../../kernel/module.ts';
import { deriveKey } from '../../kernel/secret.ts';
import { type CreateUser, createUser } from './actions/create-user.ts';
import { createTeam } from './actions/save-team.ts';
import { setUpLink } from './actions/set-up-owner.ts';
import { makeAuthServer } from './auth/better-auth.ts';
import { mountAuth } from './auth/mount.ts';
import { CachedDirectory, type Directory } from './directory.ts';
import { mailJob } from './mail.ts';
import type { Parts, TeamGuard } from './parts.ts';
import { toMe, toTeam, toUser } from './present.ts';
import { readTeams, readUser, readUsers, readWorkspace, saveShopName } from './repo.ts';
import { identityRoutes } from './routes.ts';
import { Sessions } from './sessions.ts';

export { holdTeam } from './hold-team.ts';
export type { CreateUser, Directory };

/** Who works here: users, teams, sessions, invitations, and the record of what they did. */
export type Identity = Module & {
  authenticate(headers: { cookie?: string | undefined }): Promise<AgentPrincipal | null>;
  directory: Directory;
  /** Me, users and teams as of the transaction, for the console's snapshot. */
  snapshot(tx: Tx, agent: AgentPrincipal): Promise<{ me: Me; users: User[]; teams: Team[] }>;
  /** A colleague with a password; for the seed and tests. Emits user.joined. */
  createUser(user: CreateUser): Promise<User>;
  /** A team, for the seed and tests. Emits team.created. */
  createTeam(team: z.input<typeof SaveTeam> & { id?: string }): Promise<Team>;
  shopName(db: Database | Tx): Promise<string>;
  saveShopName(tx: Tx, name: string): Promise<void>;
  /** The one-time address for the first owner, for main to print; null once there is anybody, and in demo mode. */
  setUpLink(): Promise<string | null>;
  /** Lets a module above keep a team from being deleted, for instance for its open conversations. */
  guardTeams(isInUse: TeamGuard): void;
};

export const identityMigrations: MigrationSource = {
  module: 'identity',
  directory: new URL('./migrations/', import.meta.url),
};

/** @param options.subscribers every module's, for handing set-aside events over again */
export function makeIdentity(
  kernel: Kernel,
  options: { subscribers?: () => readonly Subscriber[] } = {},
): Identity {
  const isSecure = kernel.config.PUBLIC_URL?.startsWith('https:') ?? false;
  const secret = deriveKey(kernel.config.secret, 'better-auth').toString('base64url');
  const directory = new CachedDirectory();
  const sessions = new Sessions({ db: kernel.db, clock: kernel.clock, secret, isSecure });
  const auth = makeAuthServer(kernel, { secret, isSecure });
  const subscribers = options.subscribers ?? (() => []);
  const parts: Parts = { kernel, directory, sessions, auth, teamGuards: [], subscribers };

  return {
    name: 'identity',
    migrations: identityMigrations.directory,
    start: () => directory.load(kernel.db),
    jobs: [mailJob({ smtpUrl: kernel.config.SMTP_URL, from: kernel.config.MAIL_FROM }) as Job],
    routes(router, app) {
      identityRoutes(router, app, parts);
      mountAuth(app, parts);
    },
    onEvents: (events) => follow(parts, events),
    authenticate: (headers) => sessions.authenticate(headers),
    directory,
    snapshot: async (tx, agent) => ({
      me: toMe(await readUser(tx, agent.id)),
      users: (await readUsers(tx)).map(toUser),
      teams: (await readTeams(tx)).map(toTeam),
    }),
    createUser: (user) => createUser(parts, user),
    createTeam: ({ id, ...team }) => createTeam(parts, null, { id, ...SaveTeam.parse(team) }),
    setUpLink: () => setUpLink(parts),
    guardTeams: (isInUse) => void parts.teamGuards.push(isInUse),
    saveShopName,
    shopName: async (db) => (await readWorkspace(db)).shop_name,
  };
}

/** Keeps this process's caches and open streams in step with what any process has done. */
function follow(parts: Parts, events: readonly StampedEvent[]): void {
  const changed = new Set<string>();
  for (const event of events) {
    parts.directory.apply(event);
    const userId = userOf(event);
    if (userId !== null) changed.add(userId);
  }
  if (changed.size === 0) return;
  parts.sessions.forget(changed);
  parts.kernel
    .gateway()
    ?.refresh((principal) => principal.kind === 'agent' && changed.has(principal.id))
    .catch((error: unknown) =>
      parts.kernel.log.error({ err: error }, 'rights of open streams not refreshed'),
    );
}

/** Whose rights or sessions the event changes. Membership of a team comes with user.updated. */
function userOf(event: StampedEvent): string | null {
  switch (event.type) {
    case 'user.updated':
      return event.payload.user.id;
    case 'user.signed_out':
    case 'user.password_changed':
    case 'user.two_factor_changed':
      return event.payload.userId;
    default:
      return null;
  }
}
