import { z } from 'zod';
import { Empty, Id, Instant, PageQuery, page, Text } from './base.ts';
import { CannedResponse, SaveCannedResponse } from './canned-responses.ts';
import { ChannelSecret, SaveWebChannel, WebChannel } from './channels.ts';
import * as c from './conversations.ts';
import { Customer, CustomerMerge, CustomerSummary, MergeCustomer, UpdateCustomer } from './customers.ts';
import { endpoint } from './endpoint.ts';
import { FileRef } from './files.ts';
import { AgentSnapshot } from './gateway.ts';
import * as i from './identity.ts';
import { Seat, SetPresence } from './routing.ts';
import * as v from './views.ts';
import * as visitor from './visitor.ts';

const ById = z.object({ id: Id });
const conversation = (path: string, summary: string) =>
  ({ method: 'POST', path: `/conversations/:id/${path}`, audience: 'agent', summary, params: ById }) as const;

/** Every endpoint of the open API, by operation name. Paths are below /api. */
export const ENDPOINTS = {
  // Identity (sessions, passwords and two-factor are at /api/auth, served by better-auth)
  setUpOwner: endpoint({
    method: 'POST',
    path: '/set-up',
    audience: 'public',
    summary: 'Create the first owner by the one-time link',
    body: i.SetUpOwner,
    response: Empty,
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/invitations/accept',
    audience: 'public',
    summary: 'Join by an invitation',
    body: i.AcceptInvitation,
    response: Empty,
  }),
  readMe: endpoint({
    method: 'GET',
    path: '/me',
    audience: 'agent',
    summary: 'The signed-in colleague',
    response: i.Me,
  }),
  updateMe: endpoint({
    method: 'PATCH',
    path: '/me',
    audience: 'agent',
    summary: 'Change own name or preferences',
    body: i.UpdateMe,
    response: i.Me,
  }),
  listUsers: endpoint({
    method: 'GET',
    path: '/users',
    audience: 'agent',
    summary: 'Colleagues',
    query: PageQuery,
    response: page(i.User),
  }),
  updateUser: endpoint({
    method: 'PATCH',
    path: '/users/:id',
    audience: 'agent',
    summary: 'Change a colleague',
    params: ById,
    body: i.UpdateUser,
    response: i.User,
  }),
  resetUserPassword: endpoint({
    method: 'POST',
    path: '/users/:id/password-reset',
    audience: 'agent',
    summary: 'Let a colleague choose a new password; the link is null if it was mailed to them',
    params: ById,
    response: z.object({ link: z.string().nullable() }),
  }),
  removeUserTwoFactor: endpoint({
    method: 'DELETE',
    path: '/users/:id/two-factor',
    audience: 'agent',
    summary: 'Take the second factor from a colleague who has lost it',
    params: ById,
    response: i.User,
  }),
  listInvitations: endpoint({
    method: 'GET',
    path: '/invitations',
    audience: 'agent',
    summary: 'Open invitations',
    query: PageQuery,
    response: page(i.Invitation),
  }),
  inviteUser: endpoint({
    method: 'POST',
    path: '/invitations',
    audience: 'agent',
    summary: 'Invite a colleague; the link is shown once',
    body: i.InviteUser,
    response: z.object({ invitation: i.Invitation, link: z.string() }),
  }),
  revokeInvitation: endpoint({
    method: 'DELETE',
    path: '/invitations/:id',
    audience: 'agent',
    summary: 'Take an invitation back',
    params: ById,
    response: Empty,
  }),
  listTeams: endpoint({
    method: 'GET',
    path: '/teams',
    audience: 'agent',
    summary: 'Teams',
    query: PageQuery,
    response: page(i.Team),
  }),
  createTeam: endpoint({
    method: 'POST',
    path: '/teams',
    audience: 'agent',
    summary: 'Create a team',
    body: i.SaveTeam,
    response: i.Team,
  }),
  updateTeam: endpoint({
    method: 'PUT',
    path: '/teams/:id',
    audience: 'agent',
    summary: 'Change a team',
    params: ById,
    body: i.SaveTeam,
    response: i.Team,
  }),
  deleteTeam: endpoint({
    method: 'DELETE',
    path: '/teams/:id',
    audience: 'agent',
    summary: 'Delete a team without open conversations',
    params: ById,
    response: Empty,
  }),
  listAudit: endpoint({
    method: 'GET',
    path: '/audit',
    audience: 'agent',
    summary: 'The event log, newest first',
    query: PageQuery.extend({
      actorId: Id.optional(),
      type: Text(60).optional(),
      subjectId: Id.optional(),
      from: Instant.optional(),
      to: Instant.optional(),
    }),
    response: page(i.AuditEntry),
  }),

  // Customers
  listCustomers: endpoint({
    method: 'GET',
    path: '/customers',
    audience: 'agent',
    summary: 'Customers, last seen first; `search` finds by name, e-mail, phone',
    query: PageQuery.extend({ search: Text(200).optional() }),
    response: page(
      CustomerSummary.extend({
        email: z.string().nullable(),
        phone: z.string().nullable(),
        tags: z.array(z.string()),
        lastSeenAt: Instant,
      }),
    ),
  }),
  readCustomer: endpoint({
    method: 'GET',
    path: '/customers/:id',
    audience: 'agent',
    summary: 'A customer',
    params: ById,
    response: Customer,
  }),
  updateCustomer: endpoint({
    method: 'PATCH',
    path: '/customers/:id',
    audience: 'agent',
    summary: 'Change a customer',
    params: ById,
    body: UpdateCustomer,
    response: Customer,
  }),
  mergeCustomer: endpoint({
    method: 'POST',
    path: '/customers/:id/merge',
    audience: 'agent',
    summary: 'Fold another customer into this one',
    params: ById,
    body: MergeCustomer,
    response: z.object({ customer: Customer, merge: CustomerMerge }),
  }),
  undoMerge: endpoint({
    method: 'POST',
    path: '/customer-merges/:id/undo',
    audience: 'agent',
    summary: 'Undo a merge',
    params: ById,
    response: z.object({ survivor: Customer, restored: Customer }),
  }),
  listCustomerConversations: endpoint({
    method: 'GET',
    path: '/customers/:id/conversations',
    audience: 'agent',
    summary: 'Past and present conversations of a customer',
    params: ById,
    query: PageQuery,
    response: page(c.ConversationRow),
  }),

  // Canned responses
  listCannedResponses: endpoint({
    method: 'GET',
    path: '/canned-responses',
    audience: 'agent',
    summary: 'Approved wording',
    query: PageQuery,
    response: page(CannedResponse),
  }),
  createCannedResponse: endpoint({
    method: 'POST',
    path: '/canned-responses',
    audience: 'agent',
    summary: 'Add a canned response',
    body: SaveCannedResponse,
    response: CannedResponse,
  }),
  updateCannedResponse: endpoint({
    method: 'PUT',
    path: '/canned-responses/:id',
    audience: 'agent',
    summary: 'Change a canned response',
    params: ById,
    body: SaveCannedResponse,
    response: CannedResponse,
  }),
  deleteCannedResponse: endpoint({
    method: 'DELETE',
    path: '/canned-responses/:id',
    audience: 'agent',
    summary: 'Delete a canned response',
    params: ById,
    response: Empty,
  }),

  // Conversations
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

  // Lists and search (workbench)
  register: endpoint({
    method: 'POST',
    path: '/register',
    audience: 'agent',
    summary: 'Snapshot and cursor of the stream',
    response: AgentSnapshot,
  }),
  listConversations: endpoint({
    method: 'GET',
    path: '/conversations',
    audience: 'agent',
    summary: 'Rows of a standard view (`view`) or of a saved one (`viewId`)',
    query: PageQuery.extend({ view: v.StandardViewId.optional(), viewId: Id.optional() }),
    response: page(c.ConversationRow),
  }),
  countView: endpoint({
    method: 'GET',
    path: '/views/:id/count',
    audience: 'agent',
    summary: 'Rows of a saved view, counted to 100 at most',
    params: ById,
    response: z.object({ count: z.number().int(), isCapped: z.boolean() }),
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    audience: 'agent',
    summary: 'Full-text search in messages and customers',
    query: z.object({
      q: Text(200).min(1),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: v.SearchResult,
  }),

  // Files (upload is multipart, one part named `file`)
  uploadFile: endpoint({
    method: 'POST',
    path: '/files',
    audience: 'agent',
    summary: 'Upload a file (multipart/form-data, part `file`)',
    response: FileRef,
  }),
  visitorUploadFile: endpoint({
    method: 'POST',
    path: '/visitor/files',
    audience: 'visitor',
    summary: 'Upload a file (multipart/form-data, part `file`)',
    response: FileRef,
  }),

  // Channels
  listChannels: endpoint({
    method: 'GET',
    path: '/channels',
    audience: 'agent',
    summary: 'Web channels',
    query: PageQuery,
    response: page(WebChannel),
  }),
  updateChannel: endpoint({
    method: 'PUT',
    path: '/channels/:id',
    audience: 'agent',
    summary: 'Change a web channel',
    params: ById,
    body: SaveWebChannel,
    response: WebChannel,
  }),
  rotateChannelSecret: endpoint({
    method: 'POST',
    path: '/channels/:id/secret',
    audience: 'agent',
    summary: 'Make a new signing secret; the last one stays valid for a day',
    params: ById,
    response: ChannelSecret,
  }),

  // Visitors (header `Authorization: Visitor TOKEN`)
  visitorRegister: endpoint({
    method: 'POST',
    path: '/visitor/register',
    audience: 'public',
    summary: 'Snapshot, token and cursor for a widget',
    body: visitor.VisitorRegister,
    response: visitor.VisitorSnapshot,
  }),
  visitorSend: endpoint({
    method: 'POST',
    path: '/visitor/messages',
    audience: 'visitor',
    summary: 'Send a message; opens or reopens the conversation',
    body: visitor.VisitorSend,
    response: visitor.VisitorSent,
  }),
  visitorListMessages: endpoint({
    method: 'GET',
    path: '/visitor/messages',
    audience: 'visitor',
    summary: 'Older messages',
    query: z.object({ before: z.coerce.number().int().min(1) }),
    response: z.object({
      messages: z.array(visitor.VisitorMessage),
      olderBefore: z.number().int().nullable(),
    }),
  }),
  visitorRead: endpoint({
    method: 'POST',
    path: '/visitor/read',
    audience: 'visitor',
    summary: 'Move the read mark',
    body: c.MarkRead,
    response: Empty,
  }),
  visitorContact: endpoint({
    method: 'POST',
    path: '/visitor/contact',
    audience: 'visitor',
    summary: 'Leave an e-mail address',
    body: visitor.VisitorContact,
    response: Empty,
  }),

  // Set-aside events and failed jobs
  listSetAside: endpoint({
    method: 'GET',
    path: '/log/set-aside',
    audience: 'agent',
    summary: 'Events that a subscriber could not handle',
    query: PageQuery,
    response: page(
      z.object({
        id: z.number().int(),
        subscriber: z.string(),
        seq: z.number().int(),
        type: z.string(),
        error: z.string(),
        at: Instant,
      }),
    ),
  }),
  retrySetAside: endpoint({
    method: 'POST',
    path: '/log/set-aside/:id/retry',
    audience: 'agent',
    summary: 'Hand a set-aside event to its subscriber again',
    params: z.object({ id: z.coerce.number().int() }),
    response: Empty,
  }),
} as const;

export type EndpointName = keyof typeof ENDPOINTS;
