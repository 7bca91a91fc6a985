import type { AgentSnapshot } from '@xiaoer/contracts';
import { snapshot } from '../../../kernel/db/transact.ts';
import { readHead } from '../../../kernel/events/read.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { listCannedResponses } from '../../canned-responses/index.ts';
import { findSeats, presentSeat, presentView } from '../../conversations/index.ts';
import type { Identity } from '../../identity/index.ts';
import { countsFor, readBucketCounts } from '../counts.ts';

const CANNED_MAX = 2_000;
const TAGS_MAX = 1_000;

/** What a console stands on, and the place in the log from which its stream goes on: one moment. */
export async function register(
  kernel: Kernel,
  identity: Identity,
  agent: AgentPrincipal,
): Promise<AgentSnapshot> {
  return snapshot(kernel.db, async (tx) => {
    const cursor = await readHead(tx);
    const people = await identity.snapshot(tx, agent);
    const seats = await findSeats(tx);
    const views = await tx
      .selectFrom('conversations.view')
      .selectAll()
      .where('deleted_at', 'is', null)
      .where((eb) => eb.or([eb('owner_id', '=', agent.id), eb('is_shared', '=', true)]))
      .orderBy('name')
      .limit(200)
      .execute();
    const tags = await tx
      .selectFrom('conversations.tag')
      .select('name')
      .orderBy('name')
      .limit(TAGS_MAX)
      .execute();
    return {
      ...people,
      seats: seats.map(presentSeat),
      views: views.map(presentView),
      tags: tags.map((t) => t.name),
      cannedResponses: await listCannedResponses(tx, { limit: CANNED_MAX }),
      counts: countsFor(agent, await readBucketCounts(tx)),
      shopName: await identity.shopName(tx),
      presenceWish: (seats.find((s) => s.user_id === agent.id)?.wish ??
        'offline') as AgentSnapshot['presenceWish'],
      cursor,
    };
  });
}
