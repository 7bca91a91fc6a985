import type { KnowledgeEntry, LabelledQuery } from '../src/retrieval/index.ts';
import { writePage } from './shop/page.ts';
import { evaluateRetrieval } from './shop/retrieval.ts';
import { option, readTableFile } from './shop/table-file.ts';

const list = (cell: string | undefined): string[] =>
  (cell ?? '').split('|').filter((value) => value.trim() !== '');

function readEntries(file: string): KnowledgeEntry[] {
  return readTableFile(file).map((row, i) => ({
    id: row.id || String(i + 1),
    title: row.title ?? '',
    questions: list(row.questions),
    answer: row.answer ?? '',
    tags: list(row.tags),
    ...((row.lang === 'zh' || row.lang === 'en') && { lang: row.lang }),
  }));
}

const readQueries = (file: string): LabelledQuery[] =>
  readTableFile(file).map((row) => ({ text: row.text ?? '', entries: list(row.entries) }));

/**
 * `npm run eval -- retrieval --entries F --queries F [--train F]`: CSV or JSON Lines. Entries have id, title, questions
 * and tags (divided by `|` in CSV), answer; queries have text and entries (ids, empty when none answers).
 */
export function runRetrieval(args: readonly string[]): { figures: Record<string, number>; isOk: boolean } {
  const train = option(args, 'train', false);
  const { figures, parts } = evaluateRetrieval({
    entries: readEntries(option(args, 'entries') as string),
    test: readQueries(option(args, 'queries') as string),
    train: train ? readQueries(train) : [],
    texts: [],
    unanswerable: [],
  });
  console.log(`page: ${writePage('retrieval', parts)}`);
  console.log(JSON.stringify({ name: 'retrieval', figures, limits: {}, ok: true }));
  return { figures, isOk: true };
}
