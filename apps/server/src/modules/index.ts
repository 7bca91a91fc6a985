import type { MigrationSource } from '../kernel/db/migrate.ts';
import type { Kernel, Module } from '../kernel/module.ts';
import { cannedResponseMigrations, makeCannedResponses } from './canned-responses/index.ts';
import { type Channels, channelMigrations, makeChannels } from './channels/index.ts';
import { conversationMigrations, isTeamInUse, makeConversations } from './conversations/index.ts';
import { customerMigrations, makeCustomers } from './customers/index.ts';
import { type Identity, identityMigrations, makeIdentity } from './identity/index.ts';
import { makePresence, type Presence } from './presence/index.ts';
import { makeRouting } from './routing/index.ts';
import { makeWorkbench, workbenchMigrations } from './workbench/index.ts';

/** Lower tiers first: foreign keys point down. */
export const moduleMigrations: readonly MigrationSource[] = [
  identityMigrations,
  customerMigrations,
  cannedResponseMigrations,
  conversationMigrations,
  channelMigrations,
  workbenchMigrations,
];

export type Modules = { identity: Identity; channels: Channels; presence: Presence; all: readonly Module[] };

/** Every module, each with the lower ones that it needs. */
export function makeModules(kernel: Kernel): Modules {
  // Lazily: a set-aside event is handed to its subscriber again long after all modules are made.
  const identity = makeIdentity(kernel, { subscribers: () => all.flatMap((m) => m.subscribers ?? []) });
  identity.guardTeams(isTeamInUse);
  const channels = makeChannels(kernel, { identity });
  const presence = makePresence(kernel);
  const all: readonly Module[] = [
    identity,
    makeCustomers(kernel),
    makeCannedResponses(kernel),
    makeConversations(kernel),
    channels,
    presence,
    makeRouting(kernel, { identity }),
    makeWorkbench(kernel, { identity }),
  ];
  return { identity, channels, presence, all };
}
