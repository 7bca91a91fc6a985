import type { VisitorMessage } from '@xiaoer/contracts';
import { expect, test } from 'vitest';
import { newestOwn, type ThreadRow, threadRows, type Unsent } from './rows.ts';

let number = 0;
function message(
  kind: VisitorMessage['author']['kind'],
  at: string,
  more: Partial<VisitorMessage> & { name?: string } = {},
): VisitorMessage {
  number += 1;
  const { name = kind, ...rest } = more;
  return {
    id: `m${number}`,
    conversationId: 'c1',
    number,
    author: { kind, name },
    text: `text ${number}`,
    attachments: [],
    createdAt: at,
    ...rest,
  };
}
const unsent = (id: string, createdAt: string): Unsent => ({
  id,
  createdAt,
  state: 'waiting',
  content: { text: id, attachments: [] },
  refusal: null,
});
const shape = (rows: ThreadRow[]) =>
  rows.map((row) => (row.kind === 'group' ? `${row.author.kind}×${row.items.length}` : row.kind));

test('messages of one author stand together until a pause or another author', () => {
  const rows = threadRows(
    [
      message('customer', '2026-11-21T09:00:00.000Z'),
      message('customer', '2026-11-21T09:01:00.000Z'),
      message('agent', '2026-11-21T09:02:00.000Z', { name: '周宁' }),
      message('agent', '2026-11-21T09:02:30.000Z', { name: '李珊' }),
      message('agent', '2026-11-21T09:08:00.000Z', { name: '李珊' }),
    ],
    [],
  );
  expect(shape(rows)).toEqual(['day', 'customer×2', 'agent×1', 'agent×1', 'agent×1']);
});

test('days and earlier visits are marked, system lines stand alone', () => {
  const rows = threadRows(
    [
      message('customer', '2026-11-10T04:00:00.000Z', { conversationId: 'c0' }),
      message('customer', '2026-11-21T04:00:00.000Z'),
      message('system', '2026-11-21T04:00:10.000Z'),
      message('customer', '2026-11-21T04:00:20.000Z'),
    ],
    [],
  );
  expect(shape(rows)).toEqual(['day', 'customer×1', 'visit', 'day', 'customer×1', 'system', 'customer×1']);
});

test('unsent messages join the shopper’s own group and keep their state', () => {
  const rows = threadRows(
    [message('customer', '2026-11-21T09:00:00.000Z', { name: '林晓' })],
    [
      unsent('u1', '2026-11-21T09:00:05.000Z'),
      { ...unsent('u2', '2026-11-21T09:00:06.000Z'), state: 'failed', refusal: { code: 'server.busy' } },
    ],
  );
  expect(shape(rows)).toEqual(['day', 'customer×3']);
  const group = rows[1];
  expect(
    group?.kind === 'group' && group.items.map((item) => [item.state, item.number === null, item.refusal]),
  ).toEqual([
    ['sent', false, null],
    ['waiting', true, null],
    ['failed', true, 'server.busy'],
  ]);
});

test('the delivery mark belongs to the newest own message', () => {
  const own = message('customer', '2026-11-21T09:00:00.000Z');
  expect(newestOwn([own, message('agent', '2026-11-21T09:01:00.000Z')])).toBe(own);
  expect(newestOwn([])).toBeUndefined();
});
