import type {
  CannedResponse,
  Conversation,
  ConversationRow,
  Customer,
  Draft,
  FileRef,
  Me,
  Message,
  Presence,
  SavedView,
  Seat,
  StandardViewId,
  Team,
  User,
  ViewCounts,
  ViewSort,
} from '@xiaoer/contracts';
import type { ChunkedMap } from '../chunked-map.ts';
import type { OutboxEntry } from '../outbox.ts';

/**
 * A row as it is held. `conversation` is what to show: `confirmed`, the newest that the server said,
 * with the changes laid over it that wait for their answer.
 */
export type HeldRow = ConversationRow & {
  confirmed: Conversation;
  /** Whether `myReadNumber` came from the server, or is our guess for a row known by events only. */
  isMarkKnown: boolean;
  /** Snapshot under which it was last confirmed; an older one than the state's means it may be stale. */
  epoch: number;
};

/** Messages of a conversation, without gap, oldest first. */
export type Thread = {
  messages: readonly Message[];
  /** Number before which older messages can be asked for; null when all are here. */
  olderBefore: number | null;
  /** Whether a page was loaded; false: only what has streamed past since somebody may have asked. */
  isLoaded: boolean;
  draft: Draft | null;
  epoch: number;
};

/** What of a list is here: all rows up to `edge`, the last row of the last page as it was then. */
export type ViewWindow = {
  /** Where the next page begins, as the server said; null when the list is here to its end. */
  next: string | null;
  edge: Conversation | null;
  /** The rule by which it was loaded; another one now (an edited view) means nothing is loaded. */
  rule: string;
  epoch: number;
};

/** A standard view, a saved view's id, or `customer:ID` for the conversations of one customer. */
export type ViewKey = StandardViewId | (string & {});
export const customerViewKey = (customerId: string): ViewKey => `customer:${customerId}`;

/** What an agent wrote and the server has not confirmed. `lane` of its entry is the conversation's id. */
export type AgentContent = {
  kind: 'reply' | 'note';
  text: string;
  attachments: readonly FileRef[];
  mentionIds: readonly string[];
  replyToId: string | null;
  isResolving: boolean;
};
export type PendingMessage = OutboxEntry<AgentContent>;

export type Typist = {
  kind: 'customer' | 'agent';
  id: string | null;
  name: string;
  /** When the last word of it came, milliseconds. */
  at: number;
};

/** A change shown before the server has answered. */
export type Overlay = { token: string; conversationId: string; patch: Partial<Conversation> };

/** Everything that an agent's console shows from. Never changed in place. */
export type AgentState = {
  /** Same object through all states that follow from one snapshot; selectors keep their memory by it. */
  lineage: object;
  /** Place in the log of the snapshot, and of the last event applied. */
  since: number;
  cursor: number;
  /** Counts snapshots, so that what an older one left can be told from what is fresh. */
  epoch: number;
  me: Me;
  shopName: string;
  presenceWish: Presence;
  users: ChunkedMap<User>;
  teams: ChunkedMap<Team>;
  /** By user id. */
  seats: ChunkedMap<Seat>;
  views: ChunkedMap<SavedView>;
  cannedResponses: ChunkedMap<CannedResponse>;
  tags: readonly string[];
  counts: ViewCounts;
  /** Customers that somebody looks at; null: asked for, not here yet. */
  customers: ChunkedMap<Customer | null>;
  conversations: ChunkedMap<HeldRow>;
  threads: ChunkedMap<Thread>;
  windows: ChunkedMap<ViewWindow>;
  /** Orders that the viewer has chosen instead of the views' own, by view. */
  sorts: ChunkedMap<ViewSort>;
  /** By conversation, in the order of sending. */
  pending: ChunkedMap<readonly PendingMessage[]>;
  overlays: readonly Overlay[];
  /** Colleagues who have a conversation open, by conversation. */
  viewers: ChunkedMap<readonly string[]>;
  typing: ChunkedMap<readonly Typist[]>;
  /** Version below which news of a removed thing is old news. Infinity: deleted for good. */
  gone: ChunkedMap<number>;
  /** Whether the viewer has a draft, as far as the stream has said so; by conversation. */
  drafts: ChunkedMap<boolean>;
  /** Place in the log of the last word on things that have no version. */
  heard: ChunkedMap<number>;
};
