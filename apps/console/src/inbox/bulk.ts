import type { Conversation } from '@xiaoer/contracts';
import { ApiError, applyResult, type CallInput } from '@xiaoer/sync';
import i18next from 'i18next';
import { errorText } from '../api/error-text.ts';
import { agentState, session } from '../session/agent.ts';
import { showToast } from '../ui/toast.tsx';
import { restoreStatus } from './actions.ts';

export type BulkChange = CallInput<'bulkConversations'>['body']['action'];

/** Conversations that one request may name. */
const AT_ONCE = 100;

type Outcome = { done: Conversation[]; refused: { conversationId: string; code: string }[] };

async function send(ids: readonly string[], action: BulkChange): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const part = await session().client.call('bulkConversations', {
      body: { conversationIds: ids.slice(at, at + AT_ONCE), action },
    });
    session().change((state) => part.done.reduce(applyResult, state));
    outcome.done.push(...part.done);
    outcome.refused.push(...part.refused);
  }
  return outcome;
}

/** Takes one conversation back to where it was before a bulk action. */
async function restore(before: Conversation, action: BulkChange): Promise<void> {
  const { act } = session();
  switch (action.type) {
    case 'resolve':
    case 'reopen':
    case 'snooze':
      await restoreStatus(before)?.();
      return;
    case 'assign':
      await act('assignConversation', before.id, { assigneeId: before.assigneeId });
      return;
    case 'tag': {
      const added = action.add.filter((tag) => !before.tags.includes(tag));
      const removed = action.remove.filter((tag) => before.tags.includes(tag));
      if (added.length + removed.length > 0)
        await act('tagConversation', before.id, { add: removed, remove: added });
      return;
    }
    case 'transfer':
      if (before.teamId === null && before.assigneeId === null) return;
      await act('transferConversation', before.id, {
        teamId: before.teamId,
        assigneeId: before.assigneeId,
        reason: i18next.t('inbox:undoReason'),
      });
  }
}

async function restoreAll(before: readonly Conversation[], action: BulkChange): Promise<void> {
  let failed = 0;
  let last: unknown;
  for (const conversation of before)
    try {
      await restore(conversation, action);
    } catch (error) {
      failed++;
      last = error;
    }
  showToast(
    failed === 0
      ? { text: i18next.t('common:toast.undone') }
      : { tone: 'bad', text: i18next.t('inbox:bulk.undoFailed', { count: failed, why: errorText(last) }) },
  );
}

/** One action on many: says how many were done and how many refused, and why; offers undo. */
export async function runBulk(ids: readonly string[], action: BulkChange): Promise<boolean> {
  const before = new Map<string, Conversation>();
  for (const id of ids) {
    const row = agentState().conversations.get(id);
    if (row) before.set(id, row.confirmed);
  }
  let outcome: Outcome;
  try {
    outcome = await send(ids, action);
  } catch (error) {
    showToast({ tone: 'bad', text: errorText(error) });
    return false;
  }
  const { done, refused } = outcome;
  const restorable = done.flatMap(({ id }) => before.get(id) ?? []);
  const words = i18next.t(`inbox:bulk.done.${action.type}`, { count: done.length });
  const why = refused[0] && errorText(new ApiError({ code: refused[0].code, status: 409 }));
  showToast({
    tone: done.length === 0 ? 'bad' : 'good',
    text: why ? `${words} ${i18next.t('inbox:bulk.refused', { count: refused.length, why })}` : words,
    ...(restorable.length > 0 && {
      action: {
        label: i18next.t('common:action.undo'),
        run: () => void restoreAll(restorable, action),
      },
    }),
  });
  return done.length > 0;
}
