import { foldForMatching } from '../entities/fold.ts';
import { mix } from '../intent/hash.ts';
import { classHashes } from '../intent/lexicon/classes.ts';
import { wordsOf } from '../intent/words.ts';
import { stem } from '../text/index.ts';
import { conceptByName, concepts, findConcepts } from './concepts.ts';
import { type Evidence, emotions } from './types.ts';

/** Characters read; anger shows early, and time stays bounded. */
export const maxMoodText = 4000;
/** Hashed dimensions; a power of two. Concepts and forms have places of their own below `firstHashed`. */
export const dimensions = 1 << 18;

const conceptIndex = new Map(concepts.map((concept, i) => [concept.name, i]));
const formNames = [
  'capitals',
  'stretched',
  'length',
  'short',
  'question',
  'questionEnd',
  'bangs',
  'repeatedWord',
  'quoted',
  'han',
] as const;
const conceptPlaces = concepts.length * 2;
const guessPlace = conceptPlaces + formNames.length;
const pairPlace = guessPlace + emotions.length + 2;
const firstHashed = pairPlace + 32;

/** Where the lexicon's own opinion stands among the features, for priors. */
export const lexiconPlaces = { emotion: guessPlace, threat: guessPlace + emotions.length + 1 } as const;

/** What the lexicon believes about each idea before any training: `[emotion, place, weight]`. */
export const lexiconPrior: readonly (readonly [number, number, number])[] = concepts.flatMap((concept, i) =>
  emotions
    .map((emotion, c) => [c, i * 2, concept.pull?.[emotion] ?? 0] as const)
    .filter(([, , weight]) => weight !== 0),
);

/** Sparse numbers of one text: parallel places (0..dimensions − 1) and values. */
export interface Features {
  readonly places: number[];
  readonly values: number[];
}

/** What the lexicon alone makes of a text: a score for each emotion (in their order), urgency 0..3 and threat. */
export interface LexiconGuess {
  readonly scores: number[];
  readonly urgency: number;
  readonly threat: number;
}

export interface MoodInput {
  readonly features: Features;
  readonly evidence: Evidence[];
  readonly guess: LexiconGuess;
}

/** Everything that the models look at. */
export function readMoodInput(text: string): MoodInput {
  const read = text.slice(0, maxMoodText);
  const folded = foldForMatching(read);
  const evidence = findConcepts(folded);
  const guess = guessFromLexicon(evidence);
  const places: number[] = [];
  const values: number[] = [];
  const add: Add = (place, value) => {
    if (value === 0) return;
    places.push(place);
    values.push(value);
  };
  const counts = new Float64Array(conceptPlaces);
  for (const { concept, isNegated } of evidence) {
    const at = (conceptIndex.get(concept) as number) * 2 + (isNegated ? 1 : 0);
    counts[at] = (counts[at] as number) + 1;
  }
  counts.forEach((count, i) => {
    add(i, Math.min(1.6, Math.log2(1 + count)) * conceptScale);
  });
  formsOf(read, folded).forEach((value, i) => {
    add(conceptPlaces + i, value);
  });
  guess.scores.forEach((score, i) => {
    add(guessPlace + i, Math.tanh(score / 3) * 1.5);
  });
  add(guessPlace + emotions.length, Math.tanh(guess.urgency / 2));
  add(guessPlace + emotions.length + 1, Math.tanh(guess.threat / 2) * 2);
  addPairs(counts, add);
  addGrams(folded, add);
  addClauseGrams(folded, add);
  addMeanings(read, add);
  return { features: { places, values }, evidence, guess };
}

const conceptScale = 1;

/** Ideas that mean more together: a promise that broke, an outside body with a will to go there. */
const pairs: readonly [string, string][] = [
  ['outside', 'willing'],
  ['promise', 'repeat'],
  ['joy', 'fault'],
  ['thanks', 'fault'],
  ['skin', 'worry'],
  ['skin', 'insult'],
  ['repeat', 'rhetoric'],
  ['outside', 'asking'],
  ['going-out', 'willing'],
  ['authority', 'willing'],
  ['regulator', 'willing'],
  ['court', 'willing'],
  ['police', 'willing'],
  ['exposure', 'willing'],
  ['money-back-by-force', 'willing'],
  ['outside', 'trade'],
  ['outside', 'procedure'],
];

function addPairs(counts: Float64Array, add: Add): void {
  const has = (name: string): boolean =>
    ['zh', 'en'].some((language) => {
      const index = conceptIndex.get(`${language}.${name}`);
      return index !== undefined && (counts[index * 2] as number) > 0;
    });
  pairs.forEach(([a, b], i) => {
    add(pairPlace + i, has(a) && has(b) ? 1 : 0);
  });
}

