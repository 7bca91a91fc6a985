import { ById, Empty, PageQuery, page } from '../base.ts';
import { CannedResponse, SaveCannedResponse } from '../canned-responses.ts';
import { endpoint } from '../endpoint.ts';

/** Canned responses. */
export const cannedResponseEndpoints = {
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
} as const;
