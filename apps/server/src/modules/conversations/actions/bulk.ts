import type { BulkAction, BulkResult, ConversationAbility } from '@xiaoer/contracts';
import type { z } from 'zod';
import { CodedError } from '../../../kernel/errors.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { assign, transfer } from './assign.ts';
import { type Change, changeOne } from './change-one.ts';
import { reopen, resolve, snooze } from './move.ts';
import { tag } from './tag.ts';

type Action = z.output<typeof BulkAction>['action'];

function changeFor(action: Action, agent: AgentPrincipal): { ability: ConversationAbility; change: Change } {
  switch (action.type) {
    case 'resolve':
      return { ability: 'resolve', change: resolve };
    case 'reopen':
      return { ability: 'reopen', change: reopen };
    case 'snooze':
      return { ability: 'snooze', change: (tx, row, by) => snooze(tx, row, by, new Date(action.until)) };
    case 'assign':
      return { ability: 'assign', change: (tx, row, by) => assign(tx, row, agent, action.assigneeId, by) };
    case 'transfer':
      return {
        ability: 'transfer',
        change: (tx, row, by) =>
          transfer(tx, row, agent, { teamId: action.teamId, assigneeId: null, reason: action.reason }, by),
      };
    case 'tag':
      return { ability: 'tag', change: (tx, row, by) => tag(tx, row, action, by) };
  }
}

/** One action on many, each in its own transaction: one refusal does not undo the others. */
export async function bulk(
  kernel: Kernel,
  agent: AgentPrincipal,
  body: z.output<typeof BulkAction>,
): Promise<z.input<typeof BulkResult>> {
  const { ability, change } = changeFor(body.action, agent);
  const result: z.input<typeof BulkResult> = { done: [], refused: [] };
  for (const id of new Set(body.conversationIds)) {
    try {
      result.done.push(await changeOne(kernel, agent, id, ability, change));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      result.refused.push({ conversationId: id, code: error.code });
    }
  }
  return result;
}
