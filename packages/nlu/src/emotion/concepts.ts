import { enConcepts } from './lexicon-en.ts';
import { outsideConcepts } from './lexicon-outside.ts';
import { sceneConcepts } from './lexicon-scenes.ts';
import { signConcepts } from './lexicon-signs.ts';
import { zhConcepts } from './lexicon-zh.ts';
import type { Concept, Evidence } from './types.ts';

export const concepts: readonly Concept[] = [
  ...zhConcepts,
  ...enConcepts,
  ...sceneConcepts,
  ...outsideConcepts,
  ...signConcepts,
];
const matchers = concepts.map((concept) => ({ concept, regex: new RegExp(concept.pattern, 'g') }));

const zhNegation = /(?:不(?:是|算|太|怎么|会|再|用|必)?|没(?:有)?|别|无|未|毫无|并非|不觉得|没那么)$/;
const enNegation =
  /(?:\b(?:not|no|never|n't|isn't|wasn't|aren't|don't|doesn't|didn't|can't|cannot|won't|hardly|without|nothing)|n't)(?: (?:very|really|too|that|so|at all|even|been|be|a|the|any|particularly|exactly|quite|all that))* $/;

/**
 * The ideas of the lexicon that a folded text shows, each with whether a negation stands before it. Work is bounded
 * by the length of the text times the number of ideas.
 */
export function findConcepts(folded: string): Evidence[] {
  const found: Evidence[] = [];
  const hasHan = /[㐀-鿿]/.test(folded);
  const hasLatin = /[a-z]{2}/.test(folded);
  for (const { concept, regex } of matchers) {
    if ((concept.name.startsWith('zh') && !hasHan) || (concept.name.startsWith('en') && !hasLatin)) continue;
    for (const match of folded.matchAll(regex)) {
      if (match[0] === '') continue;
      const start = match.index;
      const before = folded.slice(Math.max(0, start - 28), start);
      const isNegated = hasHan && /[㐀-鿿]$/.test(before) ? zhNegation.test(before) : enNegation.test(before);
      found.push({ concept: concept.name, start, end: start + match[0].length, isNegated });
    }
  }
  return found;
}

export const conceptByName: ReadonlyMap<string, Concept> = new Map(
  concepts.map((concept) => [concept.name, concept]),
);
