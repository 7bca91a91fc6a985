import type { Message } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { groupTimeline } from './grouping.ts';

const at = (minute: number, day = 15) => new Date(2026, 0, day, 9, minute).toISOString();

let number = 0;
function message(part: Partial<Message> & { createdAt: string }): Message {
  number++;
  return {
    id: `m${number}`,
    conversationId: 'c',
    number,
    kind: 'reply',
    author: { kind: 'customer', id: 'k', name: '林晓' },
    text: 'x',
    attachments: [],
    mentionIds: [],
    replyToId: null,
    event: null,
    ...part,
  };
}
const agent = { kind: 'agent' as const, id: 'a', name: '周宁' };
const event = { kind: 'event' as const, event: { type: 'resolved' as const } };
const shape = (messages: Message[]) =>
  groupTimeline(messages).map((item) =>
    item.type === 'day' ? 'day' : `${item.type}:${item.messages.length}`,
  );

describe('groupTimeline', () => {
  it('puts words of one author together while little time passes', () => {
    expect(
      shape([message({ createdAt: at(0) }), message({ createdAt: at(2) }), message({ createdAt: at(9) })]),
    ).toEqual(['day', 'group:2', 'group:1']);
  });
  it('separates authors, and notes from replies', () => {
    expect(
      shape([
        message({ createdAt: at(0) }),
        message({ createdAt: at(0), author: agent }),
        message({ createdAt: at(0), author: agent, kind: 'note' }),
        message({ createdAt: at(0), author: agent, kind: 'note' }),
      ]),
    ).toEqual(['day', 'group:1', 'group:1', 'group:2']);
  });
  it('puts runs of events together whoever did them', () => {
    expect(
      shape([
        message({ createdAt: at(0), ...event }),
        message({ createdAt: at(8), ...event, author: agent }),
        message({ createdAt: at(9) }),
      ]),
    ).toEqual(['day', 'events:2', 'group:1']);
  });
  it('begins each day anew', () => {
    const late = new Date(2026, 0, 15, 23, 59).toISOString();
    const early = new Date(2026, 0, 16, 0, 1).toISOString();
    expect(shape([message({ createdAt: late }), message({ createdAt: early })])).toEqual([
      'day',
      'group:1',
      'day',
      'group:1',
    ]);
  });
  it('says nothing of nothing', () => {
    expect(groupTimeline([])).toEqual([]);
  });
});
