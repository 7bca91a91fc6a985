export { ApiError, isTransient } from '../api-error.ts';
export { type Clock, systemClock } from '../clock.ts';
export { uuidv7 } from '../id.ts';
export { makeOutbox, type Outbox, type OutboxEntry, type OutboxStorage, type Refusal } from '../outbox.ts';
export { makeStore, type Readable, type Store } from '../store.ts';
export { openStream, type Stream, type StreamSocket, type StreamStatus } from '../stream.ts';
export * from './client.ts';
export * from './state.ts';
