import { type Conversation, conversationAbilities } from '@xiaoer/contracts';
import i18next from 'i18next';
import { errorText } from '../api/error-text.ts';
import { formatMoment } from '../i18n/format.ts';
import { agentState, session } from '../session/agent.ts';
import { showToast } from '../ui/toast.tsx';

/** How an undo is done; null when it cannot be. */
type Undo = (() => Promise<unknown>) | null;

const say = (key: string, values?: Record<string, unknown>) => i18next.t(`inbox:${key}`, values);
export const nameOf = (userId: string | null): string =>
  userId === null ? say('nobody') : (agentState().users.get(userId)?.name ?? say('someone'));
export const teamNameOf = (teamId: string | null): string =>
  teamId === null ? say('noTeam') : (agentState().teams.get(teamId)?.name ?? say('noTeam'));

/** Says what was done and offers to take it back for 8 s; says why when it was refused. */
async function run(words: string, act: () => Promise<Conversation>, undo: (after: Conversation) => Undo) {
  try {
    const after = await act();
    const back = undo(after);
    showToast({
      tone: 'good',
      text: words,
      ...(back && { action: { label: i18next.t('common:action.undo'), run: () => void takeBack(back) } }),
    });
    return true;
  } catch (error) {
    showToast({ tone: 'bad', text: errorText(error) });
    return false;
  }
}

async function takeBack(back: () => Promise<unknown>): Promise<void> {
  try {
    await back();
    showToast({ text: i18next.t('common:toast.undone') });
  } catch (error) {
    showToast({ tone: 'bad', text: errorText(error) });
  }
}

const isAhead = (instant: string | null): instant is string =>
  instant !== null && Date.parse(instant) > Date.now();

/** Puts a conversation back to the status that it had, as far as that still makes sense. */
export function restoreStatus(before: Conversation): Undo {
  const { act } = session();
  const { id, status, snoozedUntil } = before;
  if (status === 'resolved') return () => act('resolveConversation', id);
  return async () => {
    const now = agentState().conversations.get(id)?.confirmed.status;
    if (now === 'resolved') await act('reopenConversation', id);
    else if (now === 'snoozed' && status === 'open') await act('wakeConversation', id);
    if (status === 'snoozed' && isAhead(snoozedUntil))
      await act('snoozeConversation', id, { until: snoozedUntil });
  };
}

/** Whether the viewer may still do something with the conversation as it came back. */
function mayStill(conversation: Conversation, ability: 'assign' | 'transfer'): boolean {
  const { user } = agentState().me;
  return conversationAbilities(user, conversation).includes(ability);
}

export const claim = (conversation: Conversation) =>
  run(
    say('done.claimed'),
    () => session().act('claimConversation', conversation.id),
    (after) =>
      mayStill(after, 'assign')
        ? () => session().act('assignConversation', conversation.id, { assigneeId: null })
        : null,
  );

export const assign = (conversation: Conversation, assigneeId: string | null) =>
  run(
    assigneeId === null ? say('done.unassigned') : say('done.assigned', { name: nameOf(assigneeId) }),
    () => session().act('assignConversation', conversation.id, { assigneeId }),
    (after) =>
      mayStill(after, 'assign')
        ? () => session().act('assignConversation', conversation.id, { assigneeId: conversation.assigneeId })
        : null,
  );

export type TransferTarget = { teamId: string | null; assigneeId: string | null };

export const transfer = (conversation: Conversation, target: TransferTarget, reason: string) =>
  run(
    say('done.transferred', {
      name: target.assigneeId ? nameOf(target.assigneeId) : teamNameOf(target.teamId),
    }),
    () => session().act('transferConversation', conversation.id, { ...target, reason }),
    (after) => {
      const { teamId, assigneeId } = conversation;
      // To nobody in no team there is no way back by a transfer.
      if ((teamId === null && assigneeId === null) || !mayStill(after, 'transfer')) return null;
      return () =>
        session().act('transferConversation', conversation.id, {
          teamId,
          assigneeId,
          reason: say('undoReason'),
        });
    },
  );

export const snooze = (conversation: Conversation, until: Date) =>
  run(
    say('done.snoozed', { time: formatMoment(until.toISOString()) }),
    () => session().act('snoozeConversation', conversation.id, { until: until.toISOString() }),
    () => restoreStatus(conversation),
  );

export const wake = (conversation: Conversation) =>
  run(
    say('done.woken'),
    () => session().act('wakeConversation', conversation.id),
    () => restoreStatus(conversation),
  );

export const resolve = (conversation: Conversation) =>
  run(
    say('done.resolved'),
    () => session().act('resolveConversation', conversation.id),
    () => restoreStatus(conversation),
  );

export const reopen = (conversation: Conversation) =>
  run(
    say('done.reopened'),
    () => session().act('reopenConversation', conversation.id),
    () => restoreStatus(conversation),
  );

export const tag = (conversation: Conversation, add: string[], remove: string[]) => {
  const added = add.filter((one) => !conversation.tags.includes(one));
  const removed = remove.filter((one) => conversation.tags.includes(one));
  if (added.length + removed.length === 0) return Promise.resolve(true);
  const names = [...added, ...removed].join(i18next.t('common:listJoin'));
  return run(
    say(added.length > 0 ? 'done.tagged' : 'done.untagged', { names }),
    () => session().act('tagConversation', conversation.id, { add: added, remove: removed }),
    () => () => session().act('tagConversation', conversation.id, { add: removed, remove: added }),
  );
};
