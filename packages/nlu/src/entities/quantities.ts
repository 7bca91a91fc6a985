import { enNumber, readEnNumber, readZhNumber, zhNumber } from './numerals.ts';
import type { Candidate } from './types.ts';

const surest = '瓶|支|盒|罐|管|袋|套|箱|组|包|件|片|贴|枚|双|对|份|只|桶|盏|颗|粒|板|款|盘|听|打|单';
const zhGoods = new RegExp(
  `(?<![\\d.,第每某哪几])(${zhNumber}|俩|仨)(大|小|整|正|空)?(${surest}|个|块|条|张|盒子|瓶子)(半)?`,
  'g',
);
const pair = /(?<![一-鿿]家)(?<![你我他她它咱这那])(俩|仨)(?!人|都|月|字|小时|星期|礼拜|孩|娃|姐|闺)/g;
const enGoods = new RegExp(
  `\\b(${enNumber})(?: (?:more|extra|full|empty|new|other|whole|small|large|big|separate|individual|of the|of these|of those))?[ -]?(bottles?|boxe?s?|box|pieces?|pcs?|packs?|packets?|tubes?|sets?|jars?|sheets?|units?|items?|cans?|pots?|pairs?|bags?|samples?|sachets?|cartons?|vials?|sticks?|refills?|copies|parcels?|packages?|tins?|pads|pumps?)\\b`,
  'g',
);
const times = /\b(?:x ?(\d{1,4})|(\d{1,4}) ?x)\b(?! ?\d)|(?<![\d.])[*×](\d{1,4})(?![\d*])/g;

/** A number that stands for goods: "ordered four, got three", "how much for two". */
const alone =
  /(?<=\b(?:ordered|bought|got|received|paid for|much for|pay for|take|want|like|need|instead of|make it|short|order|sent|only|there's|and just) )(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?<=(?:got|instead of|there's|and just) )one)(?=$|[.,!?;]| (?:instead|got|of (?:them|the (?:same|two|three))|and (?:what|only|got)|but))/g;

/** Nouns after 个 that are no goods: 一个问题, 两个月. */
const abstract =
  /^(?:月|小时|钟|星期|礼拜|周|晚上|上午|下午|工作日|人|字|问题|事|意思|东西也|电话|客服|答复|回复|说法|解释|理由|机会|办法|方法|建议|地方|地址|订单号|号|情况|链接|截图|照片|图|视频|评价|差评|好评|礼拜|世纪|劲|头|遍|价|道理|态度|结果|投诉|退|换|发票|忙|样|多|点|度|色|码|渠道|月|时候|活动|红包|优惠|券|邮箱|手机|朋友|孩|女|男|妈|顾客|消费者|店|平台|账号|活|快递员|小哥|城市|国家|包裹里|字母|数字|季|疗程|订单|包裹|快递|单子|账户|账单|尺|牌|肤|系列|品牌|功效|成分|味|气|版本|型号)/;

/** Numbers of goods: 两瓶, 3支, "2 bottles". `text` is folded; value is the number. */
export function findQuantities(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const m of text.matchAll(zhGoods)) {
    const count = readZhNumber(m[1] as string) ?? { 俩: 2, 仨: 3 }[m[1] as string];
    const unit = m[3] as string;
    const end = m.index + m[0].length;
    const rest = text.slice(end, end + 6);
    const before = text.slice(Math.max(0, m.index - 3), m.index);
    const confidence = zhConfidence(count, m[1] as string, unit, rest, before, Boolean(m[2]));
    if (count === undefined || confidence === 0) continue;
    found.push({
      type: 'quantity',
      start: m.index,
      end,
      value: String(m[4] ? count + 0.5 : count),
      confidence,
      unit,
    });
  }
  for (const m of text.matchAll(pair)) {
    const value = m[1] === '俩' ? '2' : '3';
    found.push({ type: 'quantity', start: m.index, end: m.index + 1, value, confidence: 0.6, unit: '个' });
  }
  for (const m of text.matchAll(enGoods)) {
    const count = readEnNumber(m[1] as string);
    if (count === undefined) continue;
    const unsure =
      /^an?$/.test(m[1] as string) || /^items?$/.test(m[2] as string) || (count === 1 && m[2] !== 'bottle');
    const confidence = unsure ? 0.3 : count >= 1000 ? 0.4 : 0.88;
    const end = m.index + m[0].length;
    found.push({
      type: 'quantity',
      start: m.index,
      end,
      value: String(count),
      confidence,
      unit: m[2] as string,
    });
  }
  for (const m of text.matchAll(times)) {
    const value = m[1] ?? m[2] ?? (m[3] as string);
    found.push({
      type: 'quantity',
      start: m.index,
      end: m.index + m[0].length,
      value,
      confidence: 0.8,
      unit: 'x',
    });
  }
  for (const m of text.matchAll(alone)) {
    const written = m[1] as string;
    const value = String(readEnNumber(written) ?? written);
    found.push({ type: 'quantity', start: m.index, end: m.index + written.length, value, confidence: 0.7 });
  }
  return found;
}

