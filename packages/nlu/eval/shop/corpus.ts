import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MoodExample } from '../../src/emotion/index.ts';
import type { EntityLists, EntityType } from '../../src/entities/index.ts';
import type { KnowledgeEntry, LabelledQuery } from '../../src/retrieval/index.ts';

/** The shop's own corpora; data/shop/ANNOTATION.md says how they are labelled. */
export const shopFolder = join(import.meta.dirname, '..', '..', 'data', 'shop');

/** Relative dates in the corpora are read at this instant. */
export const corpusNow = new Date('2026-11-20T10:00:00+08:00');

export interface ShopRow extends MoodExample {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly intents: readonly string[];
  readonly entities: readonly {
    readonly type: EntityType;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly value: string;
  }[];
  /** The author's emotion, where two other readers agreed on another. */
  readonly authorEmotion?: MoodExample['emotion'];
  /** Feelings were not looked for in this row; its emotion says nothing. */
  readonly isFeelingUnread?: true;
  readonly situation: string;
  readonly context: {
    readonly previousIntent: string | null;
    readonly botQuestion: string | null;
    readonly orderState: string | null;
  };
}

export interface ShopQuery extends LabelledQuery {
  readonly id: string;
  readonly lang: 'zh' | 'en';
}

/** Rows of a JSON Lines file; the text of the error names file and line. */
export function readJsonLines<Row>(file: string): Row[] {
  const rows: Row[] = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return;
      try {
        rows.push(JSON.parse(line) as Row);
      } catch {
        throw new Error(`${file}:${i + 1} is no JSON`);
      }
    });
  return rows;
}

export const readShopRows = (set: 'train' | 'validation' | 'test'): ShopRow[] =>
  readJsonLines<ShopRow>(join(shopFolder, `${set}.jsonl`));

export const readShopQueries = (set: 'train' | 'validation' | 'test'): ShopQuery[] =>
  readJsonLines<ShopQuery>(join(shopFolder, `queries-${set}.jsonl`));

export const readKnowledge = (): (KnowledgeEntry & { readonly tier: 1 | 2 | 3 })[] =>
  readJsonLines(join(shopFolder, 'knowledge.jsonl'));

export const readLists = (): EntityLists =>
  JSON.parse(readFileSync(join(shopFolder, 'lists.json'), 'utf8')) as EntityLists;

export const hasShopFile = (name: string): boolean => existsSync(join(shopFolder, name));
