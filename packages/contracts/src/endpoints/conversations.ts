import { z } from 'zod';
import { ById, Empty } from '../base.ts';
import * as c from '../conversations.ts';
import { endpoint } from '../endpoint.ts';
import { Seat, SetPresence } from '../routing.ts';
import * as v from '../views.ts';

const conversation = (path: string, summary: string) =>
  ({ method: 'POST', path: `/conversations/:id/${path}`, audience: 'agent', summary, params: ById }) as const;

/** Conversations. */
export const conversationEndpoints = {
  readConversation: endpoint({
    method: 'GET',
    path: '/conversations/:id',
    audience: 'agent',
    summary: 'A conversation with its newest messages',
    params: ById,
    response: c.ConversationDetail,
  }),
  listMessages: endpoint({
    method: 'GET',
    path: '/conversations/:id/messages',
    audience: 'agent',
    summary: 'Older messages, oldest first within the page',
    params: ById,
    query: z.object({
      before: z.coerce.number().int().min(1),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({ messages: z.array(c.Message), olderBefore: z.number().int().nullable() }),
  }),
  sendReply: endpoint({
    ...conversation('replies', 'Answer the customer'),
    body: c.SendReply,
    response: z.object({ message: c.Message, conversation: c.Conversation }),
  }),
  addNote: endpoint({
    ...conversation('notes', 'Add an internal note'),
    body: c.AddNote,
    response: z.object({ message: c.Message, conversation: c.Conversation }),
  }),
  claimConversation: endpoint({
    ...conversation('claim', 'Take an unassigned conversation'),
    response: c.Conversation,
  }),
  assignConversation: endpoint({
    ...conversation('assign', 'Give to a colleague, or to nobody'),
    body: c.AssignConversation,
    response: c.Conversation,
  }),
  transferConversation: endpoint({
    ...conversation('transfer', 'Hand over to a team or colleague, with the reason'),
    body: c.TransferConversation,
    response: c.Conversation,
  }),
  snoozeConversation: endpoint({
    ...conversation('snooze', 'Put aside until a time or the next customer message'),
    body: c.SnoozeConversation,
    response: c.Conversation,
  }),
  wakeConversation: endpoint({ ...conversation('wake', 'End a snooze'), response: c.Conversation }),
  resolveConversation: endpoint({ ...conversation('resolve', 'Resolve'), response: c.Conversation }),
  reopenConversation: endpoint({ ...conversation('reopen', 'Reopen'), response: c.Conversation }),
  tagConversation: endpoint({
    ...conversation('tags', 'Add and remove tags'),
    body: c.TagConversation,
    response: c.Conversation,
  }),
  markConversationRead: endpoint({
    ...conversation('read', 'Move own read mark'),
    body: c.MarkRead,
    response: c.ConversationRow,
  }),
  saveDraft: endpoint({
    method: 'PUT',
    path: '/conversations/:id/draft',
    audience: 'agent',
    summary: 'Keep an unfinished answer; empty text removes it',
    params: ById,
    body: c.SaveDraft,
    response: Empty,
  }),
  bulkConversations: endpoint({
    method: 'POST',
    path: '/conversations/bulk',
    audience: 'agent',
    summary: 'One action on many conversations',
    body: c.BulkAction,
    response: c.BulkResult,
  }),
  setPresence: endpoint({
    method: 'PUT',
    path: '/me/presence',
    audience: 'agent',
    summary: 'Online, busy or offline',
    body: SetPresence,
    response: Seat,
  }),
  createView: endpoint({
    method: 'POST',
    path: '/views',
    audience: 'agent',
    summary: 'Save a view',
    body: v.SaveView,
    response: v.SavedView,
  }),
  updateView: endpoint({
    method: 'PUT',
    path: '/views/:id',
    audience: 'agent',
    summary: 'Change a view',
    params: ById,
    body: v.SaveView,
    response: v.SavedView,
  }),
  deleteView: endpoint({
    method: 'DELETE',
    path: '/views/:id',
    audience: 'agent',
    summary: 'Delete a view',
    params: ById,
    response: Empty,
  }),
} as const;
