/**
 * Turns the hand-written sources-test/*.txt into test.jsonl and refuses what is not sound: unknown intents, marks
 * without a value, duplicates, too few rows of an intent, rows that reword a training or validation row.
 * Mechanical work only (offsets, ids, values looked up in tables); it writes no sentence.
 *
 * Run: `node packages/nlu/data/shop/build-test.ts` (add `--hints` to list names and numbers left unmarked).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSource, type Row } from './markup.ts';
import { applyReadings } from './readings.ts';
import { valueOf as entityValue, loadLists } from './values.ts';

/**
 * A test row at or above this Sørensen overlap of character pairs with another row counts as a rewording. The bound is
 * that of the validation rows (build.ts), so that both sets are equally far from what is learnt.
 */
export const OVERLAP_BOUND = 0.7;
/** Below so many distinct pairs a text ("没错", "yes") is too short for overlap to mean anything. */
const SHORTEST_COMPARED = 6;
const FEWEST_PER_INTENT = 5;

const here = import.meta.dirname;

/** Letters and digits only, so that rows that differ in marks alone count as the same. */
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

function readSources(problems: string[]): Row[] {
  const rows: Row[] = [];
  const folder = join(here, 'sources-test');
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.txt'))
      rows.push(...parseSource(readFileSync(join(folder, file), 'utf8'), file, problems));
  }
  rows.forEach((row, index) => {
    row.id = `te${String(index + 1).padStart(4, '0')}`;
  });
  return rows;
}

function fillValues(rows: Row[], problems: string[]): void {
  const lists = loadLists(join(here, 'lists.json'));
  const none = new Map<string, string>();
  for (const row of rows) {
    let last = 0;
    for (const entity of row.entities) {
      const value = entity.value !== '' ? entity.value : entityValue(entity.type, entity.text, lists, none);
      if (value === null) problems.push(`no value: ${entity.type} ${entity.text} (${row.text})`);
      entity.value = value ?? '';
      if (row.text.slice(entity.start, entity.end) !== entity.text) problems.push(`offset: ${row.text}`);
      if (entity.start < last || entity.text.trim() !== entity.text) problems.push(`span: ${row.text}`);
      last = entity.end;
    }
  }
}

function checkRows(rows: Row[], problems: string[]): void {
  const list = JSON.parse(readFileSync(join(here, 'intents.json'), 'utf8')) as { intent: string }[];
  const counts = new Map([...list.map((entry) => entry.intent), 'oos'].map((intent) => [intent, 0]));
  const seen = new Set<string>();
  for (const row of rows) {
    for (const intent of row.intents) {
      if (!counts.has(intent)) problems.push(`unknown intent ${intent}: ${row.text}`);
      counts.set(intent, (counts.get(intent) ?? 0) + 1);
    }
    if (new Set(row.intents).size !== row.intents.length) problems.push(`intent twice: ${row.text}`);
    if (row.intents.length > 1 && row.intents.includes('oos'))
      problems.push(`oos beside others: ${row.text}`);
    if ((row.emotion === 'neutral') !== (row.intensity === 0)) problems.push(`intensity: ${row.text}`);
    if (!/^t\d\d-/.test(row.situation)) problems.push(`situation ${row.situation}: ${row.text}`);
    const key = `${bare(row.text) || row.text}\u0000${row.context.botQuestion ?? ''}`;
    if (seen.has(key)) problems.push(`duplicate: ${row.text}`);
    seen.add(key);
  }
  for (const [intent, count] of counts) {
    if (count < FEWEST_PER_INTENT) problems.push(`only ${count} rows of ${intent}`);
  }
}

/** Names the test row only: whoever mends it must not read the row that it resembles. */
function checkApart(rows: Row[], problems: string[]): void {
  const others: Set<string>[] = [];
  for (const file of ['train.jsonl', 'validation.jsonl']) {
    if (!existsSync(join(here, file))) continue;
    for (const line of readFileSync(join(here, file), 'utf8').split('\n')) {
      if (line.trim() !== '') others.push(pairs((JSON.parse(line) as Row).text));
    }
  }
  for (const row of rows) {
    const own = pairs(row.text);
    if (own.size < SHORTEST_COMPARED) continue;
    const nearest = others.reduce((most, other) => Math.max(most, overlap(own, other)), 0);
    if (nearest >= OVERLAP_BOUND) problems.push(`too close (${nearest.toFixed(2)}): ${row.text}`);
  }
}

const NUMBERS =
  /[一二两三四五六七八九十半几\d]+个?(?:天|小时|分钟|周|星期|月|年|号|瓶|支|盒|件|套|片|块|元)|今天|昨天|前天|明天|后天|今晚|昨晚|周[一二三四五六日末]|\b(?:today|yesterday|tomorrow|tonight|\w+day|(?:last|next) \w+|days?|weeks?|months?|hours?)\b|[$¥£€]/gi;

/** Prints what looks like an entity and is not marked; each is looked at, none is added by itself. */
function hints(rows: Row[]): void {
  const names = [...loadLists(join(here, 'lists.json')).keys()].map(
    (key) => key.split('\t') as [string, string],
  );
  for (const row of rows) {
    const marked = (from: number, to: number): boolean =>
      row.entities.some((e) => e.start < to && e.end > from);
    for (const match of row.text.matchAll(NUMBERS)) {
      if (!marked(match.index, match.index + match[0].length))
        console.log(`hint number ${match[0]}: ${row.text}`);
    }
    const lower = row.text.toLowerCase();
    for (const [type, alias] of names) {
      const at = alias.length < 2 ? -1 : lower.indexOf(alias);
      const around = `${lower[at - 1] ?? ' '}${lower[at + alias.length] ?? ' '}`;
      if (at < 0 || marked(at, at + alias.length) || (/[a-z]/.test(alias) && /[a-z]/.test(around))) continue;
      console.log(`hint ${type} ${alias}: ${row.text}`);
    }
  }
}

function tally(names: string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

const problems: string[] = [];
const rows = readSources(problems);
fillValues(rows, problems);
applyReadings(rows, join(here, 'sources-test', 'readings-test.tsv'), problems);
checkRows(rows, problems);
checkApart(rows, problems);
if (process.argv.includes('--hints')) hints(rows);
for (const problem of problems) console.error(problem);
writeFileSync(join(here, 'test.jsonl'), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
console.log(tally(rows.flatMap((row) => row.intents)));
console.log(tally(rows.map((row) => row.emotion)));
console.log(tally(rows.flatMap((row) => row.entities.map((entity) => entity.type))));
console.log(tally(rows.map((row) => row.lang)), `threat ${rows.filter((row) => row.threat).length}`);
console.log(`several intents ${rows.filter((row) => row.intents.length > 1).length}`);
console.log(`test ${rows.length}, problems ${problems.length}`);
process.exitCode = problems.length > 0 ? 1 : 0;
