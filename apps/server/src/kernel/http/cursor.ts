import { coded } from '../errors.ts';

/** Opaque place in a list: the sort values of the last row. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
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
