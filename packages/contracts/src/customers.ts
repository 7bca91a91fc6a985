import { z } from 'zod';
import { Id, Instant, Language, Line, Text } from './base.ts';
import { Email } from './identity.ts';

export const IdentityKind = z.enum(['visitor', 'shop', 'email', 'phone']);
/** One way in which a customer reaches the shop. `value` is masked for those who may not see it. */
export const CustomerIdentity = z.object({
  id: Id,
  kind: IdentityKind,
  value: z.string(),
  isVerified: z.boolean(),
  createdAt: Instant,
});
export type CustomerIdentity = z.infer<typeof CustomerIdentity>;

/** What a list row needs to know of a customer. */
export const CustomerSummary = z.object({
  id: Id,
  name: z.string(),
  isVip: z.boolean(),
});
export type CustomerSummary = z.infer<typeof CustomerSummary>;

export const Customer = CustomerSummary.extend({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: Language.nullable(),
  note: z.string(),
  tags: z.array(z.string()),
  identities: z.array(CustomerIdentity),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  version: z.number().int(),
});
export type Customer = z.infer<typeof Customer>;

export const UpdateCustomer = z
  .object({
    name: Line(80),
    isVip: z.boolean(),
    email: Email.nullable(),
    phone: Line(30).nullable(),
    language: Language.nullable(),
    note: Text(5_000),
    tags: z.array(Line(30)).max(30),
  })
  .partial();

/** `mergedId` is folded into the customer of the path; the merge can be undone for 30 days. */
export const MergeCustomer = z.object({ mergedId: Id });
export const CustomerMerge = z.object({ id: Id, survivorId: Id, mergedId: Id, undoneAt: Instant.nullable() });
export type CustomerMerge = z.infer<typeof CustomerMerge>;
