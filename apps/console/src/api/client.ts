import { makeClient } from '@xiaoer/sync';

/** The typed way to the server, by the session cookie of this origin. */
export const client = makeClient({ baseUrl: '', fetch: (...args) => globalThis.fetch(...args) });
