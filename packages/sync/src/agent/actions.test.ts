import { CONVERSATION_TRANSITIONS } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { at, COLLEAGUE, ME, makeConversation, OTHER_TEAM, OUR_TEAM } from '../testing/make.ts';
import { foresee } from './actions.ts';

const conversation = makeConversation(1, { tags: ['物流', '过敏'], assigneeId: COLLEAGUE });

describe('foresee', () => {
  it('moves the status as the table of transitions says', () => {
    const until = at(900);
    expect(foresee('snoozeConversation', conversation, ME, { until })).toEqual({
      status: CONVERSATION_TRANSITIONS.snooze.to,
      snoozedUntil: until,
    });
    for (const [name, move] of [
      ['wakeConversation', 'wake'],
      ['resolveConversation', 'resolve'],
      ['reopenConversation', 'reopen'],
    ] as const)
      expect(foresee(name, conversation, ME, undefined)).toMatchObject({
        status: CONVERSATION_TRANSITIONS[move].to,
        snoozedUntil: null,
      });
  });

  it('gives to whom it is given', () => {
    expect(foresee('claimConversation', conversation, ME, undefined)).toEqual({ assigneeId: ME });
    expect(foresee('assignConversation', conversation, ME, { assigneeId: null })).toEqual({
      assigneeId: null,
    });
    const reason = '专业问题';
    expect(
      foresee('transferConversation', conversation, ME, { teamId: OTHER_TEAM, assigneeId: null, reason }),
    ).toEqual({ teamId: OTHER_TEAM, assigneeId: null });
    expect(
      foresee('transferConversation', conversation, ME, { teamId: null, assigneeId: ME, reason }),
    ).toEqual({ teamId: OUR_TEAM, assigneeId: ME });
  });

  it('adds and removes tags, each once', () => {
    const patch = foresee('tagConversation', conversation, ME, { add: ['退款', '物流'], remove: ['过敏'] });
    expect(patch).toEqual({ tags: ['物流', '退款'] });
  });
});
