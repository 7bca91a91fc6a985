import { type Emotion, emotions, type MoodExample } from '../src/emotion/index.ts';
import { evaluateMood } from './shop/mood.ts';
import { writePage } from './shop/page.ts';
import { option, readTableFile } from './shop/table-file.ts';

function readExamples(file: string): MoodExample[] {
  return readTableFile(file).map((row, i) => {
    const emotion = (row.emotion || 'neutral') as Emotion;
    if (!emotions.includes(emotion)) throw new Error(`${file}, row ${i + 1}: no emotion ${emotion}`);
    return {
      text: row.text ?? '',
      emotion,
      intensity: Number(row.intensity || (emotion === 'neutral' ? 0 : 1)),
      urgency: Number(row.urgency || 0),
      threat: /^(?:true|1|yes)$/i.test(row.threat ?? ''),
    };
  });
}

/**
 * `npm run eval -- emotion --train A --test B [--validation C]`: CSV or JSON Lines with text and emotion (anger, worry,
 * sadness, joy, neutral), and as you have them intensity and urgency 0–3 and threat true or false.
 */
export function runEmotion(args: readonly string[]): { figures: Record<string, number>; isOk: boolean } {
  const train = readExamples(option(args, 'train') as string);
  const test = readExamples(option(args, 'test') as string);
  const chosen = option(args, 'validation', false);
  const { figures, parts } = evaluateMood(train, chosen ? readExamples(chosen) : [], test);
  console.log(`page: ${writePage('emotion', parts)}`);
  console.log(JSON.stringify({ name: 'emotion', figures, limits: {}, ok: true }));
  return { figures, isOk: true };
}
