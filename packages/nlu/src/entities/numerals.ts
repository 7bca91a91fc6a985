const digitOf: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const unitOf: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Source of a pattern for a number as Chinese shoppers write it: 320, 1,299.5, 三百二十, 两万, 3百, 1.5万. */
export const zhNumber =
  '(?:\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,4})?[百千万w]?|[零〇一二两三四五六七八九十百千万]{1,12})';

/**
 * Reads a Chinese or mixed numeral. 两万五 is 25000 and 一百二 is 120: a last digit without a unit counts in the
 * next lower unit, as it is spoken; after 零 it counts ones. Digits alone (一二三) are read in sequence.
 * Undefined when it is no number.
 */
export function readZhNumber(written: string): number | undefined {
  const plain = written.replaceAll(',', '');
  const mixed = /^(\d+(?:\.\d+)?)([十百千万亿w]?)$/.exec(plain);
  if (mixed) {
    const scale = { '': 1, 十: 10, 百: 100, 千: 1000, 万: 10_000, w: 10_000, 亿: 1e8 }[mixed[2] ?? ''] ?? 1;
    return Math.round(Number(mixed[1]) * scale * 1e4) / 1e4;
  }
  if (plain === '半') return 0.5;
  if (/^[零〇一二两三四五六七八九]{2,}$/.test(plain)) {
    return Number([...plain].map((c) => digitOf[c]).join(''));
  }
  return readGrouped(plain);
}

function readGrouped(written: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 0;
  for (const c of written) {
    const value = digitOf[c];
    const unit = unitOf[c];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      if (value === 0) lastUnit = 0;
    } else if (unit !== undefined) {
      section += (digit ?? (unit === 10 ? 1 : Number.NaN)) * unit;
      digit = undefined;
      lastUnit = unit;
    } else if (c === '万' || c === '亿') {
      const scale = c === '万' ? 1e4 : 1e8;
      total = (total + section + (digit ?? 0)) * scale;
      section = 0;
      digit = undefined;
      lastUnit = scale;
    } else return undefined;
  }
  const tail = digit === undefined ? 0 : lastUnit > 10 ? (digit * lastUnit) / 10 : digit;
  const sum = total + section + tail;
  return Number.isFinite(sum) && written.length > 0 ? sum : undefined;
}

const ones = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const numberWord = `(?:${[...ones.slice(1).reverse(), ...tens.slice(2)].join('|')}|hundred|thousand)`;

/** Source of a pattern for an English number: 20, 1,299.50, twenty-five, a hundred and ten, a couple of. */
export const enNumber = `(?:\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,4})?k?\\b|(?:an? (?=hundred|thousand))?${numberWord}(?:(?:[ -]| and )${numberWord}){0,5}\\b|half a dozen|a dozen|dozen|an? couple(?: of)?|couple(?: of)?|an?\\b)`;

/** Reads an English numeral in lower case; `a` is 1, a couple 2, a dozen 12. Undefined when it is no number. */
export function readEnNumber(written: string): number | undefined {
  const plain = written.replaceAll(',', '').trim();
  const figure = /^(\d+(?:\.\d+)?)(k?)$/.exec(plain);
  if (figure) return Number(figure[1]) * (figure[2] ? 1000 : 1);
  if (plain.includes('half a dozen')) return 6;
  if (plain.includes('dozen')) return 12;
  if (plain.includes('couple')) return 2;
  if (plain === 'a' || plain === 'an') return 1;
  let total = 0;
  let section = 0;
  for (const word of plain.split(/[ -]+/)) {
    const one = ones.indexOf(word);
    const ten = tens.indexOf(word);
    if (one >= 0) section += one;
    else if (ten >= 2) section += ten * 10;
    else if (word === 'hundred') section = (section || 1) * 100;
    else if (word === 'thousand') {
      total += (section || 1) * 1000;
      section = 0;
    } else if (word !== 'and' && word !== 'a' && word !== 'an') return undefined;
  }
  return total + section;
}