function zhConfidence(
  count: number | undefined,
  written: string,
  unit: string,
  rest: string,
  before: string,
  sized: boolean,
): number {
  if (count === undefined || count <= 0 || count > 99_999) return 0;
  if (/[第每某哪几]$/.test(before)) return 0;
  if (unit === '单') return 0;
  // 一整套 and 一大瓶 praise or complain more often than they count.
  if (sized && /^[一1]$/.test(written)) return 0.4;
  if (unit === '个' || unit === '块' || unit === '条' || unit === '张') {
    if (abstract.test(rest)) return 0;
    // Without a noun of goods behind it, 两个 counts orders, accounts and people as often.
    return /^(?:面膜|眼膜|棉片|眉笔|礼盒|气垫|口红|粉扑|小样|礼袋|套装|粉饼|眼影|香水|唇)/.test(rest)
      ? 0.8
      : 0.4;
  }
  if (unit === '件' && /^(?:事|套)/.test(rest)) return 0;
  if (unit === '套' && /^(?:路|说辞|话)/.test(rest)) return 0;
  if (unit === '对' && /^(?:不|的|了|象|方|吧|吗|，)/.test(rest)) return 0;
  if (unit === '双' && /^(?:十|1|眼|11|12|休)/.test(rest)) return 0;
  if (unit === '打' && /^(?:开|电|算|扰|折)/.test(rest)) return 0;
  if (unit === '包' && /^(?:邮|装|裹|退|括)/.test(rest)) return 0;
  if (unit === '支' && /^(?:付|持)/.test(rest)) return 0;
  if (unit === '组' && /^合/.test(rest)) return 0;
  if (unit === '份' && /^(?:子|量)/.test(rest)) return 0;
  if (unit === '袋' && /^(?:鼠)/.test(rest)) return 0;
  if (/^[份片箱打对]$/.test(unit) && /^[一1]$/.test(written)) return 0.35;
  if (unit === '打' || unit === '粒' || unit === '颗') return 0.4;
  if (unit === '套' && /背后|当面|[那这]$/.test(before + rest)) return 0.3;
  if (/[上下另同一多大这那]$/.test(before) && /^[一1]$/.test(written)) return 0.3;
  if (unit === '款') return 0.4;
  return 0.9;
}

const countBefore = new RegExp(
  `(?<![\\w.$€£#-])(${enNumber}) (?:(?:more|extra|full|new|other|small|large|big|different|identical|of the|of those|of your) ){0,2}$`,
);
const kinds =
  /\b(?:lipsticks?|masks?|serums?|creams?|cleansers?|sunscreens?|toners?|moisturi[sz]ers?|lotions?|balms?|perfumes?|foundations?|primers?|mascaras?|eyeshadows?|palettes?|concealers?|products?|gift (?:box|set)e?s?|orders? of)\b/g;

/**
 * A number in front of a product: "two lip balms", "three hydrating masks"; the span is the number alone. `goods`
 * are starts of product names in `text`; kinds of product that need no list are known here.
 */
export function findCounts(text: string, goods: readonly number[]): Candidate[] {
  const found: Candidate[] = [];
  const starts = new Set(goods);
  for (const match of text.matchAll(kinds)) starts.add(match.index);
  for (const start of starts) {
    const from = Math.max(0, start - 40);
    const match = countBefore.exec(text.slice(from, start));
    if (!match || /^(?:an?|one|1)$/.test(match[1] as string)) continue;
    const count = readEnNumber(match[1] as string);
    if (count === undefined || count > 9999) continue;
    const at = from + match.index;
    found.push({
      type: 'quantity',
      start: at,
      end: at + (match[1] as string).length,
      value: String(count),
      confidence: 0.8,
    });
  }
  return found;
}
