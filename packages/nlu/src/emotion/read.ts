import { pick } from './choose.ts';
import { type LexiconGuess, type MoodInput, readMoodInput } from './features.ts';
import { emotionLogs, levelLogs, threatOf } from './heads.ts';
import { scoreLinear, softmax } from './linear.ts';
import type { MoodModel } from './train.ts';
import { type Emotion, emotions, type Mood } from './types.ts';

export interface MoodReader {
  /** The mood of one message. Never throws for any text; only the first 4,000 characters are read. */
  read(text: string): Mood;
}

/** A reader with a trained model, or by the lexicon alone when there is none yet. */
export function createMoodReader(model?: MoodModel): MoodReader {
  return {
    read(text) {
      const input = readMoodInput(text);
      return model ? readTrained(input, model) : readByLexicon(input);
    },
  };
}

function level(value: number): 0 | 1 | 2 | 3 {
  return Math.max(0, Math.min(3, Math.round(value))) as 0 | 1 | 2 | 3;
}

function named(probabilities: readonly number[]): Record<Emotion, number> {
  const result = { anger: 0, worry: 0, sadness: 0, joy: 0, neutral: 0 };
  emotions.forEach((emotion, i) => {
    result[emotion] = probabilities[i] ?? 0;
  });
  return result;
}

function readTrained({ features, evidence }: MoodInput, model: MoodModel): Mood {
  const probabilities = softmax(emotionLogs(model, features), model.temperature);
  const logs = probabilities.map((p) => Math.log(p + 1e-9));
  const emotion = emotions[pick(logs, model.emotionOffsets)] as Emotion;
  const strength = softmax(scoreLinear(model.intensity, features));
  // Given that there is an emotion, the expected level among 1 to 3.
  const felt = (strength[1] as number) + (strength[2] as number) + (strength[3] as number);
  const mean =
    ((strength[1] as number) + 2 * (strength[2] as number) + 3 * (strength[3] as number)) / (felt || 1);
  const threat = threatOf(model.threat, features);
  return {
    emotion,
    probabilities: named(probabilities),
    intensity: emotion === 'neutral' ? 0 : level(Math.max(1, mean)),
    urgency: level(pick(levelLogs(model.urgency, features), model.urgencyOffsets)),
    isThreat: threat >= model.threatThreshold,
    threat,
    evidence,
  };
}

function readByLexicon({ evidence, guess }: MoodInput): Mood {
  const probabilities = softmax(guess.scores);
  const emotion = emotions[pick(guess.scores, [])] as Emotion;
  const score = guess.scores[emotions.indexOf(emotion)] as number;
  const threat = threatByLexicon(guess);
  return {
    emotion,
    probabilities: named(probabilities),
    intensity: emotion === 'neutral' ? 0 : level(Math.max(1, score / 2)),
    urgency: level(guess.urgency),
    isThreat: threat >= 0.5,
    threat,
    evidence,
  };
}

/** An outside body alone may be a question about it; with a will to go there, or anger, it is a threat. */
function threatByLexicon({ threat, scores }: LexiconGuess): number {
  const anger = scores[0] as number;
  const neutral = scores[4] as number;
  if (threat < 1.8) return 0.05;
  return 1 / (1 + Math.exp(-(threat - 2.2 + (anger - neutral) * 0.4)));
}
