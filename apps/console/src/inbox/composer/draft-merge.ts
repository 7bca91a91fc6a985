import type { Draft, DraftMode } from '@xiaoer/contracts';

/** What is being written in a conversation. Kept on this machine at once, on the server a little later. */
export type LocalDraft = { mode: DraftMode; reply: string; note: string; savedAt: string };

const EMPTY: LocalDraft = { mode: 'reply', reply: '', note: '', savedAt: '' };

/** The newer of what is here and what the server has: somebody may have gone on at another desk. */
export function newerDraft(local: LocalDraft | null, server: Draft | null): LocalDraft {
  if (server === null) return local ?? EMPTY;
  if (local !== null && local.savedAt >= server.savedAt) return local;
  return {
    ...(local ?? EMPTY),
    mode: server.mode,
    [server.mode]: server.text,
    savedAt: server.savedAt,
  };
}
