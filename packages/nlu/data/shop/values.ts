/** Values of marked entities: names by the shop's lists, numbers by plain rules, the rest by sources/values.tsv. */
import { existsSync, readFileSync } from 'node:fs';

interface ListEntry {
  value: string;
  aliases: string[];
}

/** Key `type\talias in lower case`, value the list's name. */
export function loadLists(file: string): Map<string, string> {
  const lists = JSON.parse(readFileSync(file, 'utf8')) as Record<string, ListEntry[]>;
  const names = new Map<string, string>();
  for (const [type, entries] of Object.entries(lists)) {
    for (const entry of entries) {
      for (const alias of [entry.value, ...entry.aliases]) {
        const key = `${type}\t${alias.toLowerCase()}`;
        if (!names.has(key)) names.set(key, entry.value);
      }
    }
  }
  return names;
}

/** Lines `type<TAB>words<TAB>value`; dates are read at 2026-11-20T10:00+08:00 (ANNOTATION.md). */
export function readValues(file: string): Map<string, string> {
  const table = new Map<string, string>();
  if (!existsSync(file)) return table;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [type, words, value] = line.split('\t');
    if (type && words && value) table.set(`${type}\t${words.toLowerCase()}`, value.trim());
  }
  return table;
}

const DIGITS = '零一二三四五六七八九';
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Chinese and English small numbers: 三百二十 → 320, 十五 → 15, 两 → 2, "three" → 3; null when it is none. */
export function readNumber(text: string): number | null {
  if (/^[\d,]+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  const word = WORDS.indexOf(text.toLowerCase());
  if (word >= 0) return word;
  if (text === 'a' || text === 'an') return 1;
  if (text === '半') return 0.5;
  if (!/^[零一二两俩三仨四五六七八九十百千]+$/.test(text)) return null;
  let total = 0;
  let digit = 0;
  let unit = 1;
  for (const letter of text.replace('俩', '两').replace('仨', '三')) {
    const step = { 十: 10, 百: 100, 千: 1000 }[letter];
    if (step === undefined) digit = letter === '两' ? 2 : DIGITS.indexOf(letter);
    else {
      total += (digit === 0 ? 1 : digit) * step;
      digit = 0;
      unit = step;
    }
  }
  // 三百二 means 320: a lone digit after a hundred or more counts the next lower place.
  return total + (unit >= 100 && !text.includes('零') ? (digit * unit) / 10 : digit);
}

function amountOf(text: string): string | null {
  const dollars =
    /^(?:US)?\$\s?([\d,.]+)$/.exec(text) ?? /^([\d,.]+)\s?(?:dollars|bucks|usd|美元|美金|刀)$/i.exec(text);
  if (dollars?.[1] !== undefined) return `USD ${Number(dollars[1].replaceAll(',', '')).toFixed(2)}`;
  const other = /^([£€])\s?([\d,.]+)$/.exec(text);
  if (other?.[2] !== undefined) return `${other[1] === '£' ? 'GBP' : 'EUR'} ${Number(other[2]).toFixed(2)}`;
  const yuan =
    /^[¥￥]\s?([\d,.]+)$/.exec(text)?.[1] ?? /^(.+?)\s?(?:元|块钱|块|yuan|rmb|CNY)$/i.exec(text)?.[1];
  const whole = readNumber(yuan ?? '');
  if (whole !== null && yuan !== undefined) return `CNY ${whole.toFixed(2)}`;
  const jiao = /^(.+?)块(.)$/.exec(text);
  const major = readNumber(jiao?.[1] ?? '');
  const minor = readNumber(jiao?.[2] ?? '');
  return jiao !== null && major !== null && minor !== null ? `CNY ${(major + minor / 10).toFixed(2)}` : null;
}

const PERIOD_UNITS: [RegExp, (n: number) => string][] = [
  [/^(.+?)\s?(?:个)?(?:小时|钟头|hours?|hrs?|h)$/i, (n) => `PT${n}H`],
  [/^(.+?)\s?(?:分钟|minutes?|mins?)$/i, (n) => `PT${n}M`],
  [/^(.+?)\s?(?:天|日|days?)$/i, (n) => `P${n}D`],
  [/^(.+?)\s?(?:个)?(?:工作日|working days|business days)$/i, (n) => `P${n}D`],
  [/^(.+?)\s?(?:周|个?星期|个?礼拜|weeks?)$/i, (n) => `P${n}W`],
  [/^(.+?)\s?(?:个?月|months?)$/i, (n) => `P${n}M`],
  [/^(.+?)\s?(?:年|years?)$/i, (n) => `P${n}Y`],
];

function periodOf(text: string): string | null {
  for (const [pattern, write] of PERIOD_UNITS) {
    const number = readNumber(pattern.exec(text)?.[1] ?? '');
    if (number !== null) return number === 0.5 && text.includes('月') ? 'P15D' : write(number);
  }
  return null;
}

function quantityOf(text: string): string | null {
  const number =
    /^([\d零一二两俩三仨四五六七八九十百千半]+)\D*$/.exec(text)?.[1] ?? /^([a-z]+)\b/i.exec(text)?.[1] ?? '';
  const read = readNumber(number);
  return read === null ? null : String(read);
}

function phoneOf(text: string): string {
  const digits = text.replace(/[^\d+]/g, '');
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('86') && digits.length === 13) return `+${digits}`;
  return /^1\d{10}$/.test(digits) ? `+86${digits}` : digits;
}

/** The value of a marked entity, or null when no rule or table row gives it. */
export function entityValue(
  type: string,
  text: string,
  lists: Map<string, string>,
  table: Map<string, string>,
): string | null {
  const given = table.get(`${type}\t${text.toLowerCase()}`) ?? lists.get(`${type}\t${text.toLowerCase()}`);
  if (given !== undefined) return given;
  if (type === 'order_number' || type === 'tracking_number') return text.replace(/[\s-]/g, '').toUpperCase();
  if (type === 'phone') return phoneOf(text);
  if (type === 'email') return text.toLowerCase();
  if (type === 'amount') return amountOf(text);
  if (type === 'quantity') return quantityOf(text);
  if (type === 'period') return periodOf(text);
  const size = type === 'size' ? /^([\d.]+)\s?(ml|g|毫升|克|mls|grams?)$/i.exec(text) : null;
  return size === null ? null : `${size[1]}${/^(ml|毫升)/i.test(size[2] ?? '') ? 'ml' : 'g'}`;
}

export { entityValue as valueOf };
