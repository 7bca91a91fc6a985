import { matchCarriers } from './carriers.ts';
import type { Candidate } from './types.ts';

const mail =
  /[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}/g;

const orderCue = /订单|单号|订编|编号|order|ord\b|purchase|下的?单|拍的|这单|那单|#\s?$|po\b/;
const trackCue =
  /快递|物流|运单|包裹|面单|顺丰|中通|圆通|京东|韵达|申通|极兔|邮政|ems|菜鸟|track|parcel|package|shipment|waybill|courier|ups|usps|fedex|dhl|awb|寄回|退回|寄件/;
const phoneCue =
  /电话|手机|号码|联系|致电|回电|打给|拨|phone|call|\btel\b|mobile|cell|whatsapp|text me|reach me|微信|vx|\bwx|收件人/;

/** Numbers by which orders, parcels and people are found. `text` is folded (see foldForMatching). */
export function findIdentifiers(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(mail)) {
    const start = match.index;
    found.push({ type: 'email', start, end: start + match[0].length, value: match[0], confidence: 0.98 });
  }
  findPhones(text, found);
  findCodes(text, found);
  return found;
}

interface PhoneShape {
  readonly shape: RegExp;
  readonly read: (digits: string) => string | undefined;
  readonly confidence: number;
}

const phoneShapes: readonly PhoneShape[] = [
  {
    // Mainland mobile, in one piece or 3-4-4, with or without +86 (national numbering plan of MIIT).
    shape: /(?<![\da-z])(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})(?![\da-z])/g,
    read: (digits) => `+86${digits.slice(-11)}`,
    confidence: 0.95,
  },
  {
    shape:
      /(?<![\da-z])(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{3,4}[- ]?\d{4}(?:(?:-|转| ?ext\.? ?)\d{1,5})?(?![\da-z])/g,
    read: (digits) => `+86${digits.slice(1)}`,
    confidence: 0.9,
  },
  {
    shape: /(?<![\da-z])(?:\+|00)[1-9]\d{0,2}(?:[- .]?\(\d{1,4}\))?(?:[- .]?\d{2,5}){2,5}(?![\da-z])/g,
    read: (digits) => {
      const bare = digits.replace(/^00/, '');
      return bare.length >= 8 && bare.length <= 15 ? `+${bare}` : undefined;
    },
    confidence: 0.92,
  },
  {
    // North America without a country code: 415-555-0132, (415) 555-0132.
    shape: /(?<![\d-])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}(?![\d-])/g,
    read: (digits) => `+1${digits}`,
    confidence: 0.85,
  },
  {
    shape: /(?<![\da-z])400[- ]?\d{3}[- ]?\d{4}(?![\da-z])/g,
    read: (digits) => `+86${digits}`,
    confidence: 0.85,
  },
  {
    // Great Britain's mobiles as written at home.
    shape: /(?<![\da-z])07\d{3}[- ]?\d{3}[- ]?\d{3}(?![\da-z])/g,
    read: (digits) => `+44${digits.slice(1)}`,
    confidence: 0.85,
  },
];

function findPhones(text: string, found: Candidate[]): void {
  for (const { shape, read, confidence } of phoneShapes) {
    for (const match of text.matchAll(shape)) {
      const value = read(match[0].replace(/\D/g, ''));
      const start = match.index;
      if (value)
        found.push({ type: 'phone', start, end: start + match[0].length, value, confidence, rank: 3 });
    }
  }
}

/** The cue nearest before (else shortly after) decides what a bare number is. */
function cueAround(text: string, start: number, end: number): 'order' | 'track' | 'phone' | undefined {
  const before = text.slice(Math.max(0, start - 24), start);
  const at = (cue: RegExp): number => {
    let last = -1;
    for (const match of before.matchAll(new RegExp(cue.source, 'g'))) last = match.index + match[0].length;
    return last;
  };
  const order = at(orderCue);
  const track = at(trackCue);
  const phone = at(phoneCue);
  const nearest = Math.max(order, track, phone);
  if (nearest >= 0) {
    // 快递单号 and "tracking number": the carrier word wins over the bare "number" that follows it.
    if (track >= 0 && nearest === order && order - track <= 5) return 'track';
    return nearest === track ? 'track' : nearest === order ? 'order' : 'phone';
  }
  const after = text.slice(end, end + 14);
  if (trackCue.test(after)) return 'track';
  if (orderCue.test(after)) return 'order';
  return phoneCue.test(after) ? 'phone' : undefined;
}

