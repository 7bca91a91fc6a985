export * from './emotion/index.ts';
export * from './entities/index.ts';
export * from './intent/index.ts';
export * from './model/index.ts';
export * from './retrieval/index.ts';
export * from './text/index.ts';
// Apart from the other words: its table weighs 35 MB, and `@xiaoer/nlu/text` does without.
export * from './text/pinyin.ts';
