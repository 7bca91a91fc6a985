import { addMonths, dayOf, isRealDay, monthRange, nearestYear, partsOf } from './calendar.ts';
import {
  day,
  lengthReading,
  monthReading,
  range,
  type TimeReading,
  type TimeRule,
  weekendReading,
  weekReading,
  yearReading,
} from './date-rules.ts';
import { enNumber, readEnNumber } from './numerals.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekday = '(monday|mon|tuesday|tues?|wednesday|weds?|thursday|thurs?|thu|friday|fri|saturday|sunday)';
const dateNumber = '(\\d{1,2})(?:st|nd|rd|th)?';

const unitWords = 'minutes?|mins?|hours?|hrs?|hr|days?|nights?|weeks?|wks?|months?|years?|yrs?|fortnights?';
const unitOf = (written: string): string => {
  if (written.startsWith('min')) return 'min';
  if (written.startsWith('mon')) return 'm';
  if (written.startsWith('fort')) return 'f';
  return { h: 'h', d: 'd', n: 'd', w: 'w', y: 'y' }[written[0] as string] ?? 'd';
};
const readMonth = (written: string | undefined): number => months.indexOf((written ?? '').slice(0, 3)) + 1;
const readWeekday = (written: string | undefined): number =>
  weekdays.indexOf((written ?? '').slice(0, 3)) + 1;

function calendarDay(today: number, m: number, d: number, year?: number): TimeReading | undefined {
  if (!isRealDay(year ?? 0, m, d)) return undefined;
  return day(year === undefined ? nearestYear(today, m, d) : dayOf(year < 100 ? 2000 + year : year, m, d));
}

const fixedDays: Record<string, number> = {
  'the day before yesterday': -2,
  'day before yesterday': -2,
  yesterday: -1,
  'last night': -1,
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  tomorrow: 1,
  tmrw: 1,
  tmr: 1,
  tomoz: 1,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
};

const dayRules: TimeRule[] = [
  {
    pattern:
      /\b(?:\d{1,2}(?::\d{2})? ?[ap]m (?=today|tomorrow|yesterday))?(?:(?:the )?day (?:before yesterday|after tomorrow)|yesterday|last night|today|tonight|this (?:morning|afternoon|evening)|tomorrow|tmrw?|tomoz)\b(?:(?<!last night|tonight|this \w{7,9}) (?:morning|afternoon|evening|night))?/g,
    confidence: 0.95,
    read: (m, now) => {
      const clock = /^(\d{1,2})(?::(\d{2}))? ?([ap])m /.exec(m[0]);
      const words = m[0].slice(clock?.[0].length ?? 0);
      const key = fixedDays[words] ?? fixedDays[words.replace(/ (?:morning|afternoon|evening|night)$/, '')];
      if (key === undefined) return undefined;
      const hour = (Number(clock?.[1]) % 12) + (clock?.[3] === 'p' ? 12 : 0);
      if (!clock) return day(now.day + key);
      return { kind: 'moment', at: { day: now.day + key, hour, minute: Number(clock[2] ?? 0) } };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(last|this past|past|this|next|this coming|coming) )?${weekday}\\b(?: (?:morning|afternoon|evening|night))?`,
      'g',
    ),
    confidence: 0.92,
    read: (m, now) => {
      const ahead = /\b(?:until|till|by|before|until next|come) $/.test(
        m.input.slice(Math.max(0, m.index - 8), m.index),
      );
      return weekdayReading(now.day, m[1] ?? (ahead ? 'coming' : undefined), readWeekday(m[2]));
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?${month} (?:the )?${dateNumber}(?!\\d|[:%]|ml)(?:,? ((?:19|20)\\d{2}))?`,
      'g',
    ),
    confidence: 0.95,
    read: (m, now) => calendarDay(now.day, readMonth(m[1]), Number(m[2]), m[3] ? Number(m[3]) : undefined),
  },
  {
    pattern: new RegExp(`\\b(?:the )?${dateNumber} (?:of )?${month}(?![a-z])(?:,? ((?:19|20)\\d{2}))?`, 'g'),
    confidence: 0.95,
    read: (m, now) => calendarDay(now.day, readMonth(m[2]), Number(m[1]), m[3] ? Number(m[3]) : undefined),
  },
  {
    pattern: /\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:order|time|item|bottle|one|of))/g,
    confidence: 0.8,
    read: (m, now) => theNth(now.day, Number(m[1])),
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})\/(\d{1,2})\/((?:20)?\d{2})(?![\d/])/g,
    confidence: 0.9,
    read: (m) => {
      const [a, b, year] = [Number(m[1]), Number(m[2]), Number(m[3])];
      // American order unless only the other one exists.
      return calendarDay(0, a > 12 ? b : a, a > 12 ? a : b, year);
    },
  },
  {
    pattern: new RegExp(`\\b(${enNumber}) (${unitWords}) (ago|back|earlier|from (?:now|today))\\b`, 'g'),
    confidence: 0.95,
    read: (m, now) =>
      awayFrom(
        readEnNumber(m[1] as string),
        m[2] as string,
        /^(?:ago|back|earlier)$/.test(m[3] as string) ? -1 : 1,
        now,
      ),
  },
  {
    pattern: new RegExp(`\\b(?:in) (${enNumber}) (${unitWords})(?:'s)? time\\b`, 'g'),
    confidence: 0.85,
    read: (m, now) => awayFrom(readEnNumber(m[1] as string), m[2] as string, 1, now),
  },
];

