import type { WallTime } from './calendar.ts';
import { range, type TimeReading, type TimeRule, valueOfReading } from './date-rules.ts';
import { enTimeRules } from './dates-en.ts';
import { zhTimeRules } from './dates-zh.ts';
import { type Festival, festivalDay, festivals } from './festivals.ts';
import { readZhNumber } from './numerals.ts';
import type { Candidate } from './types.ts';

const festivalPatterns: readonly { readonly festival: Festival; readonly pattern: RegExp }[] = festivals.map(
  (festival) => ({
    festival,
    pattern: new RegExp(`(今年|去年|前年|明年|last year's |this year's )?(?:${festival.pattern})`, 'g'),
  }),
);

/**
 * Dates and periods in Chinese and English, read from the wall clock `now`. `text` is folded. Overlaps are left
 * in: 3天前 gives the date 3天前 and the length 3天, and the caller keeps the longer.
 */
export function findTimes(text: string, now: WallTime): Candidate[] {
  const found: Candidate[] = [];
  const hasHan = /[一-鿿]/.test(text);
  for (const rule of hasHan ? zhTimeRules : []) applyRule(rule, text, now, found);
  if (/[a-z]{3}/.test(text)) for (const rule of enTimeRules) applyRule(rule, text, now, found);
  for (const rule of hasHan ? [] : numericRules) applyRule(rule, text, now, found);
  for (const { festival, pattern } of festivalPatterns) {
    for (const match of text.matchAll(pattern)) {
      const shift = { 今: 0, 去: -1, 前: -2, 明: 1, l: -1, t: 0 }[(match[1] ?? '')[0] ?? ''];
      const first = festivalDay(festival, now.day, shift);
      pushFestival(found, text, match.index, match.index + match[0].length, first, festival.days);
    }
  }
  return found;
}

const numericRules = zhTimeRules.filter(({ isAnyScript }) => isAnyScript);

function applyRule(rule: TimeRule, text: string, now: WallTime, found: Candidate[]): void {
  rule.pattern.lastIndex = 0;
  for (let match = rule.pattern.exec(text); match; match = rule.pattern.exec(text)) {
    if (match[0] === '') rule.pattern.lastIndex++;
    const reading = rule.read(match, now);
    if (reading)
      push(found, text, match.index, match.index + match[0].trimEnd().length, reading, rule.confidence);
  }
}

function push(
  found: Candidate[],
  text: string,
  start: number,
  end: number,
  reading: TimeReading,
  confidence: number,
  isFeast = false,
): void {
  if (reading.kind === 'range' || reading.kind === 'length') {
    found.push({ type: 'period', start, end, value: valueOfReading(reading), confidence });
    return;
  }
  const clock = reading.kind === 'day' ? clockAfter(text, end, text.slice(start, end)) : undefined;
  const value =
    clock?.hour === undefined || reading.kind !== 'day'
      ? valueOfReading(reading)
      : valueOfReading({ kind: 'moment', at: { day: reading.day, hour: clock.hour, minute: clock.minute } });
  found.push({ type: 'date', start, end: clock?.end ?? end, value, confidence });
  const open = isFeast ? openSide(text, end) : undefined;
  if (open && reading.kind === 'day') {
    const stretch = open.before ? range(undefined, reading.day) : range(reading.day, undefined);
    found.push({ type: 'period', start, end: open.end, value: valueOfReading(stretch), confidence });
  }
}

/** 双十一前 and 国庆之后 are stretches with one open side; 前天 and 后天 are days of their own. */
function openSide(text: string, end: number): { before: boolean; end: number } | undefined {
  const match = /^(?:之前|以前|前(?![天日几后面台])|之后|以后|后(?![天日台面]))/.exec(
    text.slice(end, end + 3),
  );
  return match ? { before: match[0].includes('前'), end: end + match[0].length } : undefined;
}

function pushFestival(
  found: Candidate[],
  text: string,
  start: number,
  end: number,
  first: number,
  days: number,
): void {
  const during =
    /^(?:节|假|活动|大促)?(?:期间|假期|长假|那几天|这几天|时候的?那几天)|^ (?:week|weekend|holidays?|period|sale week)\b/.exec(
      text.slice(end, end + 14),
    );
  if (during) {
    const to = during[0].endsWith('weekend') ? 2 : Math.max(days, during[0].endsWith('week') ? 7 : 1) - 1;
    const value = valueOfReading(range(first, first + to));
    found.push({ type: 'period', start, end: end + during[0].length, value, confidence: 0.93 });
  }
  // Customers date by a feast (拍双十一的) and plan by a holiday (春节发货吗).
  if (days >= 5 && !openSide(text, end)) {
    const value = valueOfReading(range(first, first + days - 1));
    found.push({ type: 'period', start, end, value, confidence: 0.92 });
    return;
  }
  const isLabel = /^(?:包装|礼盒|限定|款|版|套装| (?:paper|gift|edition|box|wrap|set))/.test(
    text.slice(end, end + 8),
  );
  if (isLabel) return;
  push(found, text, start, end, { kind: 'day', day: first }, 0.9, true);
  if (/(?:假期|长假|黄金周|holiday)$/.test(text.slice(start, end))) {
    found.push({
      type: 'period',
      start,
      end,
      value: valueOfReading(range(first, first + days - 1)),
      confidence: 0.95,
      rank: 1,
    });
  }
}

const zhClock =
  /^的?(早上|早晨|清早|一早|上午|中午|下午|傍晚|晚上|夜里|凌晨|半夜|晚|早)?(?:的?(\d{1,2}|[一二三四五六七八九十两]{1,3})(?:[:：](\d{2})|点(?:钟)?(?:(半)|(\d{1,2}|[一二三四五六七八九十]{1,3})分?)?))?/;
const enClock =
  /^(?: at (noon|midnight)|,? (?:at |around |by |before )?(\d{1,2})(?::(\d{2}))? ?(am|pm|a\.m\.|p\.m\.)| at (\d{1,2}):(\d{2}))(?![a-z])/;

/** The time of day that directly follows a date; `hour` is undefined for a bare 下午. */
function clockAfter(
  text: string,
  end: number,
  written: string,
): { end: number; hour?: number; minute: number } | undefined {
  const rest = text.slice(end, end + 24);
  const english = enClock.exec(rest);
  if (english) {
    const hour = english[1] ? (english[1] === 'noon' ? 12 : 0) : Number(english[2] ?? english[5]);
    const half = (english[4] ?? '')[0];
    const full = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
    if (full < 24)
      return { end: end + english[0].length, hour: full, minute: Number(english[3] ?? english[6] ?? 0) };
  }
  const chinese = zhClock.exec(rest);
  if (!chinese || chinese[0] === '' || (!chinese[1] && !chinese[2])) return undefined;
  if (!chinese[2]) return { end: end + chinese[0].length, minute: 0 };
  const part = chinese[1] ?? (/[晚夜]$/.test(written) ? '晚' : '');
  const hour = readZhNumber(chinese[2]) ?? 0;
  const minute = chinese[3] ?? chinese[5];
  const late = /下午|傍晚|晚/.test(part) && hour < 12;
  const full = late ? hour + 12 : hour;
  if (full > 24) return undefined;
  return {
    end: end + chinese[0].length,
    hour: full % 24,
    minute: chinese[4] ? 30 : minute ? (readZhNumber(minute) ?? 0) : 0,
  };
}
