import type { EventType } from '@xiaoer/contracts';
import { type Tx, transact } from '../../kernel/db/transact.ts';
import type { Subscriber } from '../../kernel/events/subscribers.ts';
import { customerTopic } from '../../kernel/gateway/topics.ts';
import type { Kernel, Module } from '../../kernel/module.ts';
import { assignNext, listQueue, queueTeams } from '../conversations/index.ts';
import type { Identity } from '../identity/index.ts';

/** Events after which somebody may have room, or somebody may be waiting. */
const OCCASIONS = [
  'conversation.opened',
  'conversation.reopened',
  'conversation.woken',
  'conversation.assigned',
  'conversation.transferred',
  'conversation.snoozed',
  'conversation.resolved',
  'seat.changed',
  'team.created',
  'team.updated',
] as const satisfies readonly EventType[];

/** Given in one turn at the most: the rest follows in the next, so that cursors keep moving. */
const TURN_MAX = 200;
const TELL_MS = 300;
const SWEEP_MS = 3_000;

/**
 * Hands waiting conversations to agents the moment there is room. One subscriber with one cursor: two
 * servers never deal from the same queue at once; the claim itself is atomic besides.
 */
export function makeRouting(kernel: Kernel, deps: { identity: Identity }): Module {
  const deal = async (tx: Tx): Promise<void> => {
    const at = kernel.clock.now();
    let given = 0;
    for (const teamId of await queueTeams(tx)) {
      // A team that wants to take by hand is left alone; no team is everybody's.
      if (teamId !== null && deps.identity.directory.team(teamId)?.isAutoAssigned === false) continue;
      while (given < TURN_MAX && (await assignNext(tx, teamId, at))) given++;
    }
  };
  const assign: Subscriber = {
    name: 'routing.assign',
    from: 'beginning',
    types: OCCASIONS,
    // Whoever is left over is taken up by the next occasion: the events of these very assignments.
    handle: (tx) => deal(tx),
  };

  /**
   * Dealing passes over rows that somebody else holds at that moment (a message that comes in, a presence
   * that is renewed), and what they do may be no occasion: so it is looked at again now and then.
   */
  let sweeping: Promise<void> = Promise.resolve();
  let sweeper: NodeJS.Timeout | null = null;
  const sweep = () => {
    sweeping = transact(kernel.db, deal).catch((err: unknown) =>
      kernel.log.warn({ err }, 'queues not looked at again'),
    );
  };
  let timer: NodeJS.Timeout | null = null;
  /** Tells everyone who waits how many are before them, at most three times a second. */
  const tellQueue = async () => {
    const gateway = kernel.gateway();
    if (!gateway) return;
    for (const teamId of await queueTeams(kernel.db))
      for (const [position, waiting] of (await listQueue(kernel.db, teamId)).entries())
        gateway.push([customerTopic(waiting.customer_id)], {
          t: 'queue',
          conversationId: waiting.id,
          position,
        });
  };

  return {
    name: 'routing',
    subscribers: [assign],
    async start() {
      if (kernel.config.roles.has('worker')) sweeper = setInterval(sweep, SWEEP_MS).unref();
    },
    onEvents(events) {
      if (
        !kernel.gateway() ||
        timer !== null ||
        !events.some((e) => (OCCASIONS as readonly string[]).includes(e.type))
      )
        return;
      timer = setTimeout(() => {
        timer = null;
        tellQueue().catch((err: unknown) => kernel.log.warn({ err }, 'queue not told'));
      }, TELL_MS);
      timer.unref();
    },
    async stop() {
      if (sweeper) clearInterval(sweeper);
      await sweeping;
      if (timer) clearTimeout(timer);
    },
  };
}
