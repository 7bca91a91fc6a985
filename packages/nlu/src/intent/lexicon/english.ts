import { ENGLISH_ACTIONS } from './english-actions.ts';
import { ENGLISH_CULTURE } from './english-culture.ts';
import { ENGLISH_EVERYDAY } from './english-everyday.ts';
import { ENGLISH_MORE } from './english-more.ts';
import { ENGLISH_SHOP } from './english-shop.ts';
import { ENGLISH_THINGS } from './english-things.ts';
import { ENGLISH_WIDE } from './english-wide.ts';

/** The English parts of the thesaurus whose words a slip of the fingers may have meant; names of the world stand apart. */
export const ENGLISH = [
  ENGLISH_ACTIONS,
  ENGLISH_THINGS,
  ENGLISH_MORE,
  ENGLISH_CULTURE,
  ENGLISH_SHOP,
  ENGLISH_WIDE,
  ENGLISH_EVERYDAY,
];
