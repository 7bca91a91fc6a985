import type { VisitorMessage } from '@xiaoer/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from './context.ts';

type Props = { messages: readonly VisitorMessage[]; typing: string | null };

/** Says what has newly come to those who cannot see it. Older pages and own words are not repeated. */
export function Announcer({ messages, typing }: Props) {
  const say = useTexts();
  const newest = messages.at(-1)?.number ?? 0;
  const told = useRef(newest);
  const [words, setWords] = useState('');
  useEffect(() => {
    const news = messages.filter(
      (message) => message.number > told.current && message.author.kind !== 'customer',
    );
    told.current = Math.max(told.current, newest);
    if (news.length === 0) return;
    const sentences = news.map((message) => {
      const files =
        message.attachments.length > 0 ? say('announceFile', { n: message.attachments.length }) : '';
      const name = message.author.name || say(message.author.kind === 'system' ? 'shopMessage' : 'service');
      return say('announce', { name, text: [message.text, files].filter(Boolean).join(' ') });
    });
    setWords(sentences.join('\n'));
  }, [messages, newest, say]);
  return (
    <div class="visually-hidden" aria-live="polite" aria-atomic="true">
      {words}
      {typing !== null && !words && (typing ? say('typing', { name: typing }) : say('typingSomebody'))}
    </div>
  );
}
