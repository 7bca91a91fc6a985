export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

/**
 * Only what starts with http:// or https:// becomes a link. Han text follows addresses without a space,
 * so an address ends at the first character that cannot stand unencoded in one.
 */
const ADDRESS = /https?:\/\/[a-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/gi;
/** Marks that end the sentence rather than the address. */
const TRAILING = /[.,;:!?'*]+$/;

function trimAddress(raw: string): string {
  let address = raw.replace(TRAILING, '');
  for (const [open, close] of ['()', '[]']) {
    // A closing bracket belongs to the address only if it was opened inside of it.
    while (address.endsWith(close ?? '') && count(address, close) > count(address, open)) {
      address = address.slice(0, -1).replace(TRAILING, '');
    }
  }
  return address;
}

function count(text: string, mark: string | undefined): number {
  return mark ? text.split(mark).length - 1 : 0;
}

function safeAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  // A name before the host (https://bank.example@evil.example) only serves to deceive.
  return isWeb && url.username === '' && url.password === '' && url.hostname !== '' ? url.href : null;
}

/** Splits a message into words and web links. Joined again the parts are the message, unchanged. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const addText = (end: number) => {
    if (end > at) parts.push({ kind: 'text', text: text.slice(at, end) });
  };
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    const href = safeAddress(address);
    if (!href) continue;
    addText(match.index);
    parts.push({ kind: 'link', text: address, href });
    at = match.index + address.length;
  }
  addText(text.length);
  return parts;
}
