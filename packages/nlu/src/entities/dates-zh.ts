import { addMonths, dayOf, isRealDay, monthRange, nearestYear, partsOf } from './calendar.ts';
import {
  day,
  lengthReading,
  monthReading,
  range,
  type TimeRule,
  weekdayInWeek,
  weekendReading,
  weekReading,
  yearReading,
  zhWeekday,
} from './date-rules.ts';
import { readZhNumber, zhNumber } from './numerals.ts';

const dayWords: Record<string, number> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  前儿: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨儿: -1,
  昨晚: -1,
  昨夜: -1,
  昨早: -1,
  昨: -1,
  今天: 0,
  今日: 0,
  今儿: 0,
  今晚: 0,
  今早: 0,
  今晨: 0,
  今夜: 0,
  当天: 0,
  明天: 1,
  明日: 1,
  明儿: 1,
  明晚: 1,
  明早: 1,
  后天: 2,
  后日: 2,
  后儿: 2,
  大后天: 3,
};

const units: Record<string, string> = {
  秒: 's',
  分钟: 'min',
  小时: 'h',
  个小时: 'h',
  钟头: 'h',
  个钟头: 'h',
  个钟: 'h',
  天: 'd',
  日: 'd',
  晚: 'd',
  个晚上: 'd',
  个工作日: 'd',
  工作日: 'd',
  周: 'w',
  个周: 'w',
  星期: 'w',
  个星期: 'w',
  礼拜: 'w',
  个礼拜: 'w',
  月: 'm',
  个月: 'm',
  个多月: 'm',
  年: 'y',
};
const unitWords = Object.keys(units).sort((a, b) => b.length - a.length);
const unit = `(?:${unitWords.join('|')})`;
const shiftOf = (words: string): number => {
  let shift = 0;
  for (const c of words) shift += c === '上' ? -1 : c === '下' ? 1 : 0;
  return shift;
};
const read = (written: string | undefined): number => readZhNumber(written ?? '') ?? Number.NaN;

