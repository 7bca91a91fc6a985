import { z } from 'zod';
import { ById, Id, PageQuery, page, Text } from '../base.ts';
import * as c from '../conversations.ts';
import { endpoint } from '../endpoint.ts';
import { AgentSnapshot } from '../gateway.ts';
import * as v from '../views.ts';

/** Lists and search (workbench). */
export const workbenchEndpoints = {
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
    summary: 'Rows of a standard view (`view`) or of a saved one (`viewId`), in its order or another',
    query: PageQuery.extend({
      view: v.StandardViewId.optional(),
      viewId: Id.optional(),
      sort: v.ViewSort.optional(),
    }),
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
} as const;
