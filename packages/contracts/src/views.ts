import { z } from 'zod';
import { Id, Instant, Line } from './base.ts';
import { ChannelType, type Conversation, ConversationStatus } from './conversations.ts';

/** What a view shows. Conditions are joined by AND, values within one by OR. */
export const ViewFilter = z
  .object({
    statuses: z.array(ConversationStatus).max(3),
    /** `me` is whoever looks; `none` is unassigned. */
    assignees: z.array(z.union([z.literal('me'), z.literal('none'), Id])).max(50),
    teamIds: z.array(Id).max(50),
    tags: z.array(Line(30)).max(20),
    channelTypes: z.array(ChannelType).max(20),
    isWaiting: z.boolean(),
    isVip: z.boolean(),
  })
  .partial();
export type ViewFilter = z.infer<typeof ViewFilter>;

/** `waiting`: who waits longest for a reply comes first, the answered after them. */
export const ViewSort = z.enum(['waiting', 'newest', 'oldest']);
export type ViewSort = z.infer<typeof ViewSort>;

export const StandardViewId = z.enum([
  'mine-waiting',
  'mine-open',
  'mine-snoozed',
  'unassigned',
  'all-open',
  'all-snoozed',
  'all-resolved',
]);
export type StandardViewId = z.infer<typeof StandardViewId>;

/** The views that everybody has; their counters are kept, never counted live. */
export const STANDARD_VIEWS: Record<
  StandardViewId,
  { filter: ViewFilter; sort: ViewSort; isCounted: boolean }
> = {
  'mine-waiting': {
    filter: { statuses: ['open'], assignees: ['me'], isWaiting: true },
    sort: 'waiting',
    isCounted: true,
  },
  'mine-open': {
    filter: { statuses: ['open'], assignees: ['me'], isWaiting: false },
    sort: 'newest',
    isCounted: true,
  },
  'mine-snoozed': { filter: { statuses: ['snoozed'], assignees: ['me'] }, sort: 'newest', isCounted: true },
  unassigned: { filter: { statuses: ['open'], assignees: ['none'] }, sort: 'waiting', isCounted: true },
  'all-open': { filter: { statuses: ['open'] }, sort: 'waiting', isCounted: true },
  'all-snoozed': { filter: { statuses: ['snoozed'] }, sort: 'newest', isCounted: true },
  'all-resolved': { filter: { statuses: ['resolved'] }, sort: 'newest', isCounted: false },
};

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  filter: ViewFilter,
  sort: ViewSort,
  ownerId: Id,
  isShared: z.boolean(),
  version: z.number().int(),
});
export type SavedView = z.infer<typeof SavedView>;
export const SaveView = z.object({
  name: Line(60),
  filter: ViewFilter,
  sort: ViewSort.default('waiting'),
  isShared: z.boolean().default(false),
});

/** Counts by standard view for the reader. */
export const ViewCounts = z.record(StandardViewId, z.number().int());
export type ViewCounts = z.infer<typeof ViewCounts>;

/** Whether a conversation belongs in a view; the same rule as the list's SQL, for live updates. */
export function matchesFilter(filter: ViewFilter, conversation: Conversation, viewerId: string): boolean {
  const { statuses, assignees, teamIds, tags, channelTypes, isWaiting, isVip } = filter;
  if (statuses && !statuses.includes(conversation.status)) return false;
  if (assignees) {
    const isOne = assignees.some((a) =>
      a === 'me'
        ? conversation.assigneeId === viewerId
        : a === 'none'
          ? conversation.assigneeId === null
          : conversation.assigneeId === a,
    );
    if (!isOne) return false;
  }
  if (teamIds && (conversation.teamId === null || !teamIds.includes(conversation.teamId))) return false;
  if (tags && !tags.some((tag) => conversation.tags.includes(tag))) return false;
  if (channelTypes && !channelTypes.includes(conversation.channelType)) return false;
  if (isWaiting !== undefined && (conversation.waitingSince !== null) !== isWaiting) return false;
  if (isVip !== undefined && conversation.customer.isVip !== isVip) return false;
  return true;
}

/**
 * Order of a list, ties by id. `waiting`: by waitingSince ascending with the answered last (by last
 * activity, newest first).
 */
export function compareBySort(sort: ViewSort, a: Conversation, b: Conversation): number {
  const tie = a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  if (sort === 'oldest') return a.lastActivityAt.localeCompare(b.lastActivityAt) || tie;
  if (sort === 'newest') return b.lastActivityAt.localeCompare(a.lastActivityAt) || -tie;
  if (a.waitingSince !== null && b.waitingSince !== null)
    return a.waitingSince.localeCompare(b.waitingSince) || tie;
  if (a.waitingSince !== null) return -1;
  if (b.waitingSince !== null) return 1;
  return b.lastActivityAt.localeCompare(a.lastActivityAt) || -tie;
}

export const ConversationHit = z.object({
  conversationId: Id,
  messageId: Id.nullable(),
  number: z.number().int().nullable(),
  customerName: z.string(),
  /** Text around the match, with the matched words between \u0001 and \u0002. */
  excerpt: z.string(),
  at: Instant,
});
export const SearchResult = z.object({
  conversations: z.array(ConversationHit),
  customers: z.array(z.object({ id: Id, name: z.string(), detail: z.string() })),
});
export type SearchResult = z.infer<typeof SearchResult>;
