import {
  createMoodReader,
  emotions,
  type Mood,
  type MoodExample,
  saveMoodModel,
  trainMood,
} from '../../src/emotion/index.ts';
import {
  areaUnder,
  calibrationError,
  confusionOf,
  f1,
  macroF1Of,
  percent,
  precision,
  quantile,
  recall,
  round,
  scoreOf,
  table,
  timeEach,
  worstConfusions,
} from './measure.ts';
import type { Part } from './page.ts';

export interface SectionResult {
  readonly figures: Record<string, number>;
  readonly parts: readonly Part[];
}

/** A row whose emotion two further readers heard otherwise than the author keeps the author's beside it. */
type ReadRow = MoodExample & { readonly authorEmotion?: MoodExample['emotion'] };

/** Trains on `train`, chooses on `validation`, reports on `test`. */
export function evaluateMood(
  train: readonly MoodExample[],
  validation: readonly MoodExample[],
  test: readonly ReadRow[],
): SectionResult {
  const start = performance.now();
  const model = trainMood(train, validation);
  const trainSeconds = (performance.now() - start) / 1000;
  const reader = createMoodReader(model);
  const moods = test.map(({ text }) => reader.read(text));
  const trained = measureMood(moods, test);
  const byAuthor = test.map((row) => ({ ...row, emotion: row.authorEmotion ?? row.emotion }));
  const authors = measureMood(moods, byAuthor);
  const untrained = createMoodReader();
  const plain = measureMood(
    test.map(({ text }) => untrained.read(text)),
    test,
  );
  const times = timeEach(test, ({ text }) => reader.read(text));
  const figures = {
    emotionMacroF1: trained.macro,
    emotionMacroF1ByAuthorAlone: authors.macro,
    emotionAccuracy: trained.accuracy,
    emotionCalibrationError: trained.calibration,
    emotionLexiconOnlyMacroF1: plain.macro,
    intensityAccuracy: trained.intensity,
    urgencyWithinOne: trained.urgencyNear,
    urgencyAccuracy: trained.urgency,
    threatRecall: trained.threatRecall,
    threatPrecision: trained.threatPrecision,
    threatArea: trained.threatArea,
    moodFileMb: round(saveMoodModel(model).length / 1e6, 1),
    moodTrainSeconds: round(trainSeconds, 1),
    moodP99Ms: round(quantile(times, 0.99), 3),
  };
  console.log('\nEmotion, urgency, threat');
  console.log(table([['emotion', 'precision', 'recall', 'F1', 'rows'], ...trained.rows]));
  console.log(
    `macro-F1 ${trained.macro} (lexicon alone ${plain.macro}; by the author's labels alone ${authors.macro}), threats: recall ${trained.threatRecall}, precision ${trained.threatPrecision}`,
  );
  console.log(
    table([
      ['right', 'guessed', 'rows'],
      ...worstConfusions(trained.confusion, 6).map(({ right, guessed, count }) => [right, guessed, count]),
    ]),
  );
  return {
    figures,
    parts: [
      { kind: 'matrix', title: 'Emotions', confusion: trained.confusion },
      {
        kind: 'table',
        title: 'Emotions by label',
        rows: [['emotion', 'precision', 'recall', 'F1', 'rows'], ...trained.rows],
      },
    ],
  };
}

function measureMood(moods: readonly Mood[], test: readonly MoodExample[]) {
  const confusion = confusionOf(
    test.map(({ emotion }) => emotion),
    moods.map(({ emotion }) => emotion),
    emotions,
  );
  const isRight = test.map(({ emotion }, i) => moods[i]?.emotion === emotion);
  const felt = test
    .map((row, i) => ({ row, mood: moods[i] }))
    .filter(({ row, mood }) => row.emotion !== 'neutral' && mood?.emotion === row.emotion);
  const threat = { hit: 0, missed: 0, wrong: 0 };
  test.forEach((row, i) => {
    const isCalled = moods[i]?.isThreat ?? false;
    if (row.threat && isCalled) threat.hit++;
    else if (row.threat) threat.missed++;
    else if (isCalled) threat.wrong++;
  });
  const share = (count: number, of: number): number => percent(of === 0 ? 0 : count / of);
  return {
    confusion,
    rows: emotions.map((emotion, c): (string | number)[] => {
      const score = scoreOf(confusion, c);
      return [
        emotion,
        percent(precision(score)),
        percent(recall(score)),
        percent(f1(score)),
        score.hit + score.missed,
      ];
    }),
    macro: percent(macroF1Of(confusion)),
    accuracy: share(isRight.filter(Boolean).length, test.length),
    calibration: percent(
      calibrationError(
        moods.map((mood) => mood.probabilities[mood.emotion]),
        isRight,
      ),
    ),
    intensity: share(felt.filter(({ row, mood }) => row.intensity === mood?.intensity).length, felt.length),
    urgency: share(test.filter((row, i) => row.urgency === moods[i]?.urgency).length, test.length),
    urgencyNear: share(
      test.filter((row, i) => Math.abs(row.urgency - (moods[i]?.urgency ?? 9)) <= 1).length,
      test.length,
    ),
    threatRecall: percent(recall(threat)),
    threatPrecision: percent(precision(threat)),
    threatArea: round(
      areaUnder(
        moods.filter((_, i) => test[i]?.threat).map((mood) => mood.threat),
        moods.filter((_, i) => !test[i]?.threat).map((mood) => mood.threat),
      ),
      3,
    ),
  };
}
