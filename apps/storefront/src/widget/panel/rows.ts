import type { FileRef, VisitorMessage } from '@xiaoer/contracts';
import { isSameDay } from '../text/days.ts';

/** The part of a message in the outbox that the thread shows. */
export type Unsent = {
  id: string;
  createdAt: string;
  state: 'waiting' | 'sending' | 'failed';
  content: { text: string; attachments: readonly FileRef[] };
  refusal: { code: string } | null;
};

export type ThreadItem = {
  id: string;
  text: string;
  attachments: readonly FileRef[];
  at: Date;
  /** Null until the server has it. */
  number: number | null;
  state: 'sent' | Unsent['state'];
  refusal: string | null;
};

type Author = VisitorMessage['author'];

export type ThreadRow =
  | { kind: 'day'; key: string; at: Date }
  | { kind: 'visit'; key: string }
  | { kind: 'system'; key: string; text: string; at: Date }
  | { kind: 'group'; key: string; author: Author; items: ThreadItem[] };

/** Longer pauses begin a new group, so that a clock stands beside it. */
const GROUP_PAUSE_MS = 5 * 60_000;

/** Lays a conversation out: days, earlier visits, system lines, and runs of messages of one author. */
export function threadRows(messages: readonly VisitorMessage[], unsent: readonly Unsent[]): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let last: { at: Date; conversationId: string | null } | null = null;
  const open = (at: Date, id: string, conversationId: string | null) => {
    if (last && conversationId && last.conversationId && last.conversationId !== conversationId) {
      rows.push({ kind: 'visit', key: `visit-${id}` });
    }
    if (!last || !isSameDay(last.at, at)) rows.push({ kind: 'day', key: `day-${id}`, at });
    const row = rows.at(-1);
    const isPause = last !== null && at.getTime() - last.at.getTime() > GROUP_PAUSE_MS;
    last = { at, conversationId: conversationId ?? last?.conversationId ?? null };
    return row?.kind === 'group' && !isPause ? row : null;
  };
  const put = (author: Author, item: ThreadItem, conversationId: string | null) => {
    const group = open(item.at, item.id, conversationId);
    if (group && isSameAuthor(group.author, author)) group.items.push(item);
    else rows.push({ kind: 'group', key: `group-${item.id}`, author, items: [item] });
  };

  for (const message of messages) {
    const at = new Date(message.createdAt);
    const { id, text, attachments, number, author, conversationId } = message;
    if (author.kind === 'system') {
      open(at, id, conversationId);
      rows.push({ kind: 'system', key: id, text, at });
    } else put(author, { id, text, attachments, at, number, state: 'sent', refusal: null }, conversationId);
  }
  for (const { id, createdAt, state, content, refusal } of unsent) {
    const at = new Date(createdAt);
    const item = { id, ...content, at, number: null, state, refusal: refusal?.code ?? null };
    put({ kind: 'customer', name: '' }, item, null);
  }
  return rows;
}

/** A shopper's stored messages carry their name and unsent ones do not: they are one author all the same. */
function isSameAuthor(one: Author, other: Author): boolean {
  return one.kind === other.kind && (one.kind === 'customer' || one.name === other.name);
}

/** Under which own message the delivery mark stands: the newest that the server has. */
export function newestOwn(messages: readonly VisitorMessage[]): VisitorMessage | undefined {
  return messages.findLast((message) => message.author.kind === 'customer');
}
