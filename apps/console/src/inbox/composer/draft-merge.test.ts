import { describe, expect, it } from 'vitest';
import { newerDraft } from './draft-merge.ts';

const local = { mode: 'reply' as const, reply: '本地', note: '备注', savedAt: '2026-01-15T09:00:00.000Z' };
const server = {
  conversationId: 'c',
  mode: 'note' as const,
  text: '服务器',
  savedAt: '2026-01-15T10:00:00.000Z',
};

describe('newerDraft', () => {
  it('takes what was written last, and keeps the other mode', () => {
    expect(newerDraft(local, server)).toEqual({
      ...local,
      mode: 'note',
      note: '服务器',
      savedAt: server.savedAt,
    });
    expect(newerDraft({ ...local, savedAt: server.savedAt }, server).note).toBe('备注');
  });
  it('does not bring back what was sent here', () => {
    const sent = { ...local, reply: '', note: '', savedAt: '2026-01-15T11:00:00.000Z' };
    expect(newerDraft(sent, server)).toBe(sent);
  });
  it('starts empty', () => {
    expect(newerDraft(null, null)).toMatchObject({ mode: 'reply', reply: '', note: '' });
  });
});
