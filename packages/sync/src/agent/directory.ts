import {
  type CannedResponse,
  type Me,
  ROLE_PERMISSIONS,
  type SavedView,
  type Seat,
  type Team,
  type User,
} from '@xiaoer/contracts';
import type { ChunkedMap } from '../chunked-map.ts';
import { withoutUnseeable } from './conversations.ts';
import type { AgentState } from './state.ts';

type Versioned = { id: string; version: number };
type Kept = 'users' | 'teams' | 'views' | 'cannedResponses';

/** Whether `given` says more than what is held, or than what is known to be gone. */
const isNews = (state: AgentState, held: { version: number } | undefined, given: Versioned): boolean =>
  given.version > (held?.version ?? -1) && given.version >= (state.gone.get(given.id) ?? -1);

function put<T extends Versioned>(state: AgentState, kept: Kept, given: T): AgentState {
  const map = state[kept] as unknown as ChunkedMap<T>;
  if (!isNews(state, map.get(given.id), given)) return state;
  return { ...state, [kept]: map.with(given.id, given) };
}

/** Removes a deleted thing for good: ids are never used again. */
export function removeForGood(state: AgentState, kept: Kept, id: string): AgentState {
  if (state.gone.get(id) === Number.POSITIVE_INFINITY) return state;
  return {
    ...state,
    gone: state.gone.with(id, Number.POSITIVE_INFINITY),
    [kept]: (state[kept] as ChunkedMap<unknown>).without(id),
    // A view's list goes with it; nothing else has a list by its id.
    windows: state.windows.without(id),
  };
}

/** A colleague. When it is the viewer, rights and what may be seen follow at once. */
export function putUser(state: AgentState, user: User): AgentState {
  const next = put(state, 'users', user);
  if (user.id !== state.me.user.id || user.version <= state.me.user.version) return next;
  return putOwnUser(next, user);
}

function putOwnUser(state: AgentState, user: User): AgentState {
  const permissions =
    user.role === state.me.user.role ? state.me.permissions : [...ROLE_PERMISSIONS[user.role]];
  return afterOwnRights({ ...state, me: { ...state.me, user, permissions } }, state.me.user);
}

/** Own record as the server answered it. */
export function applyMe(state: AgentState, me: Me): AgentState {
  const next = put(state, 'users', me.user);
  const user = me.user.version >= state.me.user.version ? me.user : state.me.user;
  const permissions = user === me.user ? me.permissions : state.me.permissions;
  return afterOwnRights({ ...next, me: { user, permissions, preferences: me.preferences } }, state.me.user);
}

/** Removes what may no longer be seen, and has lists loaded again that may now show more. */
function afterOwnRights(state: AgentState, before: User): AgentState {
  const { user } = state.me;
  const isSame =
    before.role === user.role &&
    before.teamIds.length === user.teamIds.length &&
    before.teamIds.every((id) => user.teamIds.includes(id));
  if (isSame) return state;
  let next = withoutUnseeable(state);
  for (const [key, window] of state.windows)
    next = { ...next, windows: next.windows.with(key, { ...window, epoch: -1 }) };
  return next;
}

export const putTeam = (state: AgentState, team: Team): AgentState => put(state, 'teams', team);

export const putCannedResponse = (state: AgentState, cannedResponse: CannedResponse): AgentState =>
  put(state, 'cannedResponses', cannedResponse);

/** A saved view; another's that is no longer shared goes. */
export function putView(state: AgentState, view: SavedView): AgentState {
  const next = put(state, 'views', view);
  if (next === state || view.isShared || view.ownerId === state.me.user.id) return next;
  return {
    ...next,
    windows: next.windows.without(view.id),
    views: next.views.without(view.id),
    gone: next.gone.with(view.id, view.version + 1),
  };
}

export function putSeat(state: AgentState, seat: Seat): AgentState {
  const held = state.seats.get(seat.userId);
  if (held && held.version >= seat.version) return state;
  return { ...state, seats: state.seats.with(seat.userId, seat) };
}
