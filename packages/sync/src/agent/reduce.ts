import type { Customer, EphemeralFrame, LogEvent } from '@xiaoer/contracts';
import { ChunkedMap } from '../chunked-map.ts';
import { putConversation, putReadMark, putWithMessage } from './conversations.ts';
import * as directory from './directory.ts';
import type { AgentState, Typist } from './state.ts';

/**
 * Applies one event of the log. Repeated and outdated events change nothing; the order of events that
 * carry versions does not matter.
 */
export function reduceAgent(state: AgentState, event: LogEvent): AgentState {
  // What lies before the snapshot is in the snapshot.
  if (event.seq <= state.since) return state;
  const next = apply(state, event);
  return event.seq > next.cursor ? { ...next, cursor: event.seq } : next;
}

function apply(state: AgentState, event: LogEvent): AgentState {
  switch (event.type) {
    case 'user.joined':
    case 'user.updated':
      return directory.putUser(state, event.payload.user);
    case 'user.preferences_changed':
      return hear(state, `preferences:${event.payload.userId}`, event.seq, (heard) =>
        event.payload.userId === heard.me.user.id
          ? { ...heard, me: { ...heard.me, preferences: event.payload.preferences } }
          : heard,
      );
    case 'team.created':
    case 'team.updated':
      return directory.putTeam(state, event.payload.team);
    case 'team.deleted':
      return directory.removeForGood(state, 'teams', event.payload.teamId);

    case 'customer.created':
    case 'customer.updated':
    case 'customer.identified':
      return putCustomer(state, event.payload.customer);
    case 'customer.merged':
      return forgetCustomer(putCustomer(state, event.payload.survivor), event.payload.mergedId);
    case 'customer.merge_undone':
      return putCustomer(putCustomer(state, event.payload.survivor), event.payload.restored);

    case 'canned_response.saved':
      return directory.putCannedResponse(state, event.payload.cannedResponse);
    case 'canned_response.deleted':
      return directory.removeForGood(state, 'cannedResponses', event.payload.cannedResponseId);

    case 'conversation.tagged':
      return withTags(
        putWithMessage(state, event.payload.conversation, event.payload.message),
        event.payload.conversation.tags,
      );
    case 'conversation.opened':
    case 'message.added':
    case 'conversation.assigned':
    case 'conversation.transferred':
    case 'conversation.snoozed':
    case 'conversation.woken':
    case 'conversation.resolved':
    case 'conversation.reopened':
      return putWithMessage(state, event.payload.conversation, event.payload.message);
    case 'conversation.read': {
      const { conversation, userId, number } = event.payload;
      const next = putConversation(state, conversation);
      return userId === state.me.user.id ? putReadMark(next, conversation.id, number) : next;
    }
    case 'conversation.customer_changed':
      return putConversation(state, event.payload.conversation);
    case 'draft.saved':
      // A draft is its writer's own.
      if (event.actor.id !== state.me.user.id) return state;
      return putDraftMark(state, event.payload.conversationId, event.payload.hasText, event.seq);
    case 'seat.changed':
      return putSeat(state, event);
    case 'view.saved':
      return directory.putView(state, event.payload.view);
    case 'view.deleted':
      return directory.removeForGood(state, 'views', event.payload.viewId);

    // Facts of the audit, and settings that their page loads when it is opened.
    case 'user.invited':
    case 'user.invitation_revoked':
    case 'user.signed_in':
    case 'user.signed_out':
    case 'user.two_factor_changed':
    case 'user.password_changed':
    case 'user.password_reset_issued':
    case 'channel.saved':
    case 'channel.secret_rotated':
      return state;
    default:
      return unknownEvent(state, event);
  }
}

/** A colleague's seat. Own presence changed by own hand, in another window, is what one wishes for. */
function putSeat(state: AgentState, event: Extract<LogEvent, { type: 'seat.changed' }>): AgentState {
  const { seat } = event.payload;
  const before = state.seats.get(seat.userId);
  const next = directory.putSeat(state, seat);
  const myId = state.me.user.id;
  const isMyWish = seat.userId === myId && event.actor.kind === 'user' && event.actor.id === myId;
  if (next === state || !isMyWish || before?.presence === seat.presence) return next;
  return { ...next, presenceWish: seat.presence };
}

/** A newer server may know events that this page does not: they change nothing here. */
function unknownEvent(state: AgentState, _event: never): AgentState {
  return state;
}

/** Does `change` unless a later word on the same thing, which has no version, was heard already. */
function hear(
  state: AgentState,
  thing: string,
  seq: number,
  change: (state: AgentState) => AgentState,
): AgentState {
  if (seq <= (state.heard.get(thing) ?? 0)) return state;
  return change({ ...state, heard: state.heard.with(thing, seq) });
}

function putDraftMark(state: AgentState, conversationId: string, hasDraft: boolean, seq: number): AgentState {
  return hear(state, `draft:${conversationId}`, seq, (heard) => {
    const drafts = heard.drafts.with(conversationId, hasDraft);
    const row = heard.conversations.get(conversationId);
    if (!row || row.hasDraft === hasDraft) return { ...heard, drafts };
    return {
      ...heard,
      drafts,
      conversations: heard.conversations.with(conversationId, { ...row, hasDraft }),
    };
  });
}

function withTags(state: AgentState, tags: readonly string[]): AgentState {
  const added = tags.filter((tag) => !state.tags.includes(tag));
  return added.length === 0 ? state : { ...state, tags: [...state.tags, ...added].sort() };
}

/** Customers are kept only while somebody looks at them. */
function putCustomer(state: AgentState, customer: Customer): AgentState {
  const held = state.customers.get(customer.id);
  if (held === undefined || (held !== null && held.version >= customer.version)) return state;
  return { ...state, customers: state.customers.with(customer.id, customer) };
}

function forgetCustomer(state: AgentState, id: string): AgentState {
  return state.customers.has(id) ? { ...state, customers: state.customers.without(id) } : state;
}

/** Who typed and who looked is not known any more: the connection broke. */
export function forgetEphemeral(state: AgentState): AgentState {
  if (state.viewers.size + state.typing.size === 0) return state;
  return { ...state, viewers: ChunkedMap.empty(), typing: ChunkedMap.empty() };
}

/** Applies a frame that passes beside the log. `now` in milliseconds. */
export function reduceEphemeral(state: AgentState, frame: EphemeralFrame, now: number): AgentState {
  switch (frame.t) {
    case 'counts':
      return { ...state, counts: frame.counts };
    case 'viewers':
      return {
        ...state,
        viewers:
          frame.userIds.length === 0
            ? state.viewers.without(frame.conversationId)
            : state.viewers.with(frame.conversationId, frame.userIds),
      };
    case 'typing': {
      const { who, conversationId, isTyping } = frame;
      const others = (state.typing.get(conversationId) ?? []).filter(
        (t) => t.kind !== who.kind || t.id !== who.id,
      );
      const typing: Typist[] = isTyping ? [...others, { ...who, at: now }] : others;
      return {
        ...state,
        typing:
          typing.length === 0
            ? state.typing.without(conversationId)
            : state.typing.with(conversationId, typing),
      };
    }
    case 'queue':
      return state;
  }
}
