import i18next from 'i18next';

const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(shape: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${i18next.language} ${shape}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(i18next.language || 'zh-CN', options);
    formatters.set(key, found);
  }
  return found;
}

const startOfDay = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
/** Whole days between two instants on the reader's calendar. */
const daysBetween = (from: Date, to: Date): number => Math.round((startOfDay(to) - startOfDay(from)) / DAY);

/** 09:31 */
export function formatTime(instant: string): string {
  return formatter('time', { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(instant));
}

/** 今天, 昨天, 星期三, 9月15日, 2025年9月15日: as near as possible. */
export function formatDay(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const days = daysBetween(at, now);
  if (days === 0) return i18next.t('common:time.today');
  if (days === 1) return i18next.t('common:time.yesterday');
  if (days > 1 && days < 7) return formatter('weekday', { weekday: 'long' }).format(at);
  return at.getFullYear() === now.getFullYear()
    ? formatter('day', { month: 'long', day: 'numeric' }).format(at)
    : formatter('date', { year: 'numeric', month: 'long', day: 'numeric' }).format(at);
}

/** Time today, else the day: for list rows. */
export function formatShort(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const days = daysBetween(at, now);
  if (days === 0) return formatTime(instant);
  if (days === 1) return i18next.t('common:time.yesterday');
  return at.getFullYear() === now.getFullYear()
    ? formatter('short', { month: 'numeric', day: 'numeric' }).format(at)
    : formatter('shortDate', { year: 'numeric', month: 'numeric', day: 'numeric' }).format(at);
}

/** 今天 09:31; Wed 15 Sep, 09:31: for what is to come and for titles. */
export function formatMoment(instant: string, now: Date = new Date()): string {
  return i18next.t('common:time.dayAndTime', {
    day: formatNearDay(instant, now),
    time: formatTime(instant),
  });
}

function formatNearDay(instant: string, now: Date): string {
  const at = new Date(instant);
  const days = daysBetween(now, at);
  if (days > 0 && days < 7)
    return formatter('weekdayDay', { weekday: 'short', month: 'numeric', day: 'numeric' }).format(at);
  return formatDay(instant, now);
}

/** 刚刚, 5 分钟前, 3 小时前, 2 天前, then the day. */
export function formatAgo(instant: string, now: Date = new Date()): string {
  const ms = now.getTime() - new Date(instant).getTime();
  if (ms < 60_000) return i18next.t('common:time.now');
  if (ms < 3_600_000) return i18next.t('common:time.minutesAgo', { count: Math.floor(ms / 60_000) });
  if (ms < DAY) return i18next.t('common:time.hoursAgo', { count: Math.floor(ms / 3_600_000) });
  if (ms < 7 * DAY) return i18next.t('common:time.daysAgo', { count: Math.floor(ms / DAY) });
  return formatDay(instant, now);
}

/** Bytes for people: 820 KB, 3.4 MB, with a no-break space. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00a0B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)}\u00a0KB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)}\u00a0MB`;
}
