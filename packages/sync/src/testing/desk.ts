import type { AgentSnapshot, EventPayload, EventType } from '@xiaoer/contracts';
import { COLLEAGUE, id, ME } from './make.ts';

export type Emit = <T extends EventType>(type: T, subjectId: string, payload: EventPayload<T>) => void;
type Deed = { what: number; whom: number; how: number };

/** Deeds on what a snapshot holds: seats, views, colleagues, teams, canned responses. */
export function changeDesk(now: AgentSnapshot, { what, whom, how }: Deed, emit: Emit): void {
  const deeds = [changeSeat, changeView, changeDirectory, changeCanned];
  deeds[what % 4]!(now, whom, how, emit);
}

function changeSeat({ seats }: AgentSnapshot, whom: number, how: number, emit: Emit): void {
  const place = whom % seats.length;
  const seat = { ...seats[place]!, load: how % 6, version: seats[place]!.version + 1 };
  seats[place] = seat;
  emit('seat.changed', seat.userId, { seat });
}

/** Ids are never used again, so each new thing takes the next number. */
let made = 0;

function changeView({ views }: AgentSnapshot, whom: number, how: number, emit: Emit): void {
  const before = views[whom % 3];
  if (!before) {
    const view = {
      id: id('v', ++made),
      name: '过敏',
      filter: { tags: ['过敏'] },
      sort: 'newest',
      ownerId: how % 2 ? ME : COLLEAGUE,
      isShared: true,
      version: 1,
    } as const;
    views.push({ ...view, filter: { tags: [...view.filter.tags] } });
    emit('view.saved', view.id, { view: views.at(-1)! });
  } else if (how % 4 === 0) {
    views.splice(views.indexOf(before), 1);
    emit('view.deleted', before.id, { viewId: before.id });
  } else {
    const isShared = how % 4 !== 1;
    const view = { ...before, name: `视图 ${how}`, isShared, version: before.version + 1 };
    // A snapshot shows the viewer their own and the shared ones only.
    if (isShared || view.ownerId === ME) views[views.indexOf(before)] = view;
    else views.splice(views.indexOf(before), 1);
    emit('view.saved', view.id, { view });
  }
}

function changeDirectory({ users, teams, me }: AgentSnapshot, whom: number, how: number, emit: Emit): void {
  if (how % 5 === 0) {
    me.preferences = { ...me.preferences, hasSound: !me.preferences.hasSound };
    emit('user.preferences_changed', ME, { userId: ME, preferences: me.preferences });
  } else if (how % 5 === 1 && teams.length > 2) {
    const team = teams.pop()!;
    emit('team.deleted', team.id, { teamId: team.id, name: team.name });
  } else if (how % 5 === 2) {
    const team = { ...teams[0]!, id: id('t', 100 + ++made), memberIds: [], version: 1 };
    teams.push(team);
    emit('team.created', team.id, { team });
  } else if (how % 2) {
    const place = whom % users.length;
    const user = { ...users[place]!, name: `客服 ${how}`, version: users[place]!.version + 1 };
    users[place] = user;
    if (user.id === ME) me.user = user;
    emit('user.updated', user.id, { user, changed: ['name'] });
  } else {
    const place = whom % teams.length;
    const team = { ...teams[place]!, description: `${how}`, version: teams[place]!.version + 1 };
    teams[place] = team;
    emit('team.updated', team.id, { team });
  }
}

function changeCanned({ cannedResponses: all }: AgentSnapshot, whom: number, how: number, emit: Emit): void {
  const before = all[whom % 3];
  if (!before) {
    all.push({
      id: id('r', ++made),
      shortcut: 'hi',
      title: '问候',
      body: '您好',
      language: null,
      teamId: null,
      version: 1,
    });
    emit('canned_response.saved', all.at(-1)!.id, { cannedResponse: all.at(-1)! });
  } else if (how % 3 === 0) {
    all.splice(all.indexOf(before), 1);
    emit('canned_response.deleted', before.id, { cannedResponseId: before.id });
  } else {
    const cannedResponse = { ...before, body: `您好 ${how}`, version: before.version + 1 };
    all[all.indexOf(before)] = cannedResponse;
    emit('canned_response.saved', cannedResponse.id, { cannedResponse });
  }
}
