import type { Segmenter } from '../text/segment.ts';
import { hashText, mix } from './hash.ts';
import { wordsOf } from './words.ts';

/** What is known beside the message; every part is optional. */
export interface Context {
  /** The intent of the customer's message before this one. */
  readonly previousIntent?: string | null;
  /** The last question that the bot asked. */
  readonly botQuestion?: string | null;
  /** State of the order in view, such as `shipped`. */
  readonly orderState?: string | null;
}

const SALT = 12;

/** Hashed features of a context; empty when nothing is known. */
export function contextFeatures(context: Context | undefined, segmenter?: Segmenter): number[] {
  const out: number[] = [];
  if (!context) return out;
  if (context.previousIntent) {
    out.push(mix(hashText(context.previousIntent), 1, SALT));
    const area = context.previousIntent.split('.')[0] as string;
    out.push(mix(hashText(area), 2, SALT));
  }
  if (context.orderState) out.push(mix(hashText(context.orderState), 3, SALT));
  if (context.botQuestion) {
    for (const { stem } of wordsOf(context.botQuestion, segmenter)) out.push(mix(hashText(stem), 4, SALT));
  }
  return out;
}
