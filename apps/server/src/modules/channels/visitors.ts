import type { CustomerSummary, Language } from '@xiaoer/contracts';
import type { StampedEvent } from '../../kernel/events/read.ts';
import type { Kernel } from '../../kernel/module.ts';
import { findKnown } from '../customers/index.ts';

export type Visitor = { customer: CustomerSummary; language: Language | null };

const KEPT = 20_000;

/**
 * Who stands behind an identity, kept in memory: every message of a shopper asks for it. Forgotten when
 * an event changes the customer, so that at worst one message carries the name of a moment ago.
 */
export function makeVisitors(kernel: Kernel) {
  const byIdentity = new Map<string, Visitor>();
  /** Counts the changes heard of: what was read before one of them is not kept. */
  let changes = 0;
  return {
    async find(identityId: string): Promise<Visitor | null> {
      const kept = byIdentity.get(identityId);
      if (kept) return kept;
      const before = changes;
      const found = await findKnown(kernel, identityId);
      if (!found) return null;
      const { id, name, is_vip, language } = found.customer;
      const visitor: Visitor = {
        customer: { id, name, isVip: is_vip },
        language: language as Language | null,
      };
      if (byIdentity.size >= KEPT) byIdentity.clear();
      if (before === changes) byIdentity.set(identityId, visitor);
      return visitor;
    },
    onEvents(events: readonly StampedEvent[]): void {
      for (const event of events) {
        if (
          event.type !== 'customer.updated' &&
          event.type !== 'customer.merged' &&
          event.type !== 'customer.merge_undone'
        )
          continue;
        changes++;
        const changed =
          event.type === 'customer.updated'
            ? event.payload.customer.identities
            : event.payload.survivor.identities;
        for (const { id } of changed) byIdentity.delete(id);
        if (event.type === 'customer.merge_undone')
          for (const { id } of event.payload.restored.identities) byIdentity.delete(id);
      }
    },
  };
}
export type Visitors = ReturnType<typeof makeVisitors>;
