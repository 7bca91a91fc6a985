import { z } from 'zod';
import { Id } from './base.ts';
import { CannedResponse } from './canned-responses.ts';
import type { LogEvent } from './events.ts';
import { Me, Team, User } from './identity.ts';
import { Presence, Seat } from './routing.ts';
import { SavedView, ViewCounts } from './views.ts';
import type { VisitorEvent } from './visitor.ts';

/**
 * The stream at /api/stream (WebSocket, JSON text frames), the same for agents and visitors.
 * 1. `register` over HTTP answers a snapshot and a cursor from one repeatable-read transaction.
 * 2. The client connects and says `hello` with that cursor; everything after it follows in order. After
 *    `welcome` the first `events` frame, which may be empty, says that the server has caught up so far;
 *    before it the client says nothing but `pong`.
 * 3. After a break it says `hello` with the last cursor that it applied. `expired` means: register anew.
 * There is no other recovery path.
 */
export const STREAM_PROTOCOL = 1;

export const ClientFrame = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('hello'),
    protocol: z.literal(STREAM_PROTOCOL),
    cursor: z.number().int().min(0),
    /** Visitors say their token here; agents are known by their session cookie. */
    token: z.string().max(1_000).optional(),
  }),
  z.object({
    t: z.literal('typing'),
    conversationId: Id,
    isTyping: z.boolean(),
    isNote: z.boolean().default(false),
  }),
  /** Which conversation the agent has open (null: none), for the collision notice. */
  z.object({ t: z.literal('focus'), conversationId: Id.nullable() }),
  z.object({ t: z.literal('pong') }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** Typing and viewing: passes beside the log and is never stored. */
export type EphemeralFrame =
  | {
      t: 'typing';
      conversationId: string;
      who: { kind: 'customer' | 'agent'; id: string | null; name: string };
      isTyping: boolean;
    }
  | { t: 'viewers'; conversationId: string; userIds: string[] }
  | { t: 'counts'; counts: ViewCounts }
  | { t: 'queue'; conversationId: string; position: number | null };

export type ServerFrame =
  | { t: 'welcome'; cursor: number; heartbeatSeconds: number }
  /** `cursor` is the place after the batch; events not meant for this client are skipped in it. */
  | { t: 'events'; events: LogEvent[] | VisitorEvent[]; cursor: number }
  | EphemeralFrame
  | { t: 'ping' }
  | { t: 'expired' }
  /** The server closes on purpose: drained (reconnect with jitter) or refused (do not). */
  | { t: 'bye'; reason: 'draining' | 'unauthorised' | 'slow' | 'protocol' };

/** What an agent's console needs to stand; lists and conversations are fetched when looked at. */
export const AgentSnapshot = z.object({
  me: Me,
  users: z.array(User),
  teams: z.array(Team),
  seats: z.array(Seat),
  views: z.array(SavedView),
  tags: z.array(z.string()),
  cannedResponses: z.array(CannedResponse),
  counts: ViewCounts,
  shopName: z.string(),
  presenceWish: Presence,
  cursor: z.number().int(),
});
export type AgentSnapshot = z.infer<typeof AgentSnapshot>;
