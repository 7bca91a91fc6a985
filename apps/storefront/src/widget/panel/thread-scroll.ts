import { countUnread, type VisitorState } from '@xiaoer/sync/visitor';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../shell.ts';

/** Nearer than this to the end counts as being there, so that a picture's last line does not matter. */
const END_SLACK_PX = 60;
const OLDER_AT_PX = 120;

export type ThreadScroll = {
  box: { current: HTMLDivElement | null };
  isAtEnd: boolean;
  older: 'idle' | 'loading' | 'failed';
  onScroll: () => void;
  toEnd: () => void;
  loadOlder: () => void;
};

/**
 * Keeps the newest in view while the shopper is at the end, keeps the place when older messages are put
 * above it, and marks as read what has really been shown.
 */
export function useThreadScroll(chat: Chat, visitor: VisitorState, isShown: boolean): ThreadScroll {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const { older, loadOlder } = useOlder(chat, visitor.olderBefore);
  useKeptPlace(box, visitor, isAtEnd);

  const toEnd = useCallback(() => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
    setAtEnd(true);
  }, []);
  const newestPending = visitor.pending.at(-1)?.id;
  useLayoutEffect(() => {
    if (isShown && newestPending) toEnd();
  }, [newestPending, isShown, toEnd]);
  useLayoutEffect(() => {
    if (isShown) toEnd();
  }, [isShown, toEnd]);
  useSizeWatch(box, isAtEnd);
  useReading(chat, visitor, isShown && isAtEnd);

  const onScroll = () => {
    const element = box.current;
    if (!element || !isShown) return;
    setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < END_SLACK_PX);
    // Only a person's own scrolling fetches more: a thread shorter than the view would load all of it.
    if (element.scrollTop < OLDER_AT_PX && older === 'idle' && visitor.olderBefore !== null) loadOlder();
  };
  return { box, isAtEnd, older, onScroll, toEnd, loadOlder };
}

function useOlder(chat: Chat, olderBefore: string | null) {
  const [older, setOlder] = useState<ThreadScroll['older']>('idle');
  const isLoading = useRef(false);
  const loadOlder = () => {
    if (olderBefore === null || isLoading.current) return;
    isLoading.current = true;
    setOlder('loading');
    chat
      .loadOlder()
      .then(() => setOlder('idle'))
      .catch(() => setOlder('failed'))
      .finally(() => {
        isLoading.current = false;
      });
  };
  return { older, loadOlder };
}

/** After every change: stay at the end, or with what the shopper was reading. */
function useKeptPlace(box: { current: HTMLDivElement | null }, visitor: VisitorState, isAtEnd: boolean) {
  const before = useRef<{ firstId: string | undefined; top: number }>({ firstId: undefined, top: 0 });
  const firstId = visitor.messages[0]?.id;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { firstId: heldId, top } = before.current;
    if (isAtEnd) element.scrollTop = element.scrollHeight;
    else if (heldId !== undefined && heldId !== firstId) element.scrollTop += topOf(element, heldId) - top;
    before.current = { firstId, top: firstId === undefined ? 0 : topOf(element, firstId) };
  });
}

/** Where a message stands in the thread, pixels; a message of files only counts as standing at its end. */
function topOf(box: HTMLElement, id: string): number {
  const message = box.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  return message ? message.offsetTop : box.scrollHeight;
}

/** The keyboard, a growing writing field and late pictures must not push the newest out of view. */
function useSizeWatch(box: { current: HTMLDivElement | null }, isAtEnd: boolean) {
  useEffect(() => {
    const element = box.current;
    if (!element || !isAtEnd) return;
    const watch = new ResizeObserver(() => {
      element.scrollTop = element.scrollHeight;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box, isAtEnd]);
}

function useReading(chat: Chat, visitor: VisitorState, isInView: boolean) {
  const last = visitor.messages.at(-1)?.number ?? 0;
  const unread = countUnread(visitor);
  useEffect(() => {
    if (!isInView || unread === 0) return;
    const mark = () => {
      if (document.visibilityState === 'visible') chat.markRead(last);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [chat, last, unread, isInView]);
}
