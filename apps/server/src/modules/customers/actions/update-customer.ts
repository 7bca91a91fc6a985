import type { Customer, UpdateCustomer } from '@xiaoer/contracts';
import type { z } from 'zod';
import { transact } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { STAFF } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { accessCustomerForChange } from '../access.ts';
import { type CustomerChanges, loadCustomer, updateCustomerRow } from '../repo.ts';

export async function updateCustomer(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
  body: z.output<typeof UpdateCustomer>,
): Promise<Customer> {
  return transact(kernel.db, async (tx) => {
    const row = await accessCustomerForChange(tx, agent, id, 'customers.edit');
    const { isVip, tags, ...same } = body;
    const changes: CustomerChanges = {
      ...same,
      ...(isVip === undefined ? {} : { is_vip: isVip }),
      ...(tags === undefined ? {} : { tags: [...new Set(tags)] }),
    };
    const changed = Object.keys(body);
    if (changed.length === 0) return loadCustomer(tx, row);
    const customer = await loadCustomer(tx, await updateCustomerRow(tx, row, changes));
    await emit(tx, {
      type: 'customer.updated',
      actor: { kind: 'user', id: agent.id },
      subject: { type: 'customer', id },
      payload: { customer, changed },
      audience: [STAFF],
      at: kernel.clock.now(),
    });
    return customer;
  });
}
