export * from './emotion/index.ts';
export * from './entities/index.ts';
export * from './intent/index.ts';
export * from './model/index.ts';
export * from './retrieval/index.ts';
export * from './text/index.ts';
