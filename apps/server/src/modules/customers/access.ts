import type { Database, Tx } from '../../kernel/db/transact.ts';
import { coded } from '../../kernel/errors.ts';
import { type AgentPrincipal, checkPermission } from '../../kernel/http/principal.ts';
import type { CustomerRecord } from './present.ts';
import { findCustomer, lockCustomer } from './repo.ts';

/** A customer for reading; the id of a folded one leads to its survivor, so that old links work. */
export async function accessCustomer(
  db: Database | Tx,
  agent: AgentPrincipal,
  id: string,
): Promise<CustomerRecord> {
  checkPermission(agent, 'customers.read');
  let row = await findCustomer(db, id);
  // A survivor may itself have been folded later; merges never make a circle.
  for (let hops = 0; row?.merged_into_id && hops < 20; hops++)
    row = await findCustomer(db, row.merged_into_id);
  if (!row) throw coded('customers.not_found');
  return row;
}

export async function accessCustomerForChange(
  tx: Tx,
  agent: AgentPrincipal,
  id: string,
  permission: 'customers.edit' | 'customers.merge',
): Promise<CustomerRecord> {
  checkPermission(agent, permission);
  const row = await lockCustomer(tx, id);
  if (!row || row.merged_into_id !== null) throw coded('customers.not_found');
  return row;
}
