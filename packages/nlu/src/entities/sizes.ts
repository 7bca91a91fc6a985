import { readZhNumber } from './numerals.ts';
import type { Candidate } from './types.ts';

const measured =
  /(?<![\d.])(\d{1,4}(?:\.\d{1,2})?|[一二三四五六七八九十百两]{1,5}) ?-?(ml|毫升|mls?|g|克|grams?|fl\.? ?oz|oz|升|l|kg|公斤)(?![a-z])/g;
const unitOf: Record<string, string> = {
  毫升: 'ml',
  ml: 'ml',
  mls: 'ml',
  g: 'g',
  克: 'g',
  gram: 'g',
  grams: 'g',
  升: 'l',
  l: 'l',
  kg: 'kg',
  公斤: 'kg',
};

/** Volumes and weights: 30ml, 五十毫升, 1.7 oz; value `30ml`. `text` is folded. */
export function findSizes(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(measured)) {
    const number = readZhNumber(match[1] as string);
    if (number === undefined || number === 0) continue;
    const unit = match[2] as string;
    // 5g and 4G are also telephone networks, but a shop of creams weighs grams.
    const value = `${number}${unitOf[unit] ?? 'oz'}`;
    found.push({
      type: 'size',
      start: match.index,
      end: match.index + match[0].length,
      value,
      confidence: 0.93,
    });
  }
  return found;
}
