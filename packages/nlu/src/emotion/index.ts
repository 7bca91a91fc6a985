export { loadMoodModel, saveMoodModel } from './mood-file.ts';
export { createMoodReader, type MoodReader } from './read.ts';
export { type MoodModel, type MoodTrainingOptions, trainMood } from './train.ts';
export { type Emotion, type Evidence, emotions, type Mood, type MoodExample } from './types.ts';
