import { useCallback, useEffect, useRef } from 'react';
import { session } from '../../session/agent.ts';

/** Said again at most this often while somebody types. Milliseconds. */
const SAY_EVERY = 3_000;
const QUIET_AFTER = 5_000;

/** Says that the agent types, and that they stopped. */
export function useTyping(conversationId: string) {
  const saidAt = useRef(0);
  const wasNote = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    if (saidAt.current === 0) return;
    saidAt.current = 0;
    session().setTyping(conversationId, false, wasNote.current);
  }, [conversationId]);
  const type = useCallback(
    (isNote: boolean) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(stop, QUIET_AFTER);
      const now = Date.now();
      if (now - saidAt.current < SAY_EVERY && wasNote.current === isNote) return;
      saidAt.current = now;
      wasNote.current = isNote;
      session().setTyping(conversationId, true, isNote);
    },
    [conversationId, stop],
  );
  useEffect(() => stop, [stop]);
  return { type, stop };
}
