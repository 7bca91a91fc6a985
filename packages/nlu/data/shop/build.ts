/**
 * Turns the hand-written sources into train.jsonl and validation.jsonl and refuses what is not sound: unknown
 * intents, unknown list names, dates without a value, duplicates, situations shared between the two sets.
 * The script does mechanical work only (offsets, ids, values looked up in tables); it writes no sentence.
 *
 * Run: `node packages/nlu/data/shop/build.ts` (add `--hints` to list names of lists.json left unmarked).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countTables } from './counts.ts';
import { EMPTY_CONTEXT, parseSource, type Row } from './markup.ts';
import { applyReadings } from './readings.ts';
import { entityValue, loadLists, readValues } from './values.ts';

const here = import.meta.dirname;

interface Intent {
  intent: string;
}

const problems: string[] = [];
const intents = JSON.parse(readFileSync(join(here, 'intents.json'), 'utf8')) as Intent[];
const known = new Set([...intents.map((entry) => entry.intent), 'oos']);
const lists = loadLists(join(here, 'lists.json'));
const values = readValues(join(here, 'sources', 'values.tsv'));

/** Reads every source whose name starts with `prefix`, in name order, and numbers the rows. */
function readSet(prefix: 'train' | 'validation', idPrefix: string): Row[] {
  const rows: Row[] = [];
  for (const file of readdirSync(join(here, 'sources')).sort()) {
    if (!file.startsWith(`${prefix}-`) || !file.endsWith('.txt')) continue;
    const text = readFileSync(join(here, 'sources', file), 'utf8');
    rows.push(...parseSource(text, file, problems));
  }
  rows.forEach((row, index) => {
    row.id = `${idPrefix}${String(index + 1).padStart(4, '0')}`;
  });
  return rows;
}

function fillValues(rows: Row[]): void {
  for (const row of rows) {
    for (const entity of row.entities) {
      const value = entity.value !== '' ? entity.value : entityValue(entity.type, entity.text, lists, values);
      if (value === null) problems.push(`no value: ${entity.type}\t${entity.text}\t(${row.text})`);
      entity.value = value ?? '';
      if (row.text.slice(entity.start, entity.end) !== entity.text) problems.push(`offset: ${row.text}`);
    }
  }
}

/** Letters and digits only, so that two rows that differ in marks alone count as the same. */
function bare(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? text : letters;
}

function checkRows(rows: Row[], situationPrefix: string): void {
  const seen = new Map<string, string>();
  for (const row of rows) {
    for (const intent of row.intents) {
      if (!known.has(intent)) problems.push(`unknown intent ${intent}: ${row.text}`);
    }
    if (row.intents.length > 1 && row.intents.includes('oos'))
      problems.push(`oos beside others: ${row.text}`);
    if (!row.situation.startsWith(situationPrefix)) problems.push(`situation ${row.situation}: ${row.text}`);
    if (row.emotion === 'neutral' && row.intensity !== 0)
      problems.push(`neutral with intensity: ${row.text}`);
    // A one-word answer ("好") is a fair second row when what was asked before differs.
    const key = `${bare(row.text)}\u0000${row.context.botQuestion ?? ''}\u0000${row.context.orderState ?? ''}`;
    if (seen.has(key)) problems.push(`duplicate: ${row.text}`);
    seen.set(key, row.id);
  }
}

function pairs(text: string): Set<string> {
  const letters = [...bare(text)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** Sørensen overlap of character pairs; a validation row close to a training row is a rewording. */
function checkApart(train: Row[], validation: Row[], bound: number): void {
  const trainPairs = train.map((row) => ({ row, set: pairs(row.text) }));
  for (const row of validation) {
    const set = pairs(row.text);
    if (row.context.botQuestion !== null || set.size < 6) continue;
    for (const other of trainPairs) {
      let shared = 0;
      for (const pair of set) if (other.set.has(pair)) shared++;
      const overlap = (2 * shared) / (set.size + other.set.size);
      if (overlap >= bound) {
        problems.push(`too close (${overlap.toFixed(2)}): ${row.text}  <>  ${other.row.text}`);
      }
    }
  }
}

/** Words that mostly are a date, a period, an amount or a quantity. */
const TELLING = [
  /(?:[一二两三四五六七八九十半几\d]+)(?:个)?(?:天|小时|钟头|分钟|周|星期|礼拜|月|年|号|瓶|支|盒|件|套|片|块|元)/g,
  /今天|昨天|前天|明天|后天|昨晚|今晚|周[一二三四五六日末]|星期|上周|下周|双十一|双十二|去年|今年|上个月/g,
  /\b(?:today|yesterday|tomorrow|tonight|\w+day|last week|next week|days?|weeks?|months?|hours?|minutes?)\b/gi,
  /[$¥£€]|\b(?:two|three|four|five|six|\d+)\b/gi,
];

/** Prints what the tables would have marked and the author did not; each is looked at, none is added by itself. */
function hints(rows: Row[]): void {
  for (const row of rows) {
    for (const pattern of TELLING) {
      for (const match of row.text.matchAll(pattern)) {
        const inside = row.entities.some((e) => e.start <= match.index && e.end > match.index);
        if (!inside) console.log(`hint time/number ${match[0]}: ${row.text}`);
      }
    }
    for (const name of lists.keys()) {
      const [type, alias] = name.split('\t') as [string, string];
      if (alias.length < 2) continue;
      const at = row.text.toLowerCase().indexOf(alias);
      if (at < 0 || row.entities.some((entity) => entity.start < at + alias.length && entity.end > at))
        continue;
      const around = `${row.text[at - 1] ?? ' '}${row.text[at + alias.length] ?? ' '}`;
      if (/[a-z]/i.test(alias[0] ?? '') && /[a-z]/i.test(around)) continue;
      console.log(`hint ${type} ${alias}: ${row.text}`);
    }
  }
}

function write(file: string, rows: Row[]): void {
  writeFileSync(join(here, file), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
}

const train = readSet('train', 'tr');
const validation = readSet('validation', 'va');
fillValues(train);
fillValues(validation);
applyReadings(train, join(here, 'sources', 'readings-train.tsv'), problems);
applyReadings(train, join(here, 'sources', 'readings-intent-rows.tsv'), problems);
applyReadings(validation, join(here, 'sources', 'readings-validation.tsv'), problems);
checkRows(train, 's');
checkRows(validation, 'v');
checkApart(train, validation, 0.6);
for (const row of [...train, ...validation]) {
  if (row.context.previousIntent !== null && !known.has(row.context.previousIntent)) {
    problems.push(`unknown previous intent: ${row.context.previousIntent}`);
  }
  if (row.context === EMPTY_CONTEXT) row.context = { ...EMPTY_CONTEXT };
}
if (process.argv.includes('--hints')) hints([...train, ...validation]);
for (const problem of problems) console.error(problem);
write('train.jsonl', train);
write('validation.jsonl', validation);
writeFileSync(join(here, 'COUNTS.md'), countTables(train, validation, [...known]));
console.log(`train ${train.length}, validation ${validation.length}, problems ${problems.length}`);
process.exitCode = problems.length > 0 ? 1 : 0;
