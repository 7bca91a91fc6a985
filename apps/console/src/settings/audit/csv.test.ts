import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvField, toCsv } from './csv.ts';

it.each([
  ['plain', 'plain'],
  ['with, comma', '"with, comma"'],
  ['says "yes"', '"says ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['', ''],
  ['林晓', '林晓'],
])('%j becomes %j', (value, field) => {
  expect(csvField(value)).toBe(field);
});

it('writes a mark, commas and CRLF', () => {
  expect(
    toCsv([
      ['a', 'b'],
      ['c,d', ''],
    ]),
  ).toBe('\uFEFFa,b\r\n"c,d",\r\n');
});

/** A plain reader of RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        field += text[at];
        if (text[at] === '"') at++;
      }
      at++;
    } else while (at < text.length && text[at] !== ',' && text[at] !== '\r') field += text[at++];
    row.push(field);
    if (text[at] === ',') at++;
    else {
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

it('is read back as it was written', () => {
  const cell = fc.string().map((value) => `a${value}`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      expect(readCsv(toCsv(rows).slice(1))).toEqual(rows);
    }),
  );
});
