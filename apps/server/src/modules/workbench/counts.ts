import { type Conversation, can, type StandardViewId, type ViewCounts } from '@xiaoer/contracts';
import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import type { Subscriber } from '../../kernel/events/subscribers.ts';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';

/** Stands for "none" in the counters' key, which cannot hold null. */
const NONE = '00000000-0000-0000-0000-000000000000';

export type BucketCount = { bucket: string; team_id: string; assignee_id: string; count: number };
type Place = { bucket: string; team_id: string; assignee_id: string };

const bucketOf = (c: Conversation): string | null =>
  c.status === 'resolved'
    ? null
    : c.status === 'snoozed'
      ? 'snoozed'
      : c.waitingSince === null
        ? 'answered'
        : 'waiting';

function placeOf(conversation: Conversation): Place | null {
  const bucket = bucketOf(conversation);
  return bucket === null
    ? null
    : { bucket, team_id: conversation.teamId ?? NONE, assignee_id: conversation.assigneeId ?? NONE };
}

const keyOf = (p: Place) => `${p.bucket} ${p.team_id} ${p.assignee_id}`;

/** The newest state of each conversation in a batch. */
function newestOf(events: readonly { payload: object }[]): Map<string, Conversation> {
  const newest = new Map<string, Conversation>();
  for (const { payload } of events) {
    if (!('conversation' in payload)) continue;
    const conversation = payload.conversation as Conversation;
    const known = newest.get(conversation.id);
    if (!known || known.version < conversation.version) newest.set(conversation.id, conversation);
  }
  return newest;
}

/** How the counters change: out of where each conversation was counted, into where it stands now. */
function differences(
  newest: Map<string, Conversation>,
  counted: ReadonlyMap<string, Place & { version: number }>,
): { deltas: Map<string, Place & { delta: number }>; moved: Conversation[] } {
  const deltas = new Map<string, Place & { delta: number }>();
  const add = (place: Place | null, delta: number) => {
    if (!place) return;
    const { bucket, team_id, assignee_id } = place;
    const known = deltas.get(keyOf(place)) ?? { bucket, team_id, assignee_id, delta: 0 };
    deltas.set(keyOf(place), { ...known, delta: known.delta + delta });
  };
  const moved: Conversation[] = [];
  for (const conversation of newest.values()) {
    const before = counted.get(conversation.id);
    if (before && before.version >= conversation.version) continue;
    moved.push(conversation);
    add(before ?? null, -1);
    add(placeOf(conversation), 1);
  }
  return { deltas, moved };
}

/** Keeps the counters of the standard views. Four statements a batch, however long it is. */
export const countsSubscriber: Subscriber = {
  name: 'workbench.counts',
  from: 'beginning',
  gatherMs: 50,
  types: [
    'conversation.opened',
    'message.added',
    'conversation.assigned',
    'conversation.transferred',
    'conversation.snoozed',
    'conversation.woken',
    'conversation.resolved',
    'conversation.reopened',
  ],
  async handle(tx, events) {
    const newest = newestOf(events);
    const rows = await tx
      .selectFrom('workbench.counted')
      .selectAll()
      .where('conversation_id', 'in', [...newest.keys()])
      .execute();
    const { deltas, moved } = differences(newest, new Map(rows.map((r) => [r.conversation_id, r])));
    await writeCounted(tx, moved);
    const changed = [...deltas.values()]
      .filter((d) => d.delta !== 0)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    if (changed.length === 0) return;
    await tx
      .insertInto('workbench.bucket_count')
      .values(changed.map(({ delta, ...place }) => ({ ...place, count: delta })))
      .onConflict((c) =>
        c
          .columns(['bucket', 'team_id', 'assignee_id'])
          .doUpdateSet({ count: sql`bucket_count.count + excluded.count` }),
      )
      .execute();
  },
};

async function writeCounted(tx: Tx, moved: readonly Conversation[]): Promise<void> {
  const gone = moved.filter((c) => placeOf(c) === null).map((c) => c.id);
  if (gone.length > 0)
    await tx.deleteFrom('workbench.counted').where('conversation_id', 'in', gone).execute();
  const stand = moved.flatMap((c) => {
    const place = placeOf(c);
    return place ? [{ conversation_id: c.id, ...place, version: c.version }] : [];
  });
  if (stand.length === 0) return;
  await tx
    .insertInto('workbench.counted')
    .values(stand)
    .onConflict((c) =>
      c.column('conversation_id').doUpdateSet({
        bucket: sql`excluded.bucket`,
        team_id: sql`excluded.team_id`,
        assignee_id: sql`excluded.assignee_id`,
        version: sql`excluded.version`,
      }),
    )
    .execute();
}

export async function readBucketCounts(db: Database | Tx): Promise<BucketCount[]> {
  return db.selectFrom('workbench.bucket_count').selectAll().where('count', '!=', 0).execute();
}

/** The counters of the standard views for one colleague. */
export function countsFor(agent: AgentPrincipal, rows: readonly BucketCount[]): ViewCounts {
  const seesAll = can(agent.role, 'conversations.read.all');
  const teams = new Set(agent.teamIds);
  const counts: Record<StandardViewId, number> = {
    'mine-waiting': 0,
    'mine-open': 0,
    'mine-snoozed': 0,
    unassigned: 0,
    'all-open': 0,
    'all-snoozed': 0,
    'all-resolved': 0,
  };
  const mine = { waiting: 'mine-waiting', answered: 'mine-open', snoozed: 'mine-snoozed' } as const;
  for (const { bucket, team_id, assignee_id, count } of rows) {
    const isMine = assignee_id === agent.id;
    if (!seesAll && !isMine && team_id !== NONE && !teams.has(team_id)) continue;
    if (isMine) counts[mine[bucket as keyof typeof mine]] += count;
    if (bucket === 'snoozed') counts['all-snoozed'] += count;
    else {
      counts['all-open'] += count;
      if (assignee_id === NONE) counts.unassigned += count;
    }
  }
  return counts;
}
