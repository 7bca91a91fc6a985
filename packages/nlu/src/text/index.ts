export { foldText } from './normalise.ts';
export { createSegmenter, type DictionaryWord, defaultSegmenter, type Segmenter } from './segment.ts';
export { toSimplified } from './simplify.ts';
export { stem } from './stem.ts';
export { indexTokens, searchTokens, type TokenOptions } from './tokens.ts';