/** One number: a word that holds digits, or digit groups with spaces, with or without a carrier's letters. */
const word = /(?<![a-z0-9])(?:[a-z0-9]{1,40}(?:[-_][a-z0-9]{1,40}){0,4})(?![a-z0-9])/g;
const spaced =
  /(?<![a-z0-9])(?:(?:sf|yt|jd|jt|zto|sto|yd|1z|qh) \d{6,20}|(?:[a-z]{2,4} ?)?\d{3,6}(?: \d{3,6}){1,6})(?![a-z0-9])/g;

function findCodes(text: string, found: Candidate[]): void {
  for (const pattern of [word, spaced]) {
    for (const match of text.matchAll(pattern)) {
      const candidate = readCode(text, match.index, match.index + match[0].length, match[0]);
      if (candidate) found.push(candidate);
    }
  }
}

function readCode(text: string, start: number, end: number, written: string): Candidate | undefined {
  const value = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const digits = value.replace(/\D/g, '').length;
  if (digits < 4 || value.length < 5 || value.length > 40) return undefined;
  if (text[start - 1] === '@' || text[end] === '@' || /[.][a-z]/.test(text.slice(end, end + 2)))
    return undefined;
  const letters = value.length - digits;
  const cue = cueAround(text, start, end);
  // Shops number orders by the day: 2026110900771 is no waybill, whatever stands beside it.
  const isDated = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3,12}$/.test(value);
  if (isDated) return { start, end, value, type: 'order_number', confidence: 0.93 };
  const match = matchCarriers(value);
  const base = { start, end, value };
  if (match && (match.proof > 0.85 || cue === 'track' || (match.proof >= 0.7 && cue !== 'order'))) {
    const confidence = Math.min(0.99, match.proof + (cue === 'track' ? 0.35 : 0));
    if (cue !== 'order' || match.proof > 0.85) {
      return { ...base, type: 'tracking_number', confidence, carriers: match.carriers, rank: 2 };
    }
  }
  if (cue === 'track' && digits >= 9)
    return { ...base, type: 'tracking_number', confidence: 0.7, carriers: [] };
  if (cue === 'phone' && letters === 0) {
    return digits >= 7 && digits <= 8 ? { ...base, type: 'phone', confidence: 0.6 } : undefined;
  }
  return readOrder(base, written, { digits, letters, cue });
}

function readOrder(
  base: { start: number; end: number; value: string },
  written: string,
  form: { digits: number; letters: number; cue: string | undefined },
): Candidate | undefined {
  const { digits, letters, cue } = form;
  if (letters > 6 || / /.test(written)) return undefined;
  if (letters > 0 && !/^[a-z]{1,6}[-_]?\d[\d-]*[a-z]?$/.test(written)) return undefined;
  // 2026-11-03 is a date; 30ml and the like never reach four digits.
  if (letters === 0 && /^(?:19|20)\d{2}(?:-\d{1,2}){1,2}$/.test(written)) return undefined;
  if (letters > 0 && digits >= 6) return { ...base, type: 'order_number', confidence: cue ? 0.97 : 0.88 };
  if (letters > 0 && cue === 'order') return { ...base, type: 'order_number', confidence: 0.85 };
  if (cue === 'order' && digits >= 6) return { ...base, type: 'order_number', confidence: 0.9 };
  // A bare long number in a shop's chat is an order, unless it reads as a day (20261103) or a phone.
  if (letters > 0 || digits < 8 || /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(base.value))
    return undefined;
  return { ...base, type: 'order_number', confidence: digits >= 12 ? 0.75 : 0.55 };
}
