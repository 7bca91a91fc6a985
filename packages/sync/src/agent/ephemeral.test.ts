import type { LogEvent } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { at, COLLEAGUE, ME, makeConversation, makeMessage, makeSnapshot } from '../testing/make.ts';
import { forgetEphemeral, reduceAgent, reduceEphemeral } from './reduce.ts';
import { selectTyping, selectViewers } from './select.ts';
import { fromSnapshot } from './snapshot.ts';

const conversation = makeConversation(1);
const begin = () => fromSnapshot(makeSnapshot({ cursor: 100 }));

describe('reduceEphemeral', () => {
  const typing = (isTyping: boolean, name = '林晓') =>
    ({
      t: 'typing',
      conversationId: conversation.id,
      who: { kind: 'customer', id: null, name },
      isTyping,
    }) as const;

  it('shows who types until they stop, fall silent, or have said it', () => {
    const started = reduceEphemeral(begin(), typing(true), 1_000);
    expect(selectTyping(started, conversation.id, 2_000).map((t) => t.name)).toEqual(['林晓']);
    expect(selectTyping(started, conversation.id, 9_000)).toEqual([]);
    expect(selectTyping(reduceEphemeral(started, typing(false), 2_000), conversation.id, 2_000)).toEqual([]);
    const said: LogEvent = {
      seq: 101,
      type: 'message.added',
      version: 1,
      actor: { kind: 'customer', id: null },
      subjectId: conversation.id,
      payload: { conversation, message: makeMessage(conversation, 1) },
      at: at(1),
    };
    expect(selectTyping(reduceAgent(started, said), conversation.id, 2_000)).toEqual([]);
  });

  it('shows others who have it open, and counts as they come', () => {
    const frame = { t: 'viewers', conversationId: conversation.id, userIds: [ME, COLLEAGUE] } as const;
    const seen = reduceEphemeral(begin(), { ...frame, userIds: [...frame.userIds] }, 0);
    expect(selectViewers(seen, conversation.id)).toEqual([COLLEAGUE]);
    expect(selectViewers(forgetEphemeral(seen), conversation.id)).toEqual([]);
    const counts = { ...seen.counts, unassigned: 7 };
    expect(reduceEphemeral(seen, { t: 'counts', counts }, 0).counts.unassigned).toBe(7);
  });
});