/** "Friday" alone is the nearest one, with the past preferred unless a word points ahead. */
function weekdayReading(today: number, which: string | undefined, wanted: number): TimeReading | undefined {
  if (wanted === 0) return undefined;
  const behind = (partsOf(today).weekday - wanted + 7) % 7;
  if (which === 'last' || which === 'past' || which === 'this past') return day(today - (behind || 7));
  if (which === 'next') return day(today - partsOf(today).weekday + wanted + 7);
  if (which) return day(today + ((7 - behind) % 7));
  return day(today - behind);
}

function theNth(today: number, date: number): TimeReading | undefined {
  const { year, month: thisMonth } = partsOf(today);
  for (const shift of [0, -1]) {
    const first = partsOf(addMonths(dayOf(year, thisMonth, 1), shift));
    if (!isRealDay(first.year, first.month, date)) continue;
    const candidate = dayOf(first.year, first.month, date);
    if (candidate - today <= 15) return day(candidate);
  }
  return undefined;
}

function awayFrom(
  count: number | undefined,
  written: string,
  sign: number,
  now: { day: number; hour: number; minute: number },
): TimeReading | undefined {
  if (count === undefined || count > 10_000) return undefined;
  const kind = unitOf(written);
  if (kind === 'd') return day(now.day + sign * Math.round(count));
  if (kind === 'w') return day(now.day + sign * Math.round(count * 7));
  if (kind === 'f') return day(now.day + sign * count * 14);
  if (kind === 'm') return day(addMonths(now.day, sign * count));
  if (kind === 'y') return day(addMonths(now.day, sign * count * 12));
  const minutes = now.hour * 60 + now.minute + sign * count * (kind === 'h' ? 60 : 1);
  const days = Math.floor(minutes / 1440);
  const rest = Math.floor(minutes - days * 1440);
  return { kind: 'moment', at: { day: now.day + days, hour: Math.floor(rest / 60), minute: rest % 60 } };
}

const shiftWord: Record<string, number> = { last: -1, past: -1, previous: -1, this: 0, next: 1, coming: 1 };

const periodRules: TimeRule[] = [
  {
    pattern: /\b(last|this|next|this past|past) (week|weekend|month|year)\b(?!s)/g,
    confidence: 0.93,
    read: (m, now) => {
      const shift = shiftWord[(m[1] as string).split(' ').at(-1) as string] ?? 0;
      if (m[2] === 'week') return weekReading(now.day, shift);
      if (m[2] === 'weekend') return weekendReading(now.day, shift);
      return m[2] === 'month' ? monthReading(now.day, shift) : yearReading(now.day, shift);
    },
  },
  {
    pattern: /\b(?:over |during |at )?the (weekend|holidays|festive season|holiday season)\b/g,
    confidence: 0.75,
    read: (m, now) => {
      if (m[1] === 'weekend') return weekendReading(now.day, partsOf(now.day).weekday >= 5 ? 0 : -1);
      const { year } = partsOf(now.day);
      return range(dayOf(year, 12, 24), dayOf(year + 1, 1, 1));
    },
  },
  {
    pattern: new RegExp(
      `(?:(?<=\\b(?:in|since|during|of|until) )|\\b(?:early|late|last|this|next) )(${month})(?! \\d)(?![a-z])(?: (20\\d{2}))?`,
      'g',
    ),
    confidence: 0.8,
    read: (m, now) => {
      const which = readMonth(m[2]);
      if (which === 0) return undefined;
      const { from, to } = monthRange(
        m[3] ? Number(m[3]) : partsOf(nearestYear(now.day, which, 1)).year,
        which,
      );
      return range(from, to);
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d$€£.])\\b(${enNumber})(?: ?(?:-|to|or) ?(${enNumber}))?[ -]?(?:(?:whole|full|business|working|more|solid|long|straight|calendar|entire|bloody|freaking) ){0,2}(${unitWords})\\b(?! ago|[- ](?:shipping|delivery)| back\\b| earlier| from now|[- ]old|[- ]year)`,
      'g',
    ),
    confidence: 0.88,
    read: (m) => {
      const count = readEnNumber(m[1] as string);
      const upTo = m[2] ? readEnNumber(m[2]) : undefined;
      const kind = unitOf(m[3] as string);
      // "Wait a minute" and "in an hour or so" differ: seconds and minutes with an article are sayings.
      if (count === undefined || (kind === 'min' && /^an?$/.test(m[1] as string))) return undefined;
      if (/(?:times|once|twice) $/.test(m.input.slice(Math.max(0, m.index - 6), m.index))) return undefined;
      if (/^ off\b/.test(m.input.slice(m.index + m[0].length))) return undefined;
      if (kind === 'f') return lengthReading(count * 2, 'w');
      return lengthReading(count, kind, upTo);
    },
  },
];

/** Rules for English dates and stretches of time, on folded text. */
export const enTimeRules: readonly TimeRule[] = [...dayRules, ...periodRules];
