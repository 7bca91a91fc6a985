import { z } from 'zod';

/** UUIDv7 as text. Ids made by clients double as idempotency keys. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;
/** Path parameters of what is about one thing. */
export const ById = z.object({ id: Id });

/** Instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** Languages in which the product speaks to people. */
export const Language = z.enum(['zh-CN', 'zh-TW', 'en']);
export type Language = z.infer<typeof Language>;

/** One line of human text: trimmed, no control characters. */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'control characters');

/** Whether PostgreSQL and UTF-8 can hold the text. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/**
 * Free text as people write it. NUL cannot be stored by PostgreSQL and lone surrogates cannot be
 * encoded as UTF-8, so both are refused here rather than half way through a transaction.
 */
export const Text = (max: number) => z.string().max(max).refine(isStorable, 'text is not well formed');

/** Opaque position in a list; clients hand it back as it came. */
export const PageCursor = z.string().max(400);

/** Page of a list. `next` is null on the last page. Lists are never unbounded. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const PageQuery = z.object({
  cursor: PageCursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const MESSAGE_TEXT_MAX = 10_000;
export const ATTACHMENTS_MAX = 10;

export const Empty = z.object({});
