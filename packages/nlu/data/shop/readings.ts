/** Feelings as two further readers heard them; ANNOTATION.md says how they were asked. */
import { readFileSync } from 'node:fs';
import { type Emotion, emotions } from '../../src/emotion/index.ts';
import type { Row } from './markup.ts';

const isEmotion = (name: string): name is Emotion => emotions.some((emotion) => emotion === name);

/**
 * Gives rows the emotion of a `readings-*.tsv`. Of a row in which feelings were looked for these are lines where both
 * other readers heard otherwise than the author, whose emotion stays beside it; of the others, all that readers agreed
 * on, and these rows count as read from then on. A line that no row has, or an emotion that is none, is a problem.
 */
export function applyReadings(rows: readonly Row[], file: string, problems: string[]): void {
  const readings = new Map<string, { emotion: Emotion; intensity: number }>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('# ')) continue;
    const [text = '', emotion = '', intensity = ''] = line.split('\t');
    if (!isEmotion(emotion)) {
      problems.push(`unknown emotion: ${line}`);
      continue;
    }
    readings.set(text.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\\\', '\\'), {
      emotion,
      intensity: Number(intensity),
    });
  }
  const used = new Set<string>();
  for (const row of rows) {
    const reading = readings.get(row.text);
    if (!reading) continue;
    used.add(row.text);
    if (row.isFeelingUnread) delete row.isFeelingUnread;
    else if (reading.emotion === row.emotion) continue;
    else row.authorEmotion = row.emotion;
    row.emotion = reading.emotion;
    row.intensity = reading.intensity;
  }
  for (const text of readings.keys()) if (!used.has(text)) problems.push(`reading of no row: ${text}`);
}
