import type { LogEvent } from '@xiaoer/contracts';
import {
  type AgentSession,
  type AgentState,
  makeAgentSession,
  makeStore,
  pickStorage,
  type StreamSocket,
  systemClock,
} from '@xiaoer/sync';
import { useSyncExternalStore } from 'react';
import { client } from '../api/client.ts';

type EventListener = (event: LogEvent, state: AgentState) => void;
const eventListeners = new Set<EventListener>();

/** The session of who is signed in; a new one begins with each sign-in. */
export const sessionStore = makeStore<AgentSession>(openSession());

function openSession(): AgentSession {
  return makeAgentSession({
    client,
    streamUrl: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/stream`,
    makeSocket: (url) => new WebSocket(url) as unknown as StreamSocket,
    storage: pickStorage(() => localStorage),
    clock: systemClock,
    random: Math.random,
    onEvent: (event, state) => {
      for (const listener of eventListeners) listener(event, state);
    },
  });
}

/** Begins anew: after a sign-in, or when a refused stream is to be tried again. */
export function restartSession(): void {
  sessionStore.getState().close();
  sessionStore.update(() => openSession());
}

export const session = (): AgentSession => sessionStore.getState();

/** Told of every event after it is in the state: sounds, notifications, pages that load by themselves. */
export function onLogEvent(listener: EventListener): () => void {
  eventListeners.add(listener);
  return () => eventListeners.delete(listener);
}

/** The state now. Call only where the gate lets through, that is after the first snapshot. */
export function agentState(): AgentState {
  const state = session().store.getState();
  if (state === null) throw new Error('no snapshot yet');
  return state;
}

/**
 * A part of the state, painted again when it changes. `select` must answer the same object while nothing
 * changed: the selectors of packages/sync do; do not make arrays or objects in it.
 */
export function useAgent<T>(select: (state: AgentState) => T): T {
  return useSyncExternalStore(session().store.subscribe, () => select(agentState()));
}

window.addEventListener('online', () => session().wake());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') session().wake();
});
