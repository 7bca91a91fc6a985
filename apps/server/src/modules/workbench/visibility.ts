import { can } from '@xiaoer/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';
import { inTeams } from '../conversations/index.ts';

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
    ...[null, ...agent.teamIds].map((id) => inTeams('c', [id])),
  ];
}

/** The same as one condition, for rows that are few already. */
export function isVisible(agent: AgentPrincipal): RawBuilder<unknown> {
  return sql`(${sql.join(visibleSources(agent), sql` or `)})`;
}

/** The same, each conversation in one of them only: what is counted needs no look at whether it was before. */
export function disjointSources(agent: AgentPrincipal): RawBuilder<unknown>[] {
  const [own, ...others] = visibleSources(agent);
  if (others.length === 0) return [own!];
  return [
    own!,
    ...others.map((source) => sql`${source} and c.assignee_id is distinct from ${agent.id}::uuid`),
  ];
}
