import type { VisitorEvent } from '@xiaoer/contracts';
import type { FastifyInstance } from 'fastify';
import type { MigrationSource } from '../../kernel/db/migrate.ts';
import type { StampedEvent } from '../../kernel/events/read.ts';
import type { VisitorPrincipal } from '../../kernel/http/principal.ts';
import type { Kernel, Module } from '../../kernel/module.ts';
import { deriveKey } from '../../kernel/secret.ts';
import type { Identity } from '../identity/index.ts';
import { createChannel } from './actions/save-channel.ts';
import { makeChannelDirectory } from './directory.ts';
import { agentRoutes, visitorRoutes } from './routes.ts';
import { readVisitorToken } from './rules/visitor-token.ts';
import { isTeamOfChannel } from './team-use.ts';
import { type Faces, visitorEvents } from './visitor-view.ts';
import { makeVisitors } from './visitors.ts';

export const channelMigrations: MigrationSource = {
  module: 'channels',
  directory: new URL('./migrations/', import.meta.url),
};

export type Channels = Module & {
  authenticate(token: string): Promise<VisitorPrincipal | null>;
  toVisitor(event: StampedEvent): VisitorEvent | null;
  createChannel(channel: Parameters<typeof createChannel>[2]): ReturnType<typeof createChannel>;
};

/** Channels through which customers write. Today: the web chat. */
export function makeChannels(kernel: Kernel, deps: { identity: Identity }): Channels {
  const directory = makeChannelDirectory(kernel);
  const tokenKey = deriveKey(kernel.config.secret, 'visitor-tokens');
  const faces: Faces = (userId) => {
    const user = deps.identity.directory.user(userId);
    return user ? { name: user.name, avatarUrl: user.avatarUrl } : null;
  };
  const visitors = makeVisitors(kernel);
  deps.identity.guardTeams(isTeamOfChannel);

  return {
    name: 'channels',
    start: directory.load,
    stop: async () => directory.stop(),
    onEvents(events) {
      directory.onEvents(events);
      visitors.onEvents(events);
      for (const event of events)
        if (event.type === 'customer.merged' || event.type === 'customer.merge_undone') {
          const ids = new Set(
            event.type === 'customer.merged' ? [event.payload.mergedId] : [event.payload.survivor.id],
          );
          kernel
            .gateway()
            ?.refresh((p) => p.kind === 'visitor' && ids.has(p.customerId))
            .catch((err: unknown) => kernel.log.warn({ err }, 'streams not refreshed after a merge'));
        }
    },
    async authenticate(token) {
      const read = readVisitorToken(tokenKey, token, kernel.clock.now());
      await directory.ready();
      if (!read || directory.byId(read.channelId)?.is_enabled !== true) return null;
      const found = await visitors.find(read.identityId);
      return (
        found && {
          kind: 'visitor',
          customerId: found.customer.id,
          identityId: read.identityId,
          channelId: read.channelId,
        }
      );
    },
    toVisitor: (event) => visitorEvents(event, faces),
    createChannel: (channel) => createChannel(kernel, directory, channel),
    routes(router, app) {
      allowOtherSites(app);
      agentRoutes(router, kernel, directory);
      visitorRoutes(router, kernel, { directory, faces, tokenKey, visitors });
    },
  };
}

/** The widget stands on shops' pages: its calls carry a token, never a cookie, so any origin may make them. */
function allowOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/visitor/')) {
      reply.header('access-control-allow-origin', request.headers.origin ?? '*').header('vary', 'origin');
      reply.header('access-control-expose-headers', 'retry-after');
    }
    done();
  });
  app.options('/api/visitor/*', async (_request, reply) =>
    reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', '86400')
      .status(204)
      .send(),
  );
}
