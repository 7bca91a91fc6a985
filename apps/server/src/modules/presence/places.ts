import type { StampedEvent } from '../../kernel/events/read.ts';

/** Where a conversation stands: enough to judge who may hear of typing in it. */
export type Place = {
  teamId: string | null;
  assigneeId: string | null;
  customerId: string;
  customerName: string;
};

type Found = {
  team_id: string | null;
  assignee_id: string | null;
  customer_id: string;
  customer_name: string;
};

const KEPT = 5_000;

/** Places in memory, renewed by the conversation's events: a key press must not cost a query. */
export function makePlaces(load: (id: string) => Promise<Found | undefined>) {
  const kept = new Map<string, Place>();
  /**
   * Conversations that are being read: an event that comes meanwhile is newer than what was read. Who asks
   * meanwhile waits for the same answer, so that "types" and "stopped" keep their order.
   */
  const reading = new Map<string, Promise<Place | null>>();
  const keep = (id: string, place: Place) => {
    if (kept.size >= KEPT) kept.clear();
    kept.set(id, place);
    return place;
  };
  const read = async (id: string): Promise<Place | null> => {
    const row = await load(id).finally(() => reading.delete(id));
    const heard = kept.get(id);
    if (heard) return heard;
    return row
      ? keep(id, {
          teamId: row.team_id,
          assigneeId: row.assignee_id,
          customerId: row.customer_id,
          customerName: row.customer_name,
        })
      : null;
  };
  return {
    async find(id: string): Promise<Place | null> {
      const known = kept.get(id);
      if (known) return known;
      const asked = reading.get(id) ?? read(id);
      reading.set(id, asked);
      return asked;
    },
    onEvents(events: readonly StampedEvent[]): void {
      for (const { payload } of events) {
        if (!('conversation' in payload)) continue;
        if (!kept.has(payload.conversation.id) && !reading.has(payload.conversation.id)) continue;
        const { id, teamId, assigneeId, customer } = payload.conversation;
        keep(id, { teamId, assigneeId, customerId: customer.id, customerName: customer.name });
      }
    },
  };
}
