import type { Subscriber } from '../../kernel/events/subscribers.ts';
import type { Kernel } from '../../kernel/module.ts';
import type { AuthServer } from './auth/better-auth.ts';
import type { CachedDirectory } from './directory.ts';
import type { Sessions } from './sessions.ts';

/** What the module's routes and actions work with. */
export type Parts = {
  kernel: Kernel;
  directory: CachedDirectory;
  sessions: Sessions;
  auth: AuthServer;
  /** Every module's subscribers, known once all modules are made. */
  subscribers: () => readonly Subscriber[];
};
