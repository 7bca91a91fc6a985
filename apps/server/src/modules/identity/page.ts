import { z } from 'zod';
import { coded } from '../../kernel/errors.ts';

const refuse = (): never => {
  throw coded('request.invalid', {
    issues: [{ path: 'query.cursor', problem: 'not a cursor of this list' }],
  });
};

/** The place after which a list by id goes on. @throws request.invalid if it is none of ours */
export function idCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  return z.uuid().safeParse(cursor).success ? cursor : refuse();
}

/** The place before which a list by number goes on. @throws request.invalid if it is none of ours */
export function numberCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  return /^[1-9]\d{0,14}$/.test(cursor) ? Number(cursor) : refuse();
}

/** Makes a page of rows of which one more than the limit was asked for. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  present: (row: R) => T,
  cursorOf: (row: R) => string,
): { items: T[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items: shown.map(present), next: hasMore ? cursorOf(last) : null };
}
