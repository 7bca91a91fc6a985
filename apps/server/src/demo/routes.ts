import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { coded } from '../kernel/errors.ts';
import { DEMO_LOGINS, DEMO_SHOP_SECRET, DEMO_SHOPPERS, type ShopperKey } from './people.ts';

/**
 * What the demo adds to the server: log-ins for the sign-in page, and the little that a shop's own
 * server would do, which is to sign its shopper. Registered in demo mode only, on loopback only.
 */
export function serveDemo(app: FastifyInstance): void {
  app.get('/api/demo', async () => ({ logins: DEMO_LOGINS }));
  app.get<{ Querystring: { id?: string } }>('/api/demo/shopper', async (request) => {
    const externalId = request.query.id ?? '';
    if (!Object.hasOwn(DEMO_SHOPPERS, externalId)) throw coded('customers.not_found');
    const { name, email } = DEMO_SHOPPERS[externalId as ShopperKey];
    return {
      externalId,
      name,
      email,
      hmac: createHmac('sha256', DEMO_SHOP_SECRET).update(externalId).digest('hex'),
    };
  });
}
