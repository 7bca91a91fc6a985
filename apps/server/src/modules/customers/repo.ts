import type { Customer } from '@xiaoer/contracts';
import { indexTokens } from '@xiaoer/nlu/text';
import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import { type CustomerRecord, type IdentityRecord, presentCustomer } from './present.ts';

export async function findCustomer(db: Database | Tx, id: string): Promise<CustomerRecord | undefined> {
  return db.selectFrom('customers.customer').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockCustomer(tx: Tx, id: string): Promise<CustomerRecord | undefined> {
  return tx.selectFrom('customers.customer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function listIdentities(db: Database | Tx, customerId: string): Promise<IdentityRecord[]> {
  return db
    .selectFrom('customers.identity')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(100)
    .execute();
}

export async function loadCustomer(db: Database | Tx, row: CustomerRecord): Promise<Customer> {
  return presentCustomer(row, await listIdentities(db, row.id));
}

/** The customer behind an identity; folded ones lead to the survivor, whose identities they became. */
export async function findByIdentity(
  db: Database | Tx,
  key: { kind: string; scope: string; value: string },
): Promise<{ identity: IdentityRecord; customer: CustomerRecord } | undefined> {
  const identity = await db
    .selectFrom('customers.identity')
    .selectAll()
    .where('kind', '=', key.kind)
    .where('scope', '=', key.scope)
    .where('value', '=', key.value)
    .executeTakeFirst();
  const customer = identity && (await findCustomer(db, identity.customer_id));
  return identity && customer ? { identity, customer } : undefined;
}

export type NewCustomer = Pick<CustomerRecord, 'id' | 'name' | 'email' | 'phone' | 'language' | 'is_vip'> & {
  at: Date;
};

export async function insertCustomer(tx: Tx, c: NewCustomer): Promise<CustomerRecord> {
  return tx
    .insertInto('customers.customer')
    .values({
      id: c.id,
      name: c.name,
      email: c.email,
      phone: c.phone,
      language: c.language,
      is_vip: c.is_vip,
      tokens: tokensOf(c),
      first_seen_at: c.at,
      last_seen_at: c.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export type CustomerChanges = Partial<
  Pick<
    CustomerRecord,
    'name' | 'is_vip' | 'email' | 'phone' | 'language' | 'note' | 'tags' | 'last_seen_at' | 'merged_into_id'
  >
>;

export async function updateCustomerRow(
  tx: Tx,
  row: CustomerRecord,
  changes: CustomerChanges,
): Promise<CustomerRecord> {
  const next = { ...row, ...changes };
  return tx
    .updateTable('customers.customer')
    .set({ ...changes, tokens: tokensOf(next), version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function insertIdentity(
  tx: Tx,
  identity: Omit<IdentityRecord, 'created_at'> & { at: Date },
): Promise<IdentityRecord> {
  const { at, ...row } = identity;
  return tx
    .insertInto('customers.identity')
    .values({ ...row, created_at: at })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Names in words and bigrams; addresses and numbers also in parts, so that the last four digits find a phone. */
function tokensOf(c: { name: string; email: string | null; phone: string | null }) {
  const digits = c.phone?.replace(/\D/g, '') ?? '';
  const parts = digits.length >= 4 ? [digits, digits.slice(-4)] : [];
  const tokens = new Set([
    ...indexTokens(c.name),
    ...indexTokens(c.email ?? ''),
    ...(c.email ? [c.email.toLowerCase()] : []),
    ...parts,
  ]);
  return sql<string>`array_to_tsvector(${[...tokens]}::text[])`;
}
