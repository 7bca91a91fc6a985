import { ENDPOINTS } from '@xiaoer/contracts';
import { agents, type Router } from '../../kernel/http/route.ts';
import type { Kernel } from '../../kernel/module.ts';
import { accessCustomer } from './access.ts';
import { listCustomers } from './actions/list-customers.ts';
import { mergeCustomer, undoMerge } from './actions/merge.ts';
import { updateCustomer } from './actions/update-customer.ts';
import { loadCustomer } from './repo.ts';

export function customerRoutes(router: Router, kernel: Kernel): void {
  const { route } = router;
  route(ENDPOINTS.listCustomers, {
    access: agents('customers.read'),
    handle: ({ query }) => listCustomers(kernel, query),
  });
  route(ENDPOINTS.readCustomer, {
    access: agents('customers.read'),
    handle: async ({ principal, params }) =>
      loadCustomer(kernel.db, await accessCustomer(kernel.db, principal, params.id)),
  });
  route(ENDPOINTS.updateCustomer, {
    access: agents('customers.edit'),
    handle: ({ principal, params, body }) => updateCustomer(kernel, principal, params.id, body),
  });
  route(ENDPOINTS.mergeCustomer, {
    access: agents('customers.merge'),
    handle: ({ principal, params, body }) => mergeCustomer(kernel, principal, params.id, body.mergedId),
  });
  route(ENDPOINTS.undoMerge, {
    access: agents('customers.merge'),
    handle: ({ principal, params }) => undoMerge(kernel, principal, params.id),
  });
}
