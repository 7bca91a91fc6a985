/** Feelings as two further readers heard them; ANNOTATION.md says how they were asked. */
import { readFileSync } from 'node:fs';
import { type Emotion, emotions } from '../../src/emotion/index.ts';
import type { Row } from './markup.ts';

const isEmotion = (name: string): name is Emotion => emotions.some((emotion) => emotion === name);

/**
 * Replaces the author's emotion where both other readers agreed on another, by the lines of a `readings-*.tsv`; the
 * author's stays beside it. A line that no row has, or an emotion that is none, is a problem.
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
    if (reading.emotion === row.emotion) continue;
    row.authorEmotion = row.emotion;
    row.emotion = reading.emotion;
    row.intensity = reading.intensity;
  }
  for (const text of readings.keys()) if (!used.has(text)) problems.push(`reading of no row: ${text}`);
}
