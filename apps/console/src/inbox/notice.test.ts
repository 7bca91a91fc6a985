import type { LogEvent } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { noticeOf } from './notice.ts';

const ME = 'me';
const base = { seq: 1, version: 1, subjectId: 'c', at: '2026-01-15T09:00:00.000Z' };

/** Events carry much that the rule does not read; only what it reads is given. */
function added(part: {
  kind: string;
  by: string;
  byId?: string;
  mentionIds?: string[];
  assigneeId?: string;
}) {
  return {
    ...base,
    type: 'message.added',
    actor: { kind: 'user', id: part.byId ?? null },
    payload: {
      conversation: { id: 'c', assigneeId: part.assigneeId ?? null, customer: { name: '林晓' } },
      message: {
        kind: part.kind,
        author: { kind: part.by, id: part.byId ?? null, name: '林晓' },
        text: '在吗',
        mentionIds: part.mentionIds ?? [],
      },
    },
  } as unknown as LogEvent;
}
function assigned(assigneeId: string, previousAssigneeId: string | null, actorId: string | null) {
  return {
    ...base,
    type: 'conversation.assigned',
    actor: { kind: actorId ? 'user' : 'system', id: actorId },
    payload: {
      conversation: { id: 'c', assigneeId, customer: { name: '林晓' }, lastReply: { text: '你好' } },
      previousAssigneeId,
    },
  } as unknown as LogEvent;
}

describe('noticeOf', () => {
  it('tells of a message of an own customer, and of nobody else’s', () => {
    expect(noticeOf(added({ kind: 'reply', by: 'customer', assigneeId: ME }), ME)?.kind).toBe('message');
    expect(noticeOf(added({ kind: 'reply', by: 'customer', assigneeId: 'other' }), ME)).toBeNull();
    expect(noticeOf(added({ kind: 'reply', by: 'agent', byId: 'x', assigneeId: ME }), ME)).toBeNull();
  });
  it('tells of a mention, but not of one’s own', () => {
    expect(noticeOf(added({ kind: 'note', by: 'agent', byId: 'x', mentionIds: [ME] }), ME)?.kind).toBe(
      'mention',
    );
    expect(noticeOf(added({ kind: 'note', by: 'agent', byId: ME, mentionIds: [ME] }), ME)).toBeNull();
    expect(noticeOf(added({ kind: 'note', by: 'agent', byId: 'x' }), ME)).toBeNull();
  });
  it('tells of what became mine without my doing', () => {
    expect(noticeOf(assigned(ME, null, null), ME)).toMatchObject({ kind: 'assigned', name: '林晓' });
    expect(noticeOf(assigned(ME, null, ME), ME)).toBeNull();
    expect(noticeOf(assigned('other', ME, 'x'), ME)).toBeNull();
  });
});
