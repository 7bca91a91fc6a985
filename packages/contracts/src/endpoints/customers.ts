import { z } from 'zod';
import { ById, Instant, PageQuery, page, Text } from '../base.ts';
import * as c from '../conversations.ts';
import { Customer, CustomerMerge, CustomerSummary, MergeCustomer, UpdateCustomer } from '../customers.ts';
import { endpoint } from '../endpoint.ts';

/** Customers. */
export const customerEndpoints = {
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
} as const;
