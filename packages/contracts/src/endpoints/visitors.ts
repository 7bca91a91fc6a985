import { z } from 'zod';
import { Empty, PageCursor } from '../base.ts';
import * as c from '../conversations.ts';
import { endpoint } from '../endpoint.ts';
import * as visitor from '../visitor.ts';

/** Visitors (header `Authorization: Visitor TOKEN`). */
export const visitorEndpoints = {
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
    summary: 'What was said before, across visits; the newest without a place',
    query: z.object({ before: PageCursor.optional() }),
    response: z.object({
      messages: z.array(visitor.VisitorMessage),
      olderBefore: PageCursor.nullable(),
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
} as const;
