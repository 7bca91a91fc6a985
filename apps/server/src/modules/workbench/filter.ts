import type { ViewFilter } from '@xiaoer/contracts';
import { type RawBuilder, sql } from 'kysely';
import { inTeams } from '../conversations/index.ts';

/** A view's filter as SQL; the same rule as matchesFilter of the contracts. */
export function filterConditions(filter: ViewFilter, viewerId: string): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  const { statuses, assignees, teamIds, tags, channelTypes, isWaiting, isVip } = filter;
  // A single status stands as itself, so that partial indexes apply whatever the plan is made for.
  if (statuses)
    conditions.push(
      statuses.length === 1
        ? sql`c.status = ${sql.lit(statuses[0])}`
        : sql`c.status = any (${statuses}::text[])`,
    );
  if (assignees) {
    const ids = assignees.filter((a) => a !== 'none').map((a) => (a === 'me' ? viewerId : a));
    const isOne =
      ids.length === 1 ? sql`c.assignee_id = ${ids[0]}::uuid` : sql`c.assignee_id = any (${ids}::uuid[])`;
    const hasNone = assignees.includes('none');
    conditions.push(
      hasNone && ids.length > 0
        ? sql`(c.assignee_id is null or ${isOne})`
        : hasNone
          ? sql`c.assignee_id is null`
          : isOne,
    );
  }
  if (teamIds) conditions.push(inTeams('c', teamIds));
  if (tags) conditions.push(sql`(c.tags <> '{}' and c.tags && ${tags}::text[])`);
  if (channelTypes) conditions.push(sql`c.channel_type = any (${channelTypes}::text[])`);
  if (isWaiting !== undefined)
    conditions.push(isWaiting ? sql`c.waiting_since is not null` : sql`c.waiting_since is null`);
  if (isVip !== undefined) conditions.push(sql`c.customer_is_vip = ${isVip}`);
  return conditions;
}
