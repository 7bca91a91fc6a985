/**
 * Traditional → simplified Chinese, one character at a time.
 *
 * Character by character, not by phrase: the same character must become the same token in a stored text and in
 * a query, whatever stands around it. The table comes from OpenCC's dictionaries (opencc-js) and is made on
 * first use (about 50 ms).
 */
import { Converter } from 'opencc-js/t2cn';

const FIRST = 0x3400;
const LAST = 0x9fff;
let table: Uint16Array | undefined;

function simplifiedTable(): Uint16Array {
  if (table) return table;
  const convert = Converter({ from: 't', to: 'cn' });
  const built = new Uint16Array(LAST - FIRST + 1);
  for (let code = FIRST; code <= LAST; code++) {
    const to = convert(String.fromCharCode(code));
    built[code - FIRST] = to.length === 1 ? to.charCodeAt(0) : code;
  }
  table = built;
  return built;
}

/** Traditional characters of `text` as simplified ones. Keeps the length in UTF-16 units; never throws. */
export function toSimplified(text: string): string {
  let out = '';
  let from = 0;
  let map: Uint16Array | undefined;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < FIRST || code > LAST) continue;
    map ??= simplifiedTable();
    const to = map[code - FIRST] ?? code;
    if (to === code) continue;
    out += text.slice(from, i) + String.fromCharCode(to);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** How many characters of `text` exist only in traditional writing. */
export function countTraditional(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= FIRST && code <= LAST && (simplifiedTable()[code - FIRST] ?? code) !== code) count++;
  }
  return count;
}
