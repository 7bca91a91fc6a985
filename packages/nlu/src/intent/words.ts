import { foldText } from '../text/normalise.ts';
import { defaultSegmenter, type Segmenter } from '../text/segment.ts';
import { spelledRight } from './lexicon/spelling.ts';
import { stemOf } from './stems.ts';

/** One unit of a message: an English word, a Chinese word, a number, a link or a sign. */
export interface Word {
  /** Folded surface form, contractions written out; `#url`, `#mail`, `#id` and `#n1`…`#n9` for what varies. */
  readonly form: string;
  /** Stem of an English word, the form itself otherwise. */
  readonly stem: string;
}

/** Words of a message that are read; what follows does not change the meaning of a question. */
const MAX_WORDS = 120;
const MAX_LENGTH = 1_500;

const PATTERN =
  /(?<url>(?:https?:\/\/|www\.)[^\s\u3000-\u9fff]{1,200})|(?<mail>[a-z0-9._%+-]{1,60}@[a-z0-9.-]{1,60}\.[a-z]{2,8})|(?<number>\d[\d.,:]{0,20}(?![a-z0-9]))|(?<id>(?=[a-z-]{0,12}\d)[a-z0-9-]{1,30})|(?<han>[\p{Script=Han}\u3005\u3007]{1,200})|(?<word>[\p{L}\p{M}](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}]){0,40}(?:['’][a-z]{1,3})?)|(?<emoji>\p{Extended_Pictographic})|(?<sign>[?!])/gu;

const CONTRACTIONS = new Map<string, string>(
  `i'm:i am|im:i am|i've:i have|ive:i have|i'll:i will|i'd:i would|id:id|you're:you are|youre:you are|your're:you are
you've:you have|youve:you have|you'll:you will|you'd:you would|he's:he is|she's:she is|it's:it is|its:it is|we're:we are|we've:we have
we'll:we will|they're:they are|they've:they have|they'll:they will|that's:that is|thats:that is|there's:there is
theres:there is|here's:here is|what's:what is|whats:what is|what're:what are|who's:who is|whos:who is|where's:where is
wheres:where is|when's:when is|whens:when is|why's:why is|how's:how is|hows:how is|let's:let us|lets:let us
don't:do not|dont:do not|doesn't:does not|doesnt:does not|didn't:did not|didnt:did not|isn't:is not|isnt:is not
aren't:are not|arent:are not|wasn't:was not|wasnt:was not|weren't:were not|won't:will not|wont:will not
wouldn't:would not|wouldnt:would not|can't:can not|cant:can not|cannot:can not|couldn't:could not|couldnt:could not
shouldn't:should not|haven't:have not|havent:have not|hasn't:has not|hasnt:has not|hadn't:had not|ain't:is not
wts:what is|whts:what is|wht:what|wat:what|wen:when|whn:when|hw:how|abt:about|bt:but|hv:have|hav:have|frm:from|wid:with|coz:because|cuz:because|bcoz:because|bcz:because
nd:and|dis:this|dat:that|dey:they|bcos:because|tmrw:tomorrow|tmr:tomorrow|tomo:tomorrow|2day:today|gud:good|ordr:order|odr:order|prdct:product|prod:product
recvd:received|rcvd:received|recd:received|delvery:delivery|dlvry:delivery|dlvr:deliver|pymt:payment|pmt:payment|amt:amount|qty:quantity|num:number|nmbr:number|nos:number|addr:address
cust:customer|cc:customer care|plss:please|plzz:please|pleas:please|hlp:help|wrk:work|wrking:working|chk:check|cncl:cancel|avail:available|avl:available|shud:should|cud:could|wud:would
gonna:going to|wanna:want to|gotta:got to|gimme:give me|lemme:let me|dunno:do not know|pls:please|plz:please|plese:please
u:you|ur:your|r:are|y:why|thx:thanks|tks:thanks|ty:thanks|asap:soon|msg:message|info:information|acct:account|app:app
ok:okay|okey:okay|k:okay|yeah:yes|yep:yes|yup:yes|nope:no|nah:no|hy:hi|hii:hi|helo:hello|kya:what|tv:television|pic:picture|pics:pictures`
    .split(/[|\n]/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** sooooo → soo, 啊啊啊啊 → 啊啊: three or more of one character say no more than two. */
const squeeze = (text: string): string => text.replace(/([^\d\s])\1{2,}/gu, '$1$1');

function pushEnglish(words: Word[], raw: string): void {
  const plain = raw.replace('’', "'");
  const written = CONTRACTIONS.get(plain) ?? plain.replace(/'s?$/, '').replace("'", '');
  for (const form of written.split(' ')) words.push({ form, stem: stemOf(spelledRight(form)) });
}

/** i. b. m. and p.m. are one word, however they were dictated. */
const joinInitials = (text: string): string =>
  text.replace(/(?<![a-z.])(?:[a-z]\.\s?){2,6}(?![a-z])/g, (letters) => `${letters.replace(/[.\s]/g, '')} `);

const UNITS = /^[\d.,]+(?:kgs?|gms?|g|mg|ml|l|lbs?|oz|cm|mm|km|inch|ft|mins?|hrs?)$/;

/** What kind of number it is: a time of day, a place in an order, a measure, or how many digits it has. */
function kindOfNumber(raw: string): string | undefined {
  if (/^\d{1,2}(?:[:.]\d\d)?(?:am|pm)$/.test(raw) || /^\d{1,2}:\d\d$/.test(raw)) return '#time';
  if (/^\d+(?:st|nd|rd|th)$/.test(raw)) return '#nth';
  return UNITS.test(raw) ? '#measure' : undefined;
}

/** Splits a message into words; any string is accepted, the first 120 words count. */
export function wordsOf(text: string, segmenter: Segmenter = defaultSegmenter()): Word[] {
  const words: Word[] = [];
  for (const match of joinInitials(squeeze(foldText(text.slice(0, MAX_LENGTH)))).matchAll(PATTERN)) {
    if (words.length >= MAX_WORDS) break;
    const groups = match.groups ?? {};
    const raw = match[0];
    if (groups.word !== undefined) pushEnglish(words, raw);
    else if (groups.han !== undefined) {
      for (const form of segmenter.cut(raw)) words.push({ form, stem: form });
    } else {
      const digits = raw.replace(/\D/g, '').length;
      const form =
        groups.url !== undefined
          ? '#url'
          : groups.mail !== undefined
            ? '#mail'
            : groups.number !== undefined
              ? (kindOfNumber(raw) ?? `#n${Math.min(9, digits)}`)
              : groups.id !== undefined && digits > 3
                ? '#id'
                : (kindOfNumber(raw) ?? raw);
      words.push({ form, stem: form });
    }
  }
  return words;
}
