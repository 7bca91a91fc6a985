import type { LogEvent } from '@xiaoer/contracts';
import type { AgentState } from '@xiaoer/sync';
import i18next from 'i18next';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { onLogEvent, useAgent } from '../session/agent.ts';
import { setTitleBadge } from '../ui/page.tsx';
import { type Notice, noticeOf } from './notice.ts';
import { inboxPath } from './paths.ts';

export const mayAskForNotifications = (): boolean =>
  'Notification' in window && Notification.permission === 'default';

/** Asks the browser; answers whether notifications may be shown. Call from a press. */
export async function askForNotifications(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  return (await Notification.requestPermission()) === 'granted';
}

let audio: AudioContext | null = null;

/** Two short quiet notes, made here so that no sound file is loaded. */
export function playSound(): void {
  try {
    audio ??= new AudioContext();
    const start = audio.currentTime + 0.02;
    for (const [index, frequency] of [660, 880].entries()) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const at = start + index * 0.12;
      tone.type = 'sine';
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.08, at + 0.01);
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.22);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.25);
    }
  } catch {
    // No sound device, or the page was never pressed: the title and the list tell it too.
  }
}

function show(notice: Notice, open: (conversationId: string) => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const title = i18next.t(`inbox:notify.${notice.kind}`, {
    name: notice.name || i18next.t('inbox:customerWord'),
  });
  // One for each conversation: the next message takes the place of the last.
  const shown = new Notification(title, {
    body: notice.text.slice(0, 160),
    tag: notice.conversationId,
    icon: '/icon.svg',
  });
  shown.onclick = () => {
    window.focus();
    shown.close();
    open(notice.conversationId);
  };
}

/** Sound, desktop notification and the number before the tab's title. */
export function useNotices(): void {
  const [, navigate] = useLocation();
  const waiting = useAgent((state) => state.counts['mine-waiting'] ?? 0);
  useEffect(() => setTitleBadge(waiting), [waiting]);
  useEffect(() => () => setTitleBadge(0), []);
  useEffect(
    () =>
      onLogEvent((event: LogEvent, state: AgentState) => {
        if (!document.hidden) return;
        const notice = noticeOf(event, state.me.user.id);
        if (!notice) return;
        const { hasSound, hasDesktopNotifications } = state.me.preferences;
        if (hasSound) playSound();
        if (hasDesktopNotifications) show(notice, (id) => navigate(inboxPath('mine-waiting', id)));
      }),
    [navigate],
  );
}
