import type { ReactNode } from 'react';

const URL_PATTERN = /https?:\/\/[^\s<>"'“”‘’（）()【】《》、，。；！？]+/g;
const TRAILING = /[.,;:!?]+$/;

type TextPart = { kind: 'text' | 'link' | 'mention'; text: string };

/** Splits words of a message into text, web addresses and the names given. */
export function splitText(text: string, names: readonly string[] = []): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(URL_PATTERN)) {
    const link = match[0].replace(TRAILING, '');
    if (match.index > at) parts.push(...splitMentions(text.slice(at, match.index), names));
    parts.push({ kind: 'link', text: link });
    at = match.index + link.length;
  }
  if (at < text.length) parts.push(...splitMentions(text.slice(at), names));
  return parts;
}

function splitMentions(text: string, names: readonly string[]): TextPart[] {
  // Longer names first, so that 王芳芳 is not read as 王芳.
  const wanted = [...names].sort((a, b) => b.length - a.length).map((name) => `@${name}`);
  const parts: TextPart[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found = wanted.find((name) => text.startsWith(name, at));
    if (found === undefined) plain += text[at++];
    else {
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push({ kind: 'mention', text: found });
      at += found.length;
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

/** Words of a message: line breaks kept, addresses made links, mentions marked. Never HTML. */
export function RichText({ text, names }: { text: string; names?: readonly string[] }): ReactNode {
  return splitText(text, names).map((part, index) => {
    // Parts of one text have no other name than their place.
    const key = `${index}`;
    if (part.kind === 'link')
      return (
        <a key={key} href={part.text} target="_blank" rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      );
    return part.kind === 'mention' ? (
      <span key={key} className="mention">
        {part.text}
      </span>
    ) : (
      part.text
    );
  });
}
