import { canSeeConversation } from '@xiaoer/contracts';
import type { EphemeralHandlers } from '../../kernel/gateway/gateway.ts';
import {
  ALL_CONVERSATIONS,
  customerTopic,
  NO_TEAM,
  teamTopic,
  userTopic,
} from '../../kernel/gateway/topics.ts';
import type { AgentPrincipal, Principal } from '../../kernel/http/principal.ts';
import type { Kernel, Module } from '../../kernel/module.ts';
import { expireConnections, findConversation, keepConnected } from '../conversations/index.ts';
import { makePlaces } from './places.ts';

const RENEW_MS = 20_000;
const EXPIRE_MS = 10_000;

export type Presence = Module & EphemeralHandlers;

/**
 * What passes beside the log: who types, who looks at what, who is connected. Typing and viewers reach
 * the screens of this process; the connection of an agent is kept in the database for all processes.
 */
export function makePresence(kernel: Kernel): Presence {
  const places = makePlaces((id) => findConversation(kernel.db, id));
  const viewers = new Map<string, Map<string, number>>();
  const warn = (what: string) => (err: unknown) => kernel.log.warn({ err }, what);
  const timers: NodeJS.Timeout[] = [];

  const colleaguesOf = (place: { teamId: string | null; assigneeId: string | null }) => [
    ALL_CONVERSATIONS,
    place.teamId === null ? NO_TEAM : teamTopic(place.teamId),
    ...(place.assigneeId === null ? [] : [userTopic(place.assigneeId)]),
  ];

  /** Counts a viewer in or out; the last window that closes takes them off. */
  const look = async (agent: AgentPrincipal, conversationId: string, step: 1 | -1) => {
    const place = await places.find(conversationId);
    if (!place || !canSeeConversation(agent, place)) return;
    const seen = viewers.get(conversationId) ?? new Map<string, number>();
    const windows = (seen.get(agent.id) ?? 0) + step;
    if (windows > 0) seen.set(agent.id, windows);
    else seen.delete(agent.id);
    if (seen.size > 0) viewers.set(conversationId, seen);
    else viewers.delete(conversationId);
    kernel.gateway()?.push(colleaguesOf(place), { t: 'viewers', conversationId, userIds: [...seen.keys()] });
  };

  const type = async (
    principal: Principal,
    frame: { conversationId: string; isTyping: boolean; isNote: boolean },
  ) => {
    const place = await places.find(frame.conversationId);
    if (!place) return;
    const { conversationId, isTyping } = frame;
    if (principal.kind === 'visitor') {
      // A visitor may say this of their own conversation only.
      if (place.customerId !== principal.customerId) return;
      const who = { kind: 'customer', id: null, name: place.customerName } as const;
      return kernel.gateway()?.push(colleaguesOf(place), { t: 'typing', conversationId, who, isTyping });
    }
    if (!canSeeConversation(principal, place)) return;
    const who = { kind: 'agent', id: principal.id, name: principal.name } as const;
    kernel.gateway()?.push(colleaguesOf(place), { t: 'typing', conversationId, who, isTyping }, principal);
    // The shopper sees that somebody answers; that a note is being written is not theirs to know.
    if (!frame.isNote)
      kernel.gateway()?.push([customerTopic(place.customerId)], {
        t: 'typing',
        conversationId,
        who: { kind: 'agent', id: null, name: principal.name },
        isTyping,
      });
  };

  return {
    name: 'presence',
    async start() {
      if (kernel.config.roles.has('gateway'))
        timers.push(
          setInterval(() => {
            const ids = new Set(
              kernel
                .gateway()
                ?.agents()
                .map((a) => a.id),
            );
            if (ids.size > 0) keepConnected(kernel, [...ids]).catch(warn('presence not renewed'));
          }, RENEW_MS),
        );
      if (kernel.config.roles.has('worker'))
        timers.push(
          setInterval(() => void expireConnections(kernel).catch(warn('presence not expired')), EXPIRE_MS),
        );
      for (const timer of timers) timer.unref();
    },
    onEvents: places.onEvents,
    connected(principal) {
      if (principal.kind === 'agent') keepConnected(kernel, [principal.id]).catch(warn('presence not set'));
    },
    // The grace of the last renewal runs out by itself: a reload is no absence.
    disconnected() {},
    focus(agent, conversationId, previous) {
      if (previous === conversationId) return;
      if (previous !== null) look(agent, previous, -1).catch(warn('viewer not told'));
      if (conversationId !== null) look(agent, conversationId, 1).catch(warn('viewer not told'));
    },
    typing(principal, frame) {
      type(principal, frame).catch(warn('typing not told'));
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
