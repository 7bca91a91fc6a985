import { randomUUIDv7 } from 'node:crypto';
import type { Language } from '@xiaoer/contracts';
import { type Tx, transact, violatedUnique } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { STAFF } from '../../../kernel/gateway/topics.ts';
import type { Kernel } from '../../../kernel/module.ts';
import type { CustomerRecord, IdentityRecord } from '../present.ts';
import {
  findByIdentity,
  findCustomer,
  insertCustomer,
  insertIdentity,
  loadCustomer,
  updateCustomerRow,
} from '../repo.ts';
import { foldInto } from './merge.ts';

export type Known = {
  customer: CustomerRecord;
  identity: IdentityRecord;
  /** Set if the browser's anonymous visitor was folded into the customer just now. */
  merge?: { mergeId: string; mergedId: string };
};

/** What a shop says of its logged-in shopper; proven by the channel before it comes here. */
export type Shopper = {
  scope: string;
  externalId: string;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  isVip?: boolean | undefined;
  /** False: only the id is proven. The rest describes a new customer, but changes no known one. */
  isVouched?: boolean;
};

const CUSTOMER = (id: string) => ({ kind: 'customer', id }) as const;

async function create(
  tx: Tx,
  fields: {
    name: string;
    email: string | null;
    phone: string | null;
    isVip: boolean;
    language: Language | null;
  },
  identity: { kind: string; scope: string; value: string; isVerified: boolean },
  at: Date,
): Promise<Known> {
  const id = randomUUIDv7();
  const row = await insertCustomer(tx, {
    id,
    name: fields.name,
    email: fields.email,
    phone: fields.phone,
    language: fields.language,
    is_vip: fields.isVip,
    at,
  });
  const stored = await insertIdentity(tx, {
    id: randomUUIDv7(),
    customer_id: id,
    kind: identity.kind,
    scope: identity.scope,
    value: identity.value,
    is_verified: identity.isVerified,
    at,
  });
  await emit(tx, {
    type: 'customer.created',
    actor: CUSTOMER(id),
    subject: CUSTOMER_SUBJECT(id),
    payload: { customer: await loadCustomer(tx, row) },
    audience: [STAFF],
    at,
  });
  return { customer: row, identity: stored };
}
const CUSTOMER_SUBJECT = (id: string) => ({ type: 'customer', id });

/** A browser that was never here. */
export async function createVisitor(kernel: Kernel, language: Language | null): Promise<Known> {
  return transact(kernel.db, (tx) =>
    create(
      tx,
      { name: '', email: null, phone: null, isVip: false, language },
      { kind: 'visitor', scope: '', value: randomUUIDv7(), isVerified: false },
      kernel.clock.now(),
    ),
  );
}

/** The customer whom an identity belongs to now. */
export async function findKnown(kernel: Kernel, identityId: string): Promise<Known | null> {
  const identity = await kernel.db
    .selectFrom('customers.identity')
    .selectAll()
    .where('id', '=', identityId)
    .executeTakeFirst();
  const customer = identity && (await findCustomer(kernel.db, identity.customer_id));
  return identity && customer ? { identity, customer } : null;
}

/**
 * The customer whom the shop names: found or created by the shop's own id. The anonymous visitor of this
 * browser is folded into them, unless that visitor already is another of the shop's shoppers (a shared
 * computer): then the two stay apart.
 */
export async function identifyShopper(
  kernel: Kernel,
  shopper: Shopper,
  visitor: Known | null,
  language: Language | null,
): Promise<Known> {
  const attempt = () =>
    transact(kernel.db, (tx) => identifyIn(tx, shopper, visitor, language, kernel.clock.now()));
  try {
    return await attempt();
  } catch (error) {
    // The same shopper came by two windows at once: the other one has just created them, or folded the visitor.
    const isRace =
      violatedUnique(error) !== null || (error as { code?: string }).code === 'customers.merge_conflict';
    if (!isRace) throw error;
    return attempt();
  }
}

async function identifyIn(
  tx: Tx,
  shopper: Shopper,
  visitor: Known | null,
  language: Language | null,
  at: Date,
): Promise<Known> {
  const key = { kind: 'shop', scope: shopper.scope, value: shopper.externalId };
  const found = await findByIdentity(tx, key);
  const known =
    found ??
    (await create(
      tx,
      {
        name: shopper.name ?? '',
        email: shopper.email ?? null,
        phone: shopper.phone ?? null,
        isVip: shopper.isVip ?? false,
        language,
      },
      { ...key, isVerified: true },
      at,
    ));
  let customer =
    shopper.isVouched === false ? known.customer : await refresh(tx, known.customer, shopper, at);
  if (visitor && visitor.customer.id !== customer.id && (await isAnonymous(tx, visitor.customer.id))) {
    const { merge } = await foldInto(tx, customer.id, visitor.customer.id, CUSTOMER(customer.id), at);
    customer = (await findCustomer(tx, customer.id))!;
    return { customer, identity: known.identity, merge: { mergeId: merge.id, mergedId: merge.mergedId } };
  }
  return { customer, identity: known.identity };
}

/** The shop's word on name, e-mail and phone is newer than ours. */
async function refresh(tx: Tx, row: CustomerRecord, shopper: Shopper, at: Date): Promise<CustomerRecord> {
  const changes = {
    ...(shopper.name && shopper.name !== row.name ? { name: shopper.name } : {}),
    ...(shopper.email && shopper.email !== row.email ? { email: shopper.email } : {}),
    ...(shopper.phone && shopper.phone !== row.phone ? { phone: shopper.phone } : {}),
    ...(shopper.isVip !== undefined && shopper.isVip !== row.is_vip ? { is_vip: shopper.isVip } : {}),
  };
  const changed = Object.keys(changes);
  if (changed.length === 0) return row;
  const after = await updateCustomerRow(tx, row, changes);
  await emit(tx, {
    type: 'customer.updated',
    actor: CUSTOMER(row.id),
    subject: CUSTOMER_SUBJECT(row.id),
    payload: { customer: await loadCustomer(tx, after), changed },
    audience: [STAFF],
    at,
  });
  return after;
}

async function isAnonymous(tx: Tx, customerId: string): Promise<boolean> {
  const shop = await tx
    .selectFrom('customers.identity')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'shop')
    .executeTakeFirst();
  const row = await findCustomer(tx, customerId);
  return shop === undefined && row?.merged_into_id === null;
}

/** An e-mail address that a visitor leaves: kept for an answer, not believed as proof of who they are. */
export async function leaveEmail(kernel: Kernel, customerId: string, email: string): Promise<void> {
  await transact(kernel.db, async (tx) => {
    const row = await findCustomer(tx, customerId);
    if (!row || row.email === email) return;
    const at = kernel.clock.now();
    const after = await updateCustomerRow(tx, row, { email });
    await emit(tx, {
      type: 'customer.updated',
      actor: CUSTOMER(customerId),
      subject: CUSTOMER_SUBJECT(customerId),
      payload: { customer: await loadCustomer(tx, after), changed: ['email'] },
      audience: [STAFF],
      at,
    });
  });
}

/** Notes that the customer is here. No event: it is no change that anyone has to be told of. */
export async function touch(kernel: Kernel, customerId: string): Promise<void> {
  await kernel.db
    .updateTable('customers.customer')
    .set({ last_seen_at: kernel.clock.now() })
    .where('id', '=', customerId)
    .execute();
}