function formsOf(text: string, folded: string): number[] {
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  const capitals = text.match(/[A-Z]{2,}/g)?.join('').length ?? 0;
  const words = folded.match(/[a-z']+|[㐀-鿿]/g) ?? [];
  const bangs = folded.match(/[!！]/g)?.length ?? 0;
  return [
    letters >= 4 ? Math.min(1, (capitals / letters) * 1.5) : 0,
    /([a-z㐀-鿿])\1{2}/.test(folded) ? 1 : 0,
    Math.min(1, words.length / 40),
    words.length <= 3 ? 1 : 0,
    /[?？]/.test(folded) ? 1 : 0,
    /[?？]\s*$/.test(folded) ? 0.7 : 0,
    Math.min(1, bangs / 3),
    /([㐀-鿿]{1,4})[\s，,]*\1/.test(folded) || /\b([a-z]{2,}) \1\b/.test(folded) ? 0.7 : 0,
    /["“”「」]/.test(folded) ? 0.7 : 0,
    /[㐀-鿿]/.test(folded) ? 0.5 : 0,
  ];
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  return firstHashed + ((h >>> 0) % (dimensions - firstHashed));
}

type Add = (place: number, value: number) => void;

/** Chinese characters, pairs and triples, each with `tag` before it. */
function addHanGrams(text: string, tag: string, grams: Set<string>): void {
  for (const [run] of text.matchAll(/[㐀-鿿]+/g)) {
    for (let i = 0; i < run.length; i++) {
      for (let n = 1; n <= 3 && i + n <= run.length; n++) grams.add(tag + run.slice(i, i + n));
    }
  }
}

/** Chinese: characters, pairs and triples; English: words, stems and word pairs; digits are all one digit. */
function addGrams(folded: string, add: Add): void {
  const grams = new Set<string>();
  addHanGrams(folded, '', grams);
  const words = folded.replace(/\d+/g, '0').match(/[a-z0]+(?:'[a-z]+)?|[!?.…]+/g) ?? [];
  words.forEach((word, i) => {
    grams.add(`w ${stem(word)}`);
    const next = words[i + 1];
    if (next) grams.add(`b ${stem(word)} ${stem(next)}`);
    const third = words[i + 2];
    if (next && third) grams.add(`t ${word} ${next} ${third}`);
  });
  const head = folded.trimStart().slice(0, 2);
  grams.add(`^${head}`);
  grams.add(`$${folded.trimEnd().slice(-2)}`);
  const scale = gramScale / Math.sqrt(grams.size);
  for (const gram of grams) add(hash(gram), scale);
}

const gramScale = 2.2;

const clauseEnds = /[,，。.!！?？;；:：…\n]+|\s(?:and|but|so|because)\s/;

/**
 * The first and the last clause once more, as such: facts come first and the feeling last (*two jars of three in
 * pieces. The third one's a souvenir, I take it*).
 */
function addClauseGrams(folded: string, add: Add): void {
  const clauses = folded.split(clauseEnds).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2) return;
  const grams = new Set<string>();
  for (const [tag, clause] of [
    ['F', clauses[0] as string],
    ['L', clauses.at(-1) as string],
  ] as const) {
    addHanGrams(clause, tag, grams);
    const words = clause.replace(/\d+/g, '0').match(/[a-z0']+/g) ?? [];
    words.forEach((word, i) => {
      grams.add(`${tag} ${word}`);
      const next = words[i + 1];
      if (next) grams.add(`${tag} ${word} ${next}`);
    });
  }
  const scale = clauseScale / Math.sqrt(grams.size);
  for (const gram of grams) add(hash(gram), scale);
}

const clauseScale = 1.2;

/** Classes of the thesaurus that the words belong to, so that what is learned of one word serves its kin. */
function addMeanings(text: string, add: Add): void {
  const meanings = new Set<number>();
  for (const classes of classHashes(wordsOf(text))) {
    for (const name of classes)
      meanings.add(firstHashed + ((mix(name, 0, 12) >>> 0) % (dimensions - firstHashed)));
  }
  const scale = meaningScale / Math.sqrt(meanings.size);
  for (const place of meanings) add(place, scale);
}

const meaningScale = 1.5;

/** The lexicon's own opinion, by the pulls of the ideas seen; a second hit of one idea counts half as much. */
export function guessFromLexicon(evidence: readonly Evidence[]): LexiconGuess {
  const scores: number[] = emotions.map((emotion) => (emotion === 'neutral' ? 1.1 : 0));
  const seen = new Map<string, number>();
  let urgency = 0;
  let threat = 0;
  for (const { concept: name, isNegated } of evidence) {
    const own = conceptByName.get(name);
    const concept = isNegated && own?.turns ? conceptByName.get(own.turns) : own;
    if (!concept || (isNegated && !own?.turns)) continue;
    const times = seen.get(concept.name) ?? 0;
    seen.set(concept.name, times + 1);
    const share = isNegated ? 0.6 : 0.5 ** times;
    emotions.forEach((emotion, i) => {
      scores[i] = (scores[i] as number) + (concept.pull?.[emotion] ?? 0) * share;
    });
    urgency += (concept.urgency ?? 0) * share;
    threat += (concept.threat ?? 0) * share;
  }
  return { scores, urgency, threat };
}
