import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Entry {
  id: string;
  tier: number;
  lang: string;
  title: string;
  questions: string[];
  answer: string;
  tags: string[];
}

interface Query {
  id: string;
  text: string;
  lang: string;
  entries: string[];
}

interface ListEntry {
  value: string;
  aliases: string[];
}

/** Sørensen overlap of character pairs; at or above it a query counts as a copy of what a finder has learnt from. */
const OVERLAP_BOUND = 0.65;
const SHORTEST_COMPARED = 6;

function readRows<Row>(file: string): Row[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function pairs(text: string): Set<string> {
  const letters = [...bare(text)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

function overlap(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / Math.max(1, a.size + b.size);
}

/** The queries that are too near to one of `others`, with the one that they resemble. */
function copies(queries: string[], others: string[]): string[] {
  const sets = others.map((text) => ({ text, set: pairs(text) }));
  const found: string[] = [];
  for (const query of queries) {
    const own = pairs(query);
    if (own.size < SHORTEST_COMPARED) continue;
    for (const other of sets) {
      // Sizes alone bound the overlap, which spares most comparisons.
      const most = (2 * Math.min(own.size, other.set.size)) / (own.size + other.set.size);
      if (most < OVERLAP_BOUND) continue;
      if (overlap(own, other.set) >= OVERLAP_BOUND) found.push(`${query} <> ${other.text}`);
    }
  }
  return found;
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const knowledge = readRows<Entry>('knowledge.jsonl');
const entries = new Map(knowledge.map((entry) => [entry.id, entry]));
const sets = {
  train: readRows<Query>('queries-train.jsonl'),
  validation: readRows<Query>('queries-validation.jsonl'),
  test: readRows<Query>('queries-test.jsonl'),
};

describe('knowledge of the shop', () => {
  it('has 400 whole entries with their own ids and questions', () => {
    expect(knowledge).toHaveLength(400);
    expect(entries.size).toBe(400);
    const questions = knowledge.flatMap((entry) => entry.questions);
    expect(new Set(questions).size).toBe(questions.length);
    for (const entry of knowledge) {
      expect([1, 2, 3]).toContain(entry.tier);
      expect(entry.questions.length).toBeGreaterThanOrEqual(2);
      expect(entry.questions.length).toBeLessThanOrEqual(5);
      expect(entry.answer.length).toBeGreaterThan(20);
      expect(entry.tags.length).toBeGreaterThan(0);
      expect(entry.lang).toBe(hasHan(entry.title) ? 'zh' : 'en');
    }
  });

  it('gives every list name once, whatever its case', () => {
    const file = readFileSync(join(import.meta.dirname, 'lists.json'), 'utf8');
    for (const list of Object.values(JSON.parse(file) as Record<string, ListEntry[]>)) {
      const names = list
        .flatMap((entry) => [entry.value, ...entry.aliases])
        .map((name) => name.toLowerCase());
      const owners = new Map<string, string>();
      for (const entry of list) {
        for (const name of [entry.value, ...entry.aliases]) {
          const owner = owners.get(name.toLowerCase()) ?? entry.value;
          expect(owner, name).toBe(entry.value);
          owners.set(name.toLowerCase(), entry.value);
        }
      }
      expect(names.length).toBeGreaterThan(0);
    }
  });
});

describe("customers' queries", () => {
  it('name entries that exist, in the language of the query', () => {
    for (const query of Object.values(sets).flat()) {
      expect(query.lang).toBe(hasHan(query.text) ? 'zh' : 'en');
      for (const id of query.entries) expect(entries.get(id)?.lang, `${query.id} ${id}`).toBe(query.lang);
    }
  });

  it('leave about one in ten without an answer and repeat none', () => {
    const texts = Object.values(sets)
      .flat()
      .map((query) => bare(query.text));
    expect(new Set(texts).size).toBe(texts.length);
    // Train holds many phrasings an entry, so its share of questions without an answer is smaller.
    for (const queries of [sets.validation, sets.test]) {
      const share = queries.filter((query) => query.entries.length === 0).length / queries.length;
      expect(share).toBeGreaterThan(0.08);
      expect(share).toBeLessThan(0.15);
    }
  });

  it('are no copies of the questions in the knowledge nor of each other', () => {
    const asked = knowledge.flatMap((entry) => [entry.title, ...entry.questions]);
    const texts = (name: keyof typeof sets): string[] => sets[name].map((query) => query.text);
    expect(copies(texts('test'), [...asked, ...texts('train'), ...texts('validation')])).toEqual([]);
    expect(copies(texts('validation'), [...asked, ...texts('train')])).toEqual([]);
  }, 30_000);
});
