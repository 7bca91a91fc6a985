/** How a carrier writes its waybill numbers, on capitals without spaces. Source: the carriers' tracking pages. */
interface CarrierPattern {
  readonly carrier: string;
  readonly shape: RegExp;
  /** How far the shape alone proves that it is a tracking number, 0..1. */
  readonly proof: number;
  readonly check?: (number: string) => boolean;
}

const patterns: readonly CarrierPattern[] = [
  { carrier: 'sf', shape: /^SF\d{10,15}$/, proof: 0.98 },
  { carrier: 'yto', shape: /^YT\d{10,18}$/, proof: 0.98 },
  { carrier: 'jd', shape: /^JD(?:[A-Z]{1,2})?\d{9,18}(?:-\d-\d-?)?$/, proof: 0.97 },
  { carrier: 'jt', shape: /^JT\d{10,15}$/, proof: 0.98 },
  { carrier: 'zto', shape: /^ZTO?\d{10,15}$/, proof: 0.98 },
  { carrier: 'sto', shape: /^STO?\d{10,15}$/, proof: 0.95 },
  { carrier: 'yunda', shape: /^YD\d{10,15}$/, proof: 0.95 },
  { carrier: 'deppon', shape: /^DP[KL]?\d{8,14}$/, proof: 0.95 },
  { carrier: 'cainiao', shape: /^(?:LP|CN)\d{12,18}$/, proof: 0.95 },
  { carrier: 'ups', shape: /^1Z[0-9A-Z]{16}$/, proof: 0.95, check: isUpsNumber },
  { carrier: 'ems', shape: /^[A-Z]{2}\d{9}CN$/, proof: 0.93, check: isPostalNumber },
  { carrier: 'usps', shape: /^[A-Z]{2}\d{9}US$/, proof: 0.93, check: isPostalNumber },
  { carrier: 'royal-mail', shape: /^[A-Z]{2}\d{9}GB$/, proof: 0.93, check: isPostalNumber },
  { carrier: 'post', shape: /^[A-Z]{2}\d{9}[A-Z]{2}$/, proof: 0.9, check: isPostalNumber },
  { carrier: 'dhl', shape: /^(?:JJD|JVGL|GM)\d{10,20}$/, proof: 0.95 },
  { carrier: 'usps', shape: /^9[2-5]\d{20}$/, proof: 0.93, check: isUspsNumber },
  { carrier: 'usps', shape: /^(?:82\d{8}|420\d{23,31})$/, proof: 0.6 },
  { carrier: 'zto', shape: /^7[3568]\d{10,13}$/, proof: 0.8 },
  { carrier: 'sto', shape: /^77\d{11,13}$/, proof: 0.8 },
  { carrier: 'yunda', shape: /^(?:4\d{14}|31\d{11}|46\d{11})$/, proof: 0.7 },
  { carrier: 'china-post', shape: /^(?:98|99|10|11)\d{11}$/, proof: 0.6 },
  { carrier: 'sf', shape: /^\d{12}$/, proof: 0.4 },
  { carrier: 'fedex', shape: /^(?:\d{12}|\d{15}|96\d{20})$/, proof: 0.4 },
  { carrier: 'dhl', shape: /^\d{10}$/, proof: 0.25 },
];

/** Check digit of UPS: letters are numbered from A = 2, odd places count once, even places twice. */
function isUpsNumber(number: string): boolean {
  const body = number.slice(2);
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const code = body.charCodeAt(i);
    const value = code >= 65 ? (code - 63) % 10 : code - 48;
    sum += i % 2 === 0 ? value : value * 2;
  }
  return (10 - (sum % 10)) % 10 === body.charCodeAt(15) - 48;
}

/** Check digit of the Universal Postal Union's standard S10: weights 8 6 4 2 3 5 9 7, modulo 11. */
function isPostalNumber(number: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight * (number.charCodeAt(2 + i) - 48);
  });
  const rest = 11 - (sum % 11);
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === number.charCodeAt(10) - 48;
}

/** Check digit of USPS (GS1): from the right, every other digit counts three times, modulo 10. */
function isUspsNumber(number: string): boolean {
  let sum = 0;
  for (let i = number.length - 2, odd = true; i >= 0; i--, odd = !odd) {
    sum += (number.charCodeAt(i) - 48) * (odd ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10 === number.charCodeAt(number.length - 1) - 48;
}

export interface CarrierMatch {
  /** Carrier codes, the likeliest first. */
  readonly carriers: readonly string[];
  /** 0..1; a right check digit raises it, a wrong one lowers it (customers mistype). */
  readonly proof: number;
}

/**
 * Which carriers write numbers of this form. `number` in capitals without spaces; undefined when none does.
 * A form that several carriers share names them all.
 */
export function matchCarriers(number: string): CarrierMatch | undefined {
  const found: { carrier: string; proof: number }[] = [];
  for (const { carrier, shape, proof, check } of patterns) {
    if (!shape.test(number) || found.some((other) => other.carrier === carrier)) continue;
    found.push({ carrier, proof: check ? (check(number) ? 0.99 : proof - 0.1) : proof });
  }
  const first = found.toSorted((a, b) => b.proof - a.proof)[0];
  if (!first) return undefined;
  return {
    carriers: found.toSorted((a, b) => b.proof - a.proof).map((match) => match.carrier),
    proof: first.proof,
  };
}
