import type { Tx } from '../../kernel/db/transact.ts';
import type { Subscriber } from '../../kernel/events/subscribers.ts';
import type { Kernel } from '../../kernel/module.ts';
import type { AuthServer } from './auth/better-auth.ts';
import type { CachedDirectory } from './directory.ts';
import type { Sessions } from './sessions.ts';

/** Whether a module above still needs the team; asked in the transaction that deletes it. */
export type TeamGuard = (tx: Tx, teamId: string) => Promise<boolean>;

/** What the module's routes and actions work with. */
export type Parts = {
  kernel: Kernel;
  directory: CachedDirectory;
  sessions: Sessions;
  auth: AuthServer;
  teamGuards: TeamGuard[];
  /** Every module's subscribers, known once all modules are made. */
  subscribers: () => readonly Subscriber[];
};
