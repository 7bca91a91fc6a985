export const emotions = ['anger', 'worry', 'sadness', 'joy', 'neutral'] as const;
export type Emotion = (typeof emotions)[number];

/** A reading of one message. Probabilities are calibrated when a trained model is given, else a rough guess. */
export interface Mood {
  readonly emotion: Emotion;
  /** Probability of each emotion, summing to 1. */
  readonly probabilities: Readonly<Record<Emotion, number>>;
  /** 0 neutral, 1 slight, 2 clear, 3 strong; 0 exactly when the emotion is neutral. */
  readonly intensity: 0 | 1 | 2 | 3;
  /** 0 any time, 1 soon, 2 today or a clock is running, 3 at once. */
  readonly urgency: 0 | 1 | 2 | 3;
  /** Whether the writer says that they will or may take it outside: regulator, press, court, bank. */
  readonly isThreat: boolean;
  /** Probability of a threat, 0..1. */
  readonly threat: number;
  /** What was seen, for the agent and for quality checks: concepts with the words that showed them. */
  readonly evidence: readonly Evidence[];
}

/** A message with its mood, to learn from. */
export interface MoodExample {
  readonly text: string;
  readonly emotion: Emotion;
  readonly intensity: number;
  readonly urgency: number;
  readonly threat: boolean;
  /** What the message is about, the first counts. Helps to learn; not needed to read. */
  readonly intents?: readonly string[];
  /** Rows of one situation are held out together, so that no row is judged by a model that knows its like. */
  readonly situation?: string;
}

export interface Evidence {
  readonly concept: string;
  /** UTF-16 offsets into the text as given. */
  readonly start: number;
  readonly end: number;
  readonly isNegated: boolean;
}

/**
 * One idea that the lexicon knows. `pattern` is the source of a regular expression on folded text; `pull` says
 * which emotions it speaks for without any training; a concept that `turns` is read the other way round after a
 * negation (不喜欢, "not happy") as the concept named.
 */
export interface Concept {
  readonly name: string;
  readonly pattern: string;
  readonly pull?: Partial<Record<Emotion, number>>;
  readonly urgency?: number;
  readonly threat?: number;
  readonly turns?: string;
}
