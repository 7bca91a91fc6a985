import type { Message } from '@xiaoer/contracts';
import type { PendingMessage } from '@xiaoer/sync';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { session } from '../../session/agent.ts';

/** Nearer to the end than this counts as being there. Pixels. */
const AT_END = 64;
/** Nearer to the beginning than this asks for older messages. Pixels. */
const NEAR_TOP = 320;
const LIT_MS = 2_000;

/**
 * Keeps the reader's place: at the end it follows, elsewhere it stands still, whether messages are added
 * below, put in above, or pictures take their room.
 */
export function useTimelineScroll({
  id,
  messages,
  pending,
  olderBefore,
  focusNumber,
}: {
  id: string;
  messages: readonly Message[];
  pending: readonly PendingMessage[];
  olderBefore: number | null;
  focusNumber: number | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const [fresh, setFresh] = useState(0);
  const [litId, setLitId] = useState<string | null>(null);
  const [olderError, setOlderError] = useState(false);
  /** Counts finished loads: the messages arrive a moment before the next load may begin. */
  const [loads, setLoads] = useState(0);
  const follows = useRef(focusNumber === null);
  const before = useRef({ first: 0, last: 0, height: 0, pending: 0 });
  const wanted = useRef(focusNumber);

  const toEnd = useCallback(() => {
    follows.current = true;
    setFresh(0);
    setAtEnd(true);
    const frame = scroller.current;
    if (frame) frame.scrollTop = frame.scrollHeight;
  }, []);

  const toMessage = useCallback((messageId: string) => {
    const line = content.current?.querySelector(`[data-message="${CSS.escape(messageId)}"]`);
    if (!line) return;
    follows.current = false;
    line.scrollIntoView({ block: 'center' });
    setLitId(messageId);
    setTimeout(() => setLitId((lit) => (lit === messageId ? null : lit)), LIT_MS);
  }, []);

  const loadOlder = useCallback(() => {
    setOlderError(false);
    session()
      .loadOlder(id)
      .then(
        () => setLoads((count) => count + 1),
        () => setOlderError(true),
      );
  }, [id]);

  // After each change of what is drawn, before it is seen.
  useLayoutEffect(() => {
    const frame = scroller.current;
    if (!frame) return;
    const first = messages[0]?.number ?? 0;
    const last = messages.at(-1)?.number ?? 0;
    const known = before.current;
    const hasOlder = known.first > 0 && first < known.first;
    const isOwn = pending.length > known.pending;
    if (hasOlder && !follows.current) frame.scrollTop += frame.scrollHeight - known.height;
    else if (follows.current || isOwn) {
      follows.current = true;
      frame.scrollTop = frame.scrollHeight;
    }
    if (!follows.current && known.last > 0 && last > known.last)
      setFresh(
        (count) => count + messages.filter((one) => one.number > known.last && one.kind !== 'event').length,
      );
    before.current = { first, last, height: frame.scrollHeight, pending: pending.length };
  }, [messages, pending]);

  // A message that was searched for may lie further back than what is loaded.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a finished load may call for the next
  useEffect(() => {
    const number = wanted.current;
    if (number === null || messages.length === 0) return;
    const found = messages.find((message) => message.number === number);
    if (found) {
      wanted.current = null;
      toMessage(found.id);
    } else if (olderBefore !== null && (messages[0]?.number ?? 0) > number) loadOlder();
    else wanted.current = null;
  }, [messages, olderBefore, toMessage, loadOlder, loads]);

  // Pictures that arrive, the composer that grows, a phone's keyboard: the end stays the end.
  useEffect(() => {
    const frame = scroller.current;
    if (!frame || !content.current) return;
    const watch = new ResizeObserver(() => {
      if (follows.current) frame.scrollTop = frame.scrollHeight;
      before.current.height = frame.scrollHeight;
    });
    watch.observe(frame);
    watch.observe(content.current);
    return () => watch.disconnect();
  }, []);

  const onScroll = useCallback(() => {
    const frame = scroller.current;
    if (!frame) return;
    const isNow = frame.scrollHeight - frame.scrollTop - frame.clientHeight < AT_END;
    follows.current = isNow;
    setAtEnd(isNow);
    if (isNow) setFresh(0);
    if (olderBefore !== null && frame.scrollTop < NEAR_TOP && !olderError) loadOlder();
  }, [olderBefore, olderError, loadOlder]);

  // A short conversation does not scroll, so nobody can reach its top by scrolling.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a finished load may call for the next
  useEffect(() => {
    const frame = scroller.current;
    if (frame && olderBefore !== null && !olderError && frame.scrollHeight <= frame.clientHeight + NEAR_TOP)
      loadOlder();
  }, [olderBefore, olderError, loadOlder, loads]);

  return { scroller, content, isAtEnd, fresh, litId, olderError, toEnd, toMessage, loadOlder, onScroll };
}
