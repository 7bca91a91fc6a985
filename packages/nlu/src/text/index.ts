export {
  countScripts,
  type Detected,
  detectLanguage,
  isSimplified,
  type Language,
  type Script,
} from './detect.ts';
export { spellingDistance } from './distance.ts';
export { foldText, type NormaliseOptions, normaliseText } from './normalise.ts';
export { createSegmenter, type DictionaryWord, defaultSegmenter, type Segmenter } from './segment.ts';
export { countTraditional, toSimplified } from './simplify.ts';
export { stem } from './stem.ts';
export { indexTokens, searchTokens, type TokenOptions } from './tokens.ts';
