import { z } from 'zod';

/**
 * Every coded error: code → HTTP status and typed parameters. Clients translate by code; the server
 * holds no interface text. Prefix = module, as in `conversations.not_found`.
 */
export const ERRORS = {
  'request.invalid': {
    status: 400,
    params: z.object({ issues: z.array(z.object({ path: z.string(), problem: z.string() })) }),
  },
  'request.malformed': { status: 400, params: z.object({}) },
  'request.too_large': { status: 413, params: z.object({ maxBytes: z.number() }) },
  'request.unsupported_type': { status: 415, params: z.object({}) },
  'request.not_found': { status: 404, params: z.object({}) },
  'request.rate_limited': { status: 429, params: z.object({ retryAfterSeconds: z.number() }) },
  'request.forbidden_origin': { status: 403, params: z.object({}) },
  'server.busy': { status: 503, params: z.object({ retryAfterSeconds: z.number() }) },
  'server.unavailable': { status: 503, params: z.object({}) },
  'server.failed': { status: 500, params: z.object({}) },

  'identity.unauthenticated': { status: 401, params: z.object({}) },
  'identity.forbidden': { status: 403, params: z.object({ permission: z.string().optional() }) },
  'identity.user_not_found': { status: 404, params: z.object({}) },
  'identity.team_not_found': { status: 404, params: z.object({}) },
  'identity.team_in_use': { status: 409, params: z.object({}) },
  'identity.email_taken': { status: 409, params: z.object({}) },
  'identity.invitation_invalid': { status: 410, params: z.object({}) },
  'identity.role_too_high': { status: 403, params: z.object({ role: z.string() }) },
  'identity.last_owner': { status: 409, params: z.object({}) },
  'identity.own_account': { status: 409, params: z.object({}) },
  'identity.weak_password': { status: 422, params: z.object({}) },
  'identity.name_taken': { status: 409, params: z.object({}) },
  'identity.set_up_done': { status: 410, params: z.object({}) },

  'customers.not_found': { status: 404, params: z.object({}) },
  'customers.merge_self': { status: 409, params: z.object({}) },
  'customers.merge_conflict': { status: 409, params: z.object({}) },
  'customers.merge_not_found': { status: 404, params: z.object({}) },
  'customers.merge_undone': { status: 409, params: z.object({}) },
  'customers.merge_too_old': { status: 409, params: z.object({}) },

  'canned_responses.not_found': { status: 404, params: z.object({}) },
  'canned_responses.shortcut_taken': { status: 409, params: z.object({ shortcut: z.string() }) },
  'canned_responses.unknown_variable': { status: 422, params: z.object({ names: z.array(z.string()) }) },

  'conversations.not_found': { status: 404, params: z.object({}) },
  'conversations.not_allowed': { status: 403, params: z.object({ ability: z.string() }) },
  'conversations.wrong_status': {
    status: 409,
    params: z.object({ status: z.string(), transition: z.string() }),
  },
  'conversations.already_assigned': { status: 409, params: z.object({ assigneeId: z.string().nullable() }) },
  'conversations.assignee_invalid': { status: 422, params: z.object({}) },
  'conversations.over_capacity': { status: 409, params: z.object({ capacity: z.number() }) },
  'conversations.snooze_in_past': { status: 422, params: z.object({}) },
  'conversations.message_id_taken': { status: 409, params: z.object({}) },
  'conversations.message_not_found': { status: 404, params: z.object({}) },
  'conversations.mention_invalid': { status: 422, params: z.object({}) },
  'conversations.attachment_invalid': { status: 422, params: z.object({}) },
  'conversations.view_not_found': { status: 404, params: z.object({}) },
  'conversations.cursor_invalid': { status: 400, params: z.object({}) },

  'files.not_found': { status: 404, params: z.object({}) },
  'files.too_large': { status: 413, params: z.object({ maxBytes: z.number() }) },
  'files.empty': { status: 422, params: z.object({}) },
  'files.type_refused': { status: 415, params: z.object({ mediaType: z.string() }) },
  'files.damaged': { status: 422, params: z.object({}) },

  'channels.not_found': { status: 404, params: z.object({}) },
  'channels.disabled': { status: 403, params: z.object({}) },
  'channels.origin_refused': { status: 403, params: z.object({}) },
  'channels.shopper_invalid': { status: 401, params: z.object({}) },
  'channels.visitor_unknown': { status: 401, params: z.object({}) },

  'log.entry_not_found': { status: 404, params: z.object({}) },
} as const satisfies Record<string, { status: number; params: z.ZodObject }>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorParams<C extends ErrorCode> = z.infer<(typeof ERRORS)[C]['params']>;

/** RFC 9457 problem details, as every error answer has them (application/problem+json). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;
