import { type Day, dayOf, nearestYear, partsOf } from './calendar.ts';

export interface Festival {
  /** Source of a pattern on folded text. */
  readonly pattern: string;
  /** First day and length in days in a year; fixed dates give month and day only. */
  readonly at: (year: number) => Day;
  readonly days: number;
}

const fixed =
  (month: number, date: number) =>
  (year: number): Day =>
    dayOf(year, month, date);

/** The n-th weekday (Monday 1 … Sunday 7) of a month. */
const nth =
  (month: number, weekday: number, n: number) =>
  (year: number): Day => {
    const first = dayOf(year, month, 1);
    return first + ((weekday - partsOf(first).weekday + 7) % 7) + (n - 1) * 7;
  };

let lunarFormat: Intl.DateTimeFormat | undefined;
const lunarYears = new Map<string, Day>();

/** The day of a month and date of the Chinese calendar, from the calendar tables of ICU; leap months do not count. */
const lunar =
  (month: number, date: number) =>
  (year: number): Day => {
    const key = `${year}-${month}-${date}`;
    const known = lunarYears.get(key);
    if (known !== undefined) return known;
    lunarFormat ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    // New year falls between January 21 and February 20; a month is 29 or 30 days.
    const from = dayOf(year, 1, 21) + Math.floor((month - 1) * 29.5);
    for (let day = from; day < from + 65; day++) {
      const part: Record<string, string> = {};
      for (const { type, value } of lunarFormat.formatToParts(new Date(day * 86_400_000))) part[type] = value;
      if (part.month === String(month) && part.day === String(date)) {
        lunarYears.set(key, day);
        return day;
      }
    }
    return from;
  };

/** Qingming by the common formula for 2000–2099: ⌊0.2422·y + 4.81⌋ − ⌊y/4⌋ in April, y the last two digits. */
const qingming = (year: number): Day => {
  const y = ((year % 100) + 100) % 100;
  return dayOf(year, 4, Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4));
};

const blackFriday = (year: number): Day => nth(11, 4, 4)(year) + 1;

/** Feasts and sale days that shoppers date things by. Holiday lengths are the usual statutory ones. */
export const festivals: readonly Festival[] = [
  {
    pattern: "双(?:十一|11)|(?<![\\d.])11\\.11(?![\\d.])|光棍节|singles?'?s?' day|double (?:11|eleven)",
    at: fixed(11, 11),
    days: 1,
  },
  { pattern: '双(?:十二|12)|(?<![\\d.])12\\.12(?![\\d.])|double (?:12|twelve)', at: fixed(12, 12), days: 1 },
  { pattern: '(?<![\\d.])6\\.?18(?![\\d.]|元|块)(?:大促|年中大促)?|六一八', at: fixed(6, 18), days: 1 },
  {
    pattern: '国庆(?:节|长假|黄金周|假期|假)?|十一(?:长假|黄金周|假期|期间)|national day',
    at: fixed(10, 1),
    days: 7,
  },
  { pattern: "元旦(?:节|假期)?|new year'?s day", at: fixed(1, 1), days: 3 },
  { pattern: "new year'?s eve|跨年夜?", at: fixed(12, 31), days: 1 },
  { pattern: '五一(?:节|长假|假期)?|劳动节|labou?r day', at: fixed(5, 1), days: 5 },
  {
    pattern: "三八(?:节|妇女节)?|3\\.8(?:节|大促)|女神节|妇女节|38(?:节|大促)|women'?s day",
    at: fixed(3, 8),
    days: 1,
  },
  { pattern: '六一(?:儿童节)?|儿童节', at: fixed(6, 1), days: 1 },
  { pattern: '教师节', at: fixed(9, 10), days: 1 },
  { pattern: "(?:214)?情人节|valentine'?s(?: day)?", at: fixed(2, 14), days: 1 },
  { pattern: '520(?=那?天|当天|活动|大促|礼盒|之?前|之?后)', at: fixed(5, 20), days: 1 },
  { pattern: '99大促|九九大促', at: fixed(9, 9), days: 1 },
  { pattern: '万圣节|halloween', at: fixed(10, 31), days: 1 },
  { pattern: '平安夜|christmas eve', at: fixed(12, 24), days: 1 },
  { pattern: '圣诞(?:节)?|christmas(?: day)?|xmas', at: fixed(12, 25), days: 1 },
  { pattern: "母亲节|mother'?s'? day", at: nth(5, 7, 2), days: 1 },
  { pattern: "父亲节|father'?s'? day", at: nth(6, 7, 3), days: 1 },
  { pattern: '感恩节|thanksgiving(?: day)?', at: nth(11, 4, 4), days: 1 },
  { pattern: '黑(?:色星期)?五|black friday', at: blackFriday, days: 1 },
  { pattern: '网络星期一|cyber monday', at: (year) => blackFriday(year) + 3, days: 1 },
  { pattern: '清明(?:节|假期)?', at: qingming, days: 3 },
  {
    pattern:
      '春节(?:假期)?|过年(?!会|货)|大年初一|(?:chinese|lunar) new year|spring festival|\\bcny\\b(?= (?:sale|holiday|break))',
    at: lunar(1, 1),
    days: 7,
  },
  { pattern: '除夕|大年三十|年三十', at: (year) => lunar(1, 1)(year) - 1, days: 1 },
  { pattern: '元宵(?:节)?', at: lunar(1, 15), days: 1 },
  { pattern: '端午(?:节|假期)?|dragon boat festival', at: lunar(5, 5), days: 3 },
  { pattern: '七夕(?:节)?', at: lunar(7, 7), days: 1 },
  { pattern: '中秋(?:节|假期)?|mid-autumn(?: festival)?', at: lunar(8, 15), days: 3 },
];

/** The first day of a feast in the year the writer most likely means; `shift` −1 for last year's, 1 for next year's. */
export function festivalDay(festival: Festival, today: Day, shift?: number): Day {
  const { year } = partsOf(today);
  if (shift !== undefined) return festival.at(year + shift);
  const thisYear = partsOf(festival.at(year));
  const guess = partsOf(nearestYear(today, thisYear.month, thisYear.date)).year;
  return festival.at(guess);
}