const dayRules: TimeRule[] = [
  {
    pattern:
      /大前天|大后天|(?<![之以])(?:前|后)[天日儿](?!还剩)|前晚|昨[天日儿晚夜早]|昨(?=下午|上午|中午)|今[天日儿晚早晨夜]|明[天日儿晚早](?!显)/g,
    confidence: 0.95,
    read: (m, now) => day(now.day + (dayWords[m[0]] ?? 0)),
  },
  {
    pattern: /(上+|下+|这|本)个?(?:周|星期|礼拜)([一二三四五六日天1-7])(?!\d)/g,
    confidence: 0.95,
    read: (m, now) =>
      day(weekdayInWeek(now.day, zhWeekday[m[2] as string] as number, shiftOf(m[1] as string))),
  },
  {
    pattern:
      /(?<!每个?|每逢|一|[嘴眼唇四鼻颈圆身两])(?:周|星期|礼拜)([一二三四五六日天1-7])(?![\d天至到~-]|个|年|期|次|边|起|圈|样|直)/g,
    confidence: 0.85,
    read: (m, now) => day(weekdayInWeek(now.day, zhWeekday[m[1] as string] as number, 0)),
  },
  {
    pattern:
      /(?:((?:19|20)?\d{2})年|(今年|去年|前年|明年)的?)?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:的)?(\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?(?![\d天个件瓶支盒元块]|ml)/g,
    confidence: 0.96,
    read: (m, now) => calendarDay(m, now.day),
  },
  {
    pattern: /(上个?月|这个?月|本月|下个?月)的?(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/g,
    confidence: 0.95,
    read: (m, now) => {
      const { year, month } = partsOf(addMonths(now.day, shiftOf((m[1] as string)[0] as string)));
      const date = read(m[2]);
      return isRealDay(year, month, date) ? day(dayOf(year, month, date)) : undefined;
    },
  },
  {
    pattern:
      /(?<![\d月年.#no第楼栋])(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日](?![\d]|达|色|线|楼|店|链|色号|柜|仓|机|床|桌|技|记|用|常|期|光|霜|晒|夜|本|抛)/g,
    confidence: 0.7,
    read: (m, now) => bareDate(read(m[1]), now.day),
  },
  {
    isAnyScript: true,
    pattern: /((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?![\d-])/g,
    confidence: 0.97,
    read: (m) => {
      const [year, month, date] = [Number(m[1]), Number(m[2]), Number(m[3])];
      return isRealDay(year, month, date) ? day(dayOf(year, month, date)) : undefined;
    },
  },
  {
    // A month with its year, as printed on a tube: 2027年3月, 2028/01, 08/2026.
    isAnyScript: true,
    pattern:
      /(?<![\d./-])(?:(20\d{2})(?:年|[-/.])(0?[1-9]|1[0-2])(?:月份?|(?![\d月./-]))(?![\d.])|(0[1-9]|1[0-2])\/(20\d{2})(?![\d/]))/g,
    confidence: 0.9,
    read: (m) => ({ kind: 'month', year: Number(m[1] ?? m[4]), month: Number(m[2] ?? m[3]) }),
  },
  {
    isAnyScript: true,
    pattern: /(?<![\d./-])(\d{1,2})\/(\d{1,2})(?![\d./%])/g,
    confidence: 0.75,
    read: (m, now) => {
      const [month, date] = [Number(m[1]), Number(m[2])];
      return isRealDay(0, month, date) ? day(nearestYear(now.day, month, date)) : undefined;
    },
  },
  {
    pattern:
      /(?<![\d.¥￥$第v-])(1[0-2]|[1-9])\.([12]\d|3[01]|0?[1-9])(?=号|日|那天|下单|买|拍|付|签|收|发货|寄|到货|的?订单|活动)(?:[号日])?/g,
    confidence: 0.75,
    read: (m, now) => {
      const [month, date] = [Number(m[1]), Number(m[2])];
      return isRealDay(0, month, date) ? day(nearestYear(now.day, month, date)) : undefined;
    },
  },
  {
    pattern:
      /(?:(?<!\d)(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?|上个?月|本月|这个?月|下个?月|月)[底末初](?!旬)/g,
    confidence: 0.85,
    read: (m, now) => {
      const shift = m[0].startsWith('上') ? -1 : m[0].startsWith('下') ? 1 : 0;
      const near = m[1] ? nearestYear(now.day, read(m[1]), 28) : addMonths(now.day, shift);
      const { year, month } = partsOf(near);
      const { from, to } = monthRange(year, month);
      return day(m[0].endsWith('初') ? from : to);
    },
  },
  {
    pattern: new RegExp(`(${zhNumber}|半)(?:多)?(${unit})(?:之?前|以前)(?!台|面|端)`, 'g'),
    confidence: 0.95,
    read: (m, now) => awayFrom(m, now),
  },
];

function calendarDay(m: RegExpExecArray, today: number): ReturnType<TimeRule['read']> {
  const month = read(m[3]);
  const date = read(m[4]);
  // 10月20 needs its 号; without it a spoken numeral (三月三) would take in too much.
  if (!/[日号]$/.test(m[0]) && (/[一二三四五六七八九十]/.test(m[4] as string) || date > 31)) return undefined;
  if (!isRealDay(0, month, date)) return undefined;
  const { year } = partsOf(today);
  if (m[1]) {
    const written = Number(m[1]);
    return day(dayOf(written < 100 ? 2000 + written : written, month, date));
  }
  const shift = { 今年: 0, 去年: -1, 前年: -2, 明年: 1 }[m[2] ?? ''];
  return day(shift === undefined ? nearestYear(today, month, date) : dayOf(year + shift, month, date));
}

/** 11号 alone: of this month if it is past or near, else of the month before. */
function bareDate(date: number, today: number): ReturnType<TimeRule['read']> {
  if (!(date >= 1 && date <= 31)) return undefined;
  const { year, month } = partsOf(today);
  for (const shift of [0, -1, -2]) {
    const first = partsOf(addMonths(dayOf(year, month, 1), shift));
    if (!isRealDay(first.year, first.month, date)) continue;
    const candidate = dayOf(first.year, first.month, date);
    if (candidate - today <= 15) return day(candidate);
  }
  return undefined;
}

function awayFrom(
  m: RegExpExecArray,
  now: { day: number; hour: number; minute: number },
): ReturnType<TimeRule['read']> {
  const count = read(m[1]);
  if (!Number.isFinite(count)) return undefined;
  const sign = /前$/.test(m[0]) ? -1 : 1;
  const kind = units[m[2] as string] as string;
  if (kind === 'd') return day(now.day + sign * Math.round(count));
  if (kind === 'w') return day(now.day + sign * Math.round(count * 7));
  if (kind === 'm') return day(count < 1 ? now.day + sign * 15 : addMonths(now.day, sign * count));
  if (kind === 'y') return day(addMonths(now.day, sign * count * 12));
  const minutes =
    now.hour * 60 + now.minute + sign * count * (kind === 'h' ? 60 : kind === 'min' ? 1 : 1 / 60);
  const days = Math.floor(minutes / 1440);
  const rest = Math.floor(minutes - days * 1440);
  return { kind: 'moment', at: { day: now.day + days, hour: Math.floor(rest / 60), minute: rest % 60 } };
}

const periodRules: TimeRule[] = [
  {
    pattern: /(上+|下+|这|本)(?:一?个)?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])/g,
    confidence: 0.93,
    read: (m, now) => weekReading(now.day, shiftOf(m[1] as string)),
  },
  {
    pattern:
      /(上+|下+|这|本)?个?(?:周末|双休日?|星期末|礼拜末)(?!客服|上班|值班|有人|休息|放假|发货吗|发不发)/g,
    confidence: 0.9,
    read: (m, now) => weekendReading(now.day, shiftOf(m[1] ?? '')),
  },
  {
    pattern: /(上+|下+)(?:一?个)?月(?![底初末\d一二三四五六七八九十])|(这个?|本|当)月(?![底初末\d])/g,
    confidence: 0.93,
    read: (m, now) => monthReading(now.day, shiftOf(m[1] ?? '')),
  },
  {
    pattern: /(今年|去年|前年|明年|本年|后年)(?![初底]|\d|[一二三四五六七八九十]{1,2}月)/g,
    confidence: 0.85,
    read: (m, now) =>
      yearReading(
        now.day,
        { 今: 0, 去: -1, 前: -2, 明: 1, 本: 0, 后: 2 }[(m[1] as string)[0] as string] ?? 0,
      ),
  },
  {
    pattern:
      /(?:(今年|去年|前年|明年)的?|((?:19|20)\d{2})年)?(?<!\d)(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![\d日号一二三四五六七八九十费租饼亮经卡]|之)/g,
    confidence: 0.8,
    read: (m, now) => {
      const month = read(m[3]);
      const shift = { 今: 0, 去: -1, 前: -2, 明: 1 }[(m[1] ?? '')[0] ?? ''];
      const year = m[2]
        ? Number(m[2])
        : shift === undefined
          ? partsOf(nearestYear(now.day, month, 1)).year
          : partsOf(now.day).year + shift;
      const { from, to } = monthRange(year, month);
      return range(from, to);
    },
  },
  {
    pattern: new RegExp(
      `(?:最近|近|过去|未来|前|后|这|头|接下来)的?(?:这)?(${zhNumber}|半)(${unit})(?!前|后|之前|之后)`,
      'g',
    ),
    confidence: 0.88,
    read: (m) => lengthReading(read(m[1]), units[m[2] as string] as string),
  },
  {
    pattern: new RegExp(`(${zhNumber})(?:[-~—到至]|--)(${zhNumber})(${unit})(?!前|后|之前|之后)`, 'g'),
    confidence: 0.93,
    read: (m) => lengthReading(read(m[1]), units[m[3] as string] as string, read(m[2])),
  },
  {
    pattern: new RegExp(
      `(?<![第每十百千.\\d同另哪某的])(${zhNumber}|半)(${unit})(?:半)?(?!无理由|内无理由|前|面|之前|以前|产|份|色|卡|饼|费|到晚|三餐|一个(?!月)|天|催)`,
      'g',
    ),
    confidence: 0.85,
    read: (m) => plainLength(m),
  },
];

/** 三天, 一个半月, 两年半; 一天到晚 and 一日三餐 are sayings. */
function plainLength(m: RegExpExecArray): ReturnType<TimeRule['read']> {
  const written = m[2] as string;
  const kind = units[written] as string;
  const count = read(m[1]);
  // 5月, 11日 and 2024年 name a point; the date rules read those.
  if (written === '月' || written === '日' || /^半[天日]|^[一1]秒/.test(m[0]) || m[0] === '一晚')
    return undefined;
  if (written === '年' && count > 60) return undefined;
  if (written === '周' && /^\d{3,}$/.test(m[1] as string)) return undefined;
  return lengthReading(m[0].endsWith('半') ? count + 0.5 : count, kind);
}

/** Rules for Chinese dates and stretches of time, on folded text. */
export const zhTimeRules: readonly TimeRule[] = [...dayRules, ...periodRules];
