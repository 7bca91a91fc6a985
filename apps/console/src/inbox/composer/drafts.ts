import type { Draft } from '@xiaoer/contracts';
import { useSyncExternalStore } from 'react';
import { agentState, session } from '../../session/agent.ts';
import { type LocalDraft, newerDraft } from './draft-merge.ts';

const SAVE_AFTER_MS = 1_000;
const listeners = new Set<() => void>();
const cache = new Map<string, LocalDraft | null>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Under the writer's name: on a shared computer nobody sees another's draft. */
const keyOf = (conversationId: string) => `xiaoer.draft.${agentState().me.user.id}.${conversationId}`;

function read(conversationId: string): LocalDraft | null {
  const key = keyOf(conversationId);
  const known = cache.get(key);
  if (known !== undefined) return known;
  let draft: LocalDraft | null = null;
  try {
    const kept = localStorage.getItem(key);
    if (kept !== null) draft = JSON.parse(kept) as LocalDraft;
  } catch {
    // Storage is blocked or the entry is damaged: there is no draft here.
  }
  cache.set(key, draft);
  return draft;
}

function write(conversationId: string, draft: LocalDraft): void {
  const key = keyOf(conversationId);
  cache.set(key, draft);
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or blocked: it stays in this page, and goes to the server as always.
  }
  for (const listener of listeners) listener();
}

export const openDraft = (conversationId: string, server: Draft | null): LocalDraft =>
  newerDraft(read(conversationId), server);

/** Keeps what is written; the server hears of it once the writer pauses. */
export function keepDraft(conversationId: string, draft: Omit<LocalDraft, 'savedAt'>): void {
  const before = read(conversationId);
  if (before && before.mode === draft.mode && before.reply === draft.reply && before.note === draft.note)
    return;
  write(conversationId, { ...draft, savedAt: new Date().toISOString() });
  clearTimeout(timers.get(conversationId));
  timers.set(
    conversationId,
    setTimeout(() => void save(conversationId), SAVE_AFTER_MS),
  );
}

async function save(conversationId: string): Promise<void> {
  timers.delete(conversationId);
  const draft = read(conversationId);
  if (!draft) return;
  try {
    await session().client.call('saveDraft', {
      params: { id: conversationId },
      body: { mode: draft.mode, text: draft[draft.mode] },
    });
  } catch {
    // It is kept here; the next keystroke tries again, and nobody needs to know.
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** First words of what is unfinished here, for the list; null when nothing is. */
export function useLocalDraft(conversationId: string): string | null {
  return useSyncExternalStore(subscribe, () => {
    const draft = read(conversationId);
    const text = draft ? draft[draft.mode].trim() || draft.reply.trim() || draft.note.trim() : '';
    return text === '' ? null : text.slice(0, 80);
  });
}
