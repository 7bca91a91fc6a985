import { z } from 'zod';
import { Empty, Instant, PageQuery, page } from '../base.ts';
import { endpoint } from '../endpoint.ts';

/** Set-aside events and failed jobs. */
export const operationsEndpoints = {
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
