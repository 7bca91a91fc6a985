import { coded } from '../errors.ts';

/** Opaque place in a list: the sort values of the last row. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An instant out of a cursor, as `toISOString` writes it; throws `request.malformed` for anything else. */
export function cursorInstant(value: string | null | undefined): string {
  // The way back shows dates that are none, such as the 31st of February.
  if (
    !value ||
    !INSTANT.test(value) ||
    Number.isNaN(Date.parse(value)) ||
    new Date(value).toISOString() !== value
  )
    throw coded('request.malformed');
  return value;
}

/** An id out of a cursor; throws `request.malformed` for anything else. */
export function cursorId(value: string | null | undefined): string {
  if (!value || !UUID.test(value)) throw coded('request.malformed');
  return value;
}

/** Throws `request.malformed` for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string, length: number): (string | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => v === null || typeof v === 'string')
    )
      return values;
  } catch {
    // falls through to the coded error
  }
  throw coded('request.malformed');
}
