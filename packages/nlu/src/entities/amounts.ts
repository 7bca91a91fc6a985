import { enNumber, readEnNumber, readZhNumber, zhNumber } from './numerals.ts';
import type { Candidate } from './types.ts';

const prefixes: Record<string, string> = {
  '¥': 'CNY',
  '￥': 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  人民币: 'CNY',
  us$: 'USD',
  hk$: 'HKD',
  nt$: 'TWD',
  s$: 'SGD',
  a$: 'AUD',
  c$: 'CAD',
  $: 'USD',
  usd: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  hkd: 'HKD',
};
const suffixes: Record<string, string> = {
  块钱: 'CNY',
  元钱: 'CNY',
  块: 'CNY',
  元: 'CNY',
  圆: 'CNY',
  大洋: 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  yuan: 'CNY',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  刀: 'USD',
  dollars: 'USD',
  dollar: 'USD',
  bucks: 'USD',
  buck: 'USD',
  usd: 'USD',
  us$: 'USD',
  $: 'USD',
  欧元: 'EUR',
  欧: 'EUR',
  euros: 'EUR',
  euro: 'EUR',
  eur: 'EUR',
  '€': 'EUR',
  英镑: 'GBP',
  镑: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  gbp: 'GBP',
  '£': 'GBP',
  港币: 'HKD',
  港元: 'HKD',
  hkd: 'HKD',
  日元: 'JPY',
  円: 'JPY',
  jpy: 'JPY',
};
const anyOf = (words: string[]): string =>
  words
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$]/g, '\\$&'))
    .join('|');
const figure = '\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,2})?';

const withPrefix = new RegExp(
  `(?<![a-z])(${anyOf(Object.keys(prefixes))}) ?(${figure})([k万千])?(?![\\d%])(?: ?(元|块钱?|yuan|rmb|usd|dollars))?`,
  'g',
);
const spokenYuan = new RegExp(
  `(?<![\\d.,第])(${zhNumber})(块钱|块|元)(?:零)?([\\d一二两三四五六七八九])(?:(毛|角)([\\d一二三四五六七八九])?分?)?(?![\\d.一-鿿]|多)`,
  'g',
);
const withSuffix = new RegExp(
  `(?<![\\d.,第])(${zhNumber})(多|来)? ?(${anyOf(Object.keys(suffixes).filter((word) => !/^[a-z]{3,}$/.test(word)))}|rmb\\b|cny\\b|usd\\b|hkd\\b|eur\\b|gbp\\b|jpy\\b)(整)?`,
  'g',
);
const smallChange = new RegExp(
  `(?<![\\d.,第])(${zhNumber})(毛钱|角钱|毛|分钱)(?![一-鿿]{0,1}[孔巾囊发衣])`,
  'g',
);
const english = new RegExp(
  `\\b(${enNumber})(?: ?-? ?)(${anyOf(Object.keys(suffixes).filter((word) => /^[a-z]{3,}$/.test(word)))}|cents?|pence)\\b`,
  'g',
);

/** Sums of money with their currency; value `CNY 59.90`. `text` is folded. Yuan is what 块, 元 and ¥ mean. */
export function findAmounts(text: string): Candidate[] {
  const found: Candidate[] = [];
  const push = (
    start: number,
    written: string,
    sum: number | undefined,
    currency: string,
    confidence: number,
  ): void => {
    if (sum === undefined || !Number.isFinite(sum) || sum < 0) return;
    found.push({
      type: 'amount',
      start,
      end: start + written.trimEnd().length,
      value: `${currency} ${sum.toFixed(2)}`,
      confidence,
      rank: 1,
    });
  };
  for (const m of text.matchAll(withPrefix)) {
    const scale = { k: 1000, 千: 1000, 万: 10_000 }[m[3] ?? ''] ?? 1;
    push(
      m.index,
      m[0],
      Number((m[2] as string).replaceAll(',', '')) * scale,
      prefixes[m[1] as string] as string,
      0.98,
    );
  }
  for (const m of text.matchAll(spokenYuan)) {
    const whole = readZhNumber(m[1] as string);
    const tenth = readZhNumber(m[3] as string);
    const cent = m[5] ? (readZhNumber(m[5]) ?? 0) : 0;
    if (whole !== undefined && tenth !== undefined)
      push(m.index, m[0], whole + tenth / 10 + cent / 100, 'CNY', 0.95);
  }
  for (const m of text.matchAll(withSuffix)) pushSuffixed(text, m, push);
  for (const m of text.matchAll(smallChange)) {
    const sum = readZhNumber(m[1] as string);
    const share = (m[2] as string).startsWith('分') ? 100 : 10;
    if (/^(?:一|1)(?:分|毛)钱?$/.test(m[0]) && /^(?:没|都|也|不)/.test(text.slice(m.index + m[0].length)))
      continue;
    push(m.index, m[0], sum === undefined ? undefined : sum / share, 'CNY', 0.85);
  }
  for (const m of text.matchAll(english)) {
    const sum = readEnNumber(m[1] as string);
    const unit = m[2] as string;
    if (unit.startsWith('cent')) push(m.index, m[0], sum === undefined ? undefined : sum / 100, 'USD', 0.85);
    else if (unit === 'pence') push(m.index, m[0], sum === undefined ? undefined : sum / 100, 'GBP', 0.85);
    else push(m.index, m[0], sum, suffixes[unit] as string, 0.93);
  }
  return found;
}

type Push = (
  start: number,
  written: string,
  sum: number | undefined,
  currency: string,
  confidence: number,
) => void;

function pushSuffixed(text: string, m: RegExpMatchArray, push: Push): void {
  const at = m.index ?? 0;
  const word = m[3] as string;
  const next = text.slice(at + m[0].length, at + m[0].length + 2);
  // 一块儿, 一块去 and 一块买 mean together; 两块面膜 counts pieces; 元旦 and 元宵 are feasts.
  if (
    word === '块' &&
    /^(?:一|1)$/.test(m[1] as string) &&
    !/^(?:钱|$|[，。,.!?！？ ]|的?运|五|二)/.test(next)
  )
    return;
  if (word === '块' && /^(?:面膜|香皂|肥皂|手工|洁面|化妆|棉|粉|皮|地方|红|疹|斑)/.test(next)) return;
  if (
    word === '块' &&
    /^[一1]$/.test(m[1] as string) &&
    /[掉了磕湿破缺少这那哪]$/.test(text.slice(Math.max(0, at - 1), at))
  )
    return;
  if (word === '元' && /^[旦宵]/.test(next)) return;
  if (word === '刀' && (/^[片具]/.test(next) || /[砍切划动]$/.test(text.slice(Math.max(0, at - 1), at))))
    return;
  push(at, m[0], readZhNumber(m[1] as string), suffixes[word] as string, 0.95);
}
