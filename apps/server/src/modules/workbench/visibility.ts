import { can } from '@xiaoer/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';

/**
 * What a colleague may see, as conditions on a conversation that an index can answer one by one; the
 * same rule as canSeeConversation of the contracts. A list asks each and merges: one condition with OR
 * would read and sort everything.
 */
export function visibleSources(agent: AgentPrincipal): RawBuilder<unknown>[] {
  if (can(agent.role, 'conversations.read.all')) return [sql`true`];
  if (!can(agent.role, 'conversations.read.team')) return [sql`false`];
  return [
    sql`c.assignee_id = ${agent.id}::uuid`,
    sql`c.team_id is null`,
    ...agent.teamIds.map((id) => sql`c.team_id = ${id}::uuid`),
  ];
}

/** The same as one condition, for rows that are few already. */
export function isVisible(agent: AgentPrincipal): RawBuilder<unknown> {
  return sql`(${sql.join(visibleSources(agent), sql` or `)})`;
}
