/** Begins UTF-8 in a way that spreadsheets notice. */
const MARK = '\uFEFF';

/**
 * One value of a CSV file (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before
 * it: names and words in the log come from outside.
 */
export function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file of rows, lines ended by CRLF. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}
