import type { LogEvent, Role } from '@xiaoer/contracts';
import { type AgentState, applyDetail, fromSnapshot, plainState, reduceAgent } from '@xiaoer/sync';
import { expect } from 'vitest';
import type { StampedEvent } from '../kernel/events/read.ts';
import { topicsOf } from '../kernel/gateway/topics.ts';
import type { Agent } from './agent.ts';
import type { TestServer } from './server.ts';

/**
 * Does something and checks for each watching colleague that what the console makes of its events,
 * reduce(old, events), is what a fresh snapshot says. The reducer is the production one; the watcher
 * hears what the gateway would send them.
 * @param options.conversationIds opened by every watcher before and after, with their messages
 * @returns what the action answered
 */
export async function verifyAction<T>(
  server: TestServer,
  watchers: readonly Agent[],
  action: () => Promise<T>,
  options: { conversationIds?: readonly string[] } = {},
): Promise<T> {
  const ids = options.conversationIds ?? [];
  await server.settle();
  const before = new Map<Agent, AgentState>();
  for (const watcher of watchers) before.set(watcher, await look(watcher, ids));
  const result = await action();
  await server.settle();
  for (const [watcher, old] of before) {
    const heard = hear(old, await server.eventsAfter(old.cursor));
    const reduced = heard.reduce(reduceAgent, old);
    // Opened before: what comes into view only now is fetched when it is looked at.
    const opened = new Set(ids.filter((id) => comparable(old).threads[id]));
    expect(comparable(reduced, opened), `what ${watcher.user.name} was told`).toEqual(
      comparable(await look(watcher, ids), opened),
    );
  }
  return result;
}

/** A console that has just been opened, with these conversations on screen where they may be seen. */
async function look(watcher: Agent, conversationIds: readonly string[]): Promise<AgentState> {
  let state = fromSnapshot(await watcher.call('register'));
  for (const id of conversationIds) {
    const detail = await watcher.call('readConversation', { params: { id } }).catch((error: unknown) => {
      if ((error as { status?: number }).status === 404) return null;
      throw error;
    });
    if (detail) state = applyDetail(state, detail);
  }
  return state;
}

/** Events for the watcher's topics, which change with their own role and teams as at the gateway. */
function hear(state: AgentState, events: readonly StampedEvent[]): LogEvent[] {
  const own = state.me.user;
  let topics = topicsFor(own);
  const heard: LogEvent[] = [];
  for (const event of events) {
    if (event.audience.some((topic) => topics.has(topic))) heard.push(event);
    if (event.type === 'user.updated' && event.payload.user.id === own.id)
      topics = topicsFor(event.payload.user);
  }
  return heard;
}

const topicsFor = (user: { id: string; role: Role; teamIds: readonly string[] }): Set<string> =>
  new Set(topicsOf({ kind: 'agent', name: '', sessionId: '', ...user }));

/** Without the place in the log: events that a watcher may not hear do not move it. */
function comparable(state: AgentState, among: ReadonlySet<string> | null = null) {
  const { cursor: _cursor, ...rest } = plainState(state);
  // A row that was never opened is known by events only; a fresh console has not seen it at all.
  const opened = Object.keys(rest.threads).filter(
    (id) => rest.threads[id]?.isLoaded && (among === null || among.has(id)),
  );
  const pick = <V>(all: Record<string, V>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => opened.includes(id)));
  return { ...rest, conversations: pick(rest.conversations), threads: pick(rest.threads) };
}
