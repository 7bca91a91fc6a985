import { spellingDistance } from '../../text/distance.ts';
import { stemOf } from '../stems.ts';
import { ENGLISH } from './english.ts';
import { ENGLISH_WORLD } from './english-world.ts';

/** Common words that have no meaning of their own in the thesaurus; they are spelled right. */
const PLAIN = `
about above across actual after again against almost alone along already although always among amongst another anyhow anymore around aside because
before behind being below beneath beside besides between beyond brief bring broad cannot carry cause center centre certain class clear clearly
close could couple course cover daily depend despite different doing during early either enough entire especially even every exact except extra
first follow former forward found front fully general given gives going great group guess happy hardly having heavy hence house however human idea
instead issue itself just keep kind known large later least leave level likely little local longer lower mainly major making many matter maybe
means might minor moment month more most mostly much must myself nearly neither never newer none normal note nothing often older once only other
others otherwise ought outer outside over overall particular past per perhaps person piece plain point possible present previous probably proper
public quite range rather ready really reason right round same second seem seems seen sense serious several shall short should showing side similar
simple simply since single slight slightly small some somehow something somewhat soon sort sound special specific still strong such sudden suddenly
sure taken taking than that their theirs them themselves then there therefore these they thing things think third this those though thought three
through throughout thus time times together toward towards turn type under unless unlike until upon upper usual usually various very want wants was
were what whatever when whenever where whereas wherever whether which while white whole whose will within without wonder word words world worse worst
would write wrong year years yesterday your yours yourself young asked asking called comes coming started given happen happened helped needed needs
tried trying using wanted wants looked looking means taken works worked world until upto might shall else ever everything everywhere anywhere somewhere
nowhere sometime sometimes anything anyway nobody whoever whom lately quickly slowly easily barely mister misses trust truth smart start state stare
store story strange street strike party parts paste plane plant plate please place price prize pride point power press print proud prove quick quiet
quote raise reach react relax reply route royal scale scene scope score sense serve seven shape share sharp sheet shelf shift shine shirt shock shoot
shown sight since skill slide smell smile smoke solid solve sorry space spare speak speed spell spend spent split spoke spots stage stand steel stick
stock stone stood study stuff style sugar super sweet swing table teach terms thank theme thick thumb tight tired title today tonight topic total touch
tough tower track trade trail train treat trend trial trick truck truly twice twist uncle union unite upset urban value video visit voice waste watch
cleanser cleansers layer layers lather larger stronger cases processor thicker steep forth partly moral chose brought steven identity favor litter
bother brothers claims claim flakes flake feather klarna stairs stair finance cried scared tears sweat mouth months carrier carton toner toners locker sample samples
capitol discovery creation extent commerce columbia roman santa hungry breast shower rules beast renters factors prevent lesson pocket banner fellow basis
marina sauce coast board boards plain plains county pound bound fault singe minus minis bubble garbage chain strand stranger shiny scarred pricey burned blush
water weigh wheel worry worth wound yield youth
`;

/** Length from which a word can be told from others by all letters but one. */
const LEAST_LENGTH = 5;

interface Spellings {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** From a word with one letter left out to the words it may come from (Garbe's symmetric deletes). */
  readonly shortened: ReadonlyMap<string, readonly string[]>;
}

function* withoutOne(word: string): Generator<string> {
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

/** All words of thesaurus lines, without the names of their classes. */
function wordsIn(lines: string): string[] {
  const words = lines.replace(/^[^:\n]*:/gm, ' ').split(/[\s_]+/);
  return [...new Set(words)].filter((word) => /^[a-z]{3,}$/.test(word));
}

let spellings: Spellings | undefined;

function readSpellings(): Spellings {
  if (spellings) return spellings;
  const sources = ENGLISH.join('\n');
  const meant = wordsIn(`${sources} ${PLAIN}`);
  // Names are spelled right, but what is nearly one is not taken for it.
  const words = new Set([...meant, ...wordsIn(ENGLISH_WORLD)]);
  const shortened = new Map<string, string[]>();
  for (const word of meant) {
    if (word.length < LEAST_LENGTH) continue;
    for (const key of new Set([word, ...withoutOne(word)])) {
      const list = shortened.get(key);
      if (list) list.push(word);
      else shortened.set(key, [word]);
    }
  }
  spellings = { words, stems: new Set([...words].map(stemOf)), shortened };
  return spellings;
}

/** Words looked up before; emptied when full, so that it stays small. */
const corrected = new Map<string, string>();

/**
 * Whether such a slip is one: of fingers that swapped two letters, or left out or doubled one inside a word; a wrong
 * letter only in a long word. Other words of the language are most often one letter away by that letter or by the end.
 */
function isSlip(form: string, word: string): boolean {
  if (form[0] !== word[0] || spellingDistance(form, word, 1) !== 1) return false;
  if (form.length === word.length && [...form].sort().join('') === [...word].sort().join('')) return true;
  if (form.at(-1) !== word.at(-1)) return false;
  return Math.max(form.length, word.length) >= (form.length === word.length ? 8 : 6);
}

function nearest(form: string): string {
  const { words, stems, shortened } = readSpellings();
  if (words.has(form) || stems.has(stemOf(form))) return form;
  const found = new Map<string, string>();
  for (const key of [form, ...withoutOne(form)]) {
    for (const word of shortened.get(key) ?? []) {
      if (isSlip(form, word)) found.set(stemOf(word), word);
    }
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : form;
}

/**
 * The word of the thesaurus that a misspelled English word must be: one slip away, and the only such word. The form itself when it is known or nothing is that near.
 */
export function spelledRight(form: string): string {
  if (form.length < LEAST_LENGTH || form.length > 20 || !/^[a-z]+$/.test(form)) return form;
  const known = corrected.get(form);
  if (known !== undefined) return known;
  if (corrected.size >= 20_000) corrected.clear();
  const word = nearest(form);
  corrected.set(form, word);
  return word;
}
