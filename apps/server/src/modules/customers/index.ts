import type { MigrationSource } from '../../kernel/db/migrate.ts';
import type { Kernel, Module } from '../../kernel/module.ts';
import { customerRoutes } from './routes.ts';

export { accessCustomer } from './access.ts';
export {
  createVisitor,
  findKnown,
  identifyShopper,
  type Known,
  leaveEmail,
  type Shopper,
  touch,
} from './actions/identify.ts';
export { customerTerms, matchesAll, matchesEach, presentListed } from './actions/list-customers.ts';

export const customerMigrations: MigrationSource = {
  module: 'customers',
  directory: new URL('./migrations/', import.meta.url),
};

/** Customers, the ways in which they reach the shop, and merging them. */
export function makeCustomers(kernel: Kernel): Module {
  return { name: 'customers', routes: (router) => customerRoutes(router, kernel) };
}
