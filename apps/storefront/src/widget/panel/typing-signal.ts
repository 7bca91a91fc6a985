import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from '../shell.ts';

/** Said again this often while writing goes on; the other side forgets it a little later. */
const REPEAT_MS = 3_000;
const PAUSE_MS = 4_000;

/** Tells the agent that the shopper writes, sparingly; an empty text or a pause takes it back. */
export function useTypingSignal(chat: Chat, isOn: boolean): (text: string) => void {
  const saidAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (text) => {
    if (!isOn) return;
    clearTimeout(timer.current);
    if (text.trim() === '') {
      if (saidAt.current > 0) chat.setTyping(false);
      saidAt.current = 0;
      return;
    }
    if (Date.now() - saidAt.current > REPEAT_MS) {
      chat.setTyping(true);
      saidAt.current = Date.now();
    }
    timer.current = setTimeout(() => {
      chat.setTyping(false);
      saidAt.current = 0;
    }, PAUSE_MS);
  };
}
