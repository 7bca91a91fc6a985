import type { Customer, CustomerIdentity } from '@xiaoer/contracts';
import type { Selectable } from 'kysely';
import type { CustomersCustomer, CustomersIdentity } from '../../kernel/db/types.gen.ts';

export type CustomerRecord = Selectable<CustomersCustomer>;
export type IdentityRecord = Selectable<CustomersIdentity>;

export function presentCustomer(row: CustomerRecord, identities: readonly IdentityRecord[]): Customer {
  return {
    id: row.id,
    name: row.name,
    isVip: row.is_vip,
    email: row.email,
    phone: row.phone,
    language: row.language as Customer['language'],
    note: row.note,
    tags: row.tags,
    identities: identities.map(presentIdentity),
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    version: row.version,
  };
}

function presentIdentity(row: IdentityRecord): CustomerIdentity {
  return {
    id: row.id,
    kind: row.kind as CustomerIdentity['kind'],
    // A visitor's value is the browser's own random id: it tells nobody anything.
    value: row.kind === 'visitor' ? row.value.slice(-6) : row.value,
    isVerified: row.is_verified,
    createdAt: row.created_at.toISOString(),
  };
}
