/** Counts of the corpora as a page, written by the build so that the figures are never typed by hand. */
import type { Row } from './markup.ts';

function tally(values: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function summary(rows: Row[]): [string, number][] {
  const emotions = tally(rows.map((row) => row.emotion));
  return [
    ['rows', rows.length],
    ['Chinese', rows.filter((row) => row.lang === 'zh').length],
    ['English', rows.filter((row) => row.lang === 'en').length],
    ['out of scope', rows.filter((row) => row.intents.includes('oos')).length],
    ['two or three intents', rows.filter((row) => row.intents.length > 1).length],
    ['with context', rows.filter((row) => Object.values(row.context).some((value) => value !== null)).length],
    ['situations', new Set(rows.map((row) => row.situation)).size],
    ['anger', emotions.get('anger') ?? 0],
    ['worry', emotions.get('worry') ?? 0],
    ['sadness', emotions.get('sadness') ?? 0],
    ['joy', emotions.get('joy') ?? 0],
    ['neutral', emotions.get('neutral') ?? 0],
    ['threat to escalate', rows.filter((row) => row.threat).length],
    ['urgency 2 or 3', rows.filter((row) => row.urgency >= 2).length],
    ['entities', rows.reduce((sum, row) => sum + row.entities.length, 0)],
  ];
}

/** A markdown page: totals, then rows per intent and entities per type, train beside validation. */
export function countTables(train: Row[], validation: Row[], intents: string[]): string {
  const lines = [
    '# Counts',
    '',
    'Written by build.ts.',
    '',
    '| | train | validation |',
    '| --- | --- | --- |',
  ];
  const right = summary(validation);
  summary(train).forEach(([name, count], index) => {
    lines.push(`| ${name} | ${count} | ${right[index]?.[1] ?? 0} |`);
  });
  const trainIntents = tally(train.flatMap((row) => row.intents));
  const validationIntents = tally(validation.flatMap((row) => row.intents));
  lines.push('', '| intent | train | validation |', '| --- | --- | --- |');
  for (const intent of intents) {
    lines.push(`| ${intent} | ${trainIntents.get(intent) ?? 0} | ${validationIntents.get(intent) ?? 0} |`);
  }
  const trainTypes = tally(train.flatMap((row) => row.entities.map((entity) => entity.type)));
  const validationTypes = tally(validation.flatMap((row) => row.entities.map((entity) => entity.type)));
  lines.push('', '| entity type | train | validation |', '| --- | --- | --- |');
  for (const type of [...trainTypes.keys()].sort()) {
    lines.push(`| ${type} | ${trainTypes.get(type) ?? 0} | ${validationTypes.get(type) ?? 0} |`);
  }
  return `${lines.join('\n')}\n`;
}
