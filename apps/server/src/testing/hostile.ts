import { ERRORS, Problem } from '@xiaoer/contracts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Desk, desk } from './desk.ts';
import type { Shopper } from './shopper.ts';

/** Whom a hostile request is sent to, and as whom below /api/visitor; everywhere else it is the owner. */
export type Target = { shop: Desk; shopper: Shopper };

export type Answer = { status: number; code: string; text: string };
export async function ask(
  on: Target,
  method: string,
  path: string,
  body?: string | Uint8Array,
  type = 'application/json',
): Promise<Answer> {
  const init = {
    method,
    ...(body !== undefined && { body: body as string, headers: { 'content-type': type } }),
  };
  const answer = path.startsWith('/api/visitor/')
    ? await fetch(on.shop.url + path, {
        ...init,
        headers: { ...init.headers, authorization: `Visitor ${on.shopper.token}` },
      })
    : await on.shop.owner.fetch(path, init);
  const text = await answer.text();
  const code = answer.ok ? 'ok' : Problem.parse(JSON.parse(text)).code;
  if (!answer.ok) expect(ERRORS).toHaveProperty([code]);
  expect(answer.status, `${method} ${path} ${text.slice(0, 300)}`).not.toBe(500);
  return { status: answer.status, code, text };
}
/** How many of everything is stored: a refusal may change none of it. */
async function counted(on: Target): Promise<string> {
  const { rows } =
    await sql`select (select count(*) from conversations.message) m, (select count(*) from conversations.conversation) c,
    (select count(*) from customers.customer) k, (select count(*) from log.event) e, (select sum(version) from conversations.conversation) v`.execute(
      on.shop.kernel.db,
    );
  return JSON.stringify(rows);
}
export const refusedWhole = async (
  on: Target,
  work: () => Promise<Answer>,
  codes: string[] = ['request.invalid'],
): Promise<void> => {
  await on.shop.settle();
  const before = await counted(on);
  const { code, status } = await work();
  expect(codes).toContain(code);
  expect(status).toBeLessThan(500);
  await on.shop.settle();
  expect(await counted(on)).toBe(before);
};

type Rest<F> = F extends (on: Target, ...rest: infer R) => unknown ? R : never;

/** A desk of its own with one open conversation, for the tests of one file, and ways to ask it. */
export function hostileDesk() {
  const target = {} as Target & { id: string };
  beforeAll(async () => {
    const shop = await desk();
    const { id, shopper } = await shop.opened();
    Object.assign(target, { shop, shopper, id });
  });
  afterAll(() => target.shop?.stop());
  return {
    target,
    ask: (...request: Rest<typeof ask>) => ask(target, ...request),
    refusedWhole: (...given: Rest<typeof refusedWhole>) => refusedWhole(target, ...given),
  };
}
