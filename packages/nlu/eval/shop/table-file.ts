import { readFileSync } from 'node:fs';

/**
 * Rows of a CSV file with a head (RFC 4180: quotes, doubled quotes, line breaks inside quotes) or of a JSON Lines
 * file, as text by column.
 */
export function readTableFile(file: string): Record<string, string>[] {
  const text = readFileSync(file, 'utf8').replace(/^﻿/, '');
  if (/\.jsonl?$/.test(file)) {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) =>
        Object.fromEntries(
          Object.entries(JSON.parse(line) as object).map(([key, value]) => [key, plain(value)]),
        ),
      );
  }
  const [head = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name.trim(), row[i] ?? ''])));
}

/** Lists are joined by `|`, as they are written in a CSV cell. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('|');
  return value === null || value === undefined ? '' : String(value);
}

export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (isQuoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else isQuoted = false;
    } else if (c === '"') isQuoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++;
      row.push(cell);
      cell = '';
      if (row.some((value) => value !== '')) rows.push(row);
      row = [];
    } else cell += c;
  }
  row.push(cell);
  if (row.some((value) => value !== '')) rows.push(row);
  return rows;
}

/** The value after `--name`; throws when it is needed and missing. */
export function option(args: readonly string[], name: string, isNeeded = true): string | undefined {
  const at = args.indexOf(`--${name}`);
  const value = at < 0 ? undefined : args[at + 1];
  if (isNeeded && !value) throw new Error(`--${name} FILE is missing`);
  return value;
}
