import { ENDPOINTS } from '@xiaoer/contracts';
import type { MigrationSource } from '../../kernel/db/migrate.ts';
import { userTopic } from '../../kernel/gateway/topics.ts';
import { agents, anyAgent } from '../../kernel/http/route.ts';
import type { Kernel, Module } from '../../kernel/module.ts';
import { accessCustomer } from '../customers/index.ts';
import type { Identity } from '../identity/index.ts';
import { countView, listConversations, listCustomerConversations } from './actions/list-conversations.ts';
import { register } from './actions/register.ts';
import { search } from './actions/search.ts';
import { countsFor, countsSubscriber, readBucketCounts } from './counts.ts';

export const workbenchMigrations: MigrationSource = {
  module: 'workbench',
  directory: new URL('./migrations/', import.meta.url),
};

const TELL_MS = 250;

/** Lists, counters, search and the snapshot: reads other modules' tables, writes only its own counters. */
export function makeWorkbench(kernel: Kernel, deps: { identity: Identity }): Module {
  return {
    name: 'workbench',
    subscribers: [countsSubscriber],
    ...tellCounts(kernel),
    routes({ route }) {
      route(ENDPOINTS.register, {
        access: anyAgent,
        handle: ({ principal }) => register(kernel, deps.identity, principal),
      });
      route(ENDPOINTS.listConversations, {
        access: anyAgent,
        handle: ({ principal, query }) => listConversations(kernel, principal, query),
      });
      route(ENDPOINTS.countView, {
        access: anyAgent,
        handle: ({ principal, params }) => countView(kernel, principal, params.id),
      });
      route(ENDPOINTS.search, {
        access: anyAgent,
        limit: { max: 60, seconds: 10 },
        handle: ({ principal, query }) => search(kernel, principal, query),
      });
      route(ENDPOINTS.listCustomerConversations, {
        access: agents('customers.read'),
        async handle({ principal, params, query }) {
          const customer = await accessCustomer(kernel.db, principal, params.id);
          return listCustomerConversations(kernel, principal, customer.id, query);
        },
      });
    },
  };
}

/** Sends each connected colleague their counters when these changed: one query for all, a few times a second at most. */
function tellCounts(kernel: Kernel): Pick<Module, 'onEvents' | 'stop'> {
  let timer: NodeJS.Timeout | null = null;
  let wanted = 0;
  const told = new Map<string, string>();
  const tell = async (): Promise<void> => {
    const gateway = kernel.gateway();
    if (!gateway) return;
    const kept = await kernel.db
      .selectFrom('log.subscriber')
      .select('cursor')
      .where('name', '=', countsSubscriber.name)
      .executeTakeFirst();
    const rows = await readBucketCounts(kernel.db);
    const present = new Set<string>();
    for (const agent of gateway.agents()) {
      present.add(agent.id);
      const counts = countsFor(agent, rows);
      const text = JSON.stringify(counts);
      if (told.get(agent.id) === text) continue;
      told.set(agent.id, text);
      gateway.push([userTopic(agent.id)], { t: 'counts', counts });
    }
    for (const id of told.keys()) if (!present.has(id)) told.delete(id);
    // The counters may lag behind the event that brought us here: look again.
    if ((kept?.cursor ?? wanted) < wanted) schedule();
  };
  const schedule = () => {
    timer ??= setTimeout(() => {
      timer = null;
      tell().catch((err: unknown) => kernel.log.warn({ err }, 'counters not told'));
    }, TELL_MS).unref();
  };
  return {
    onEvents(events) {
      const last = events.findLast((e) => (countsSubscriber.types as readonly string[]).includes(e.type));
      if (!last || !kernel.gateway()) return;
      wanted = last.seq;
      schedule();
    },
    async stop() {
      if (timer) clearTimeout(timer);
    },
  };
}
