import { type Classification, type ClassifyOptions, classify, type IntentModel } from './model.ts';

/** A part of a message with its place: `text.slice(start, end) === part.text`. */
export interface MessagePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Understanding {
  /** The message as a whole. */
  readonly whole: Classification;
  /** Distinct accepted intents, in order of appearance; the whole's alone when nothing more was found. */
  readonly intents: readonly (MessagePart & { readonly classification: Classification })[];
}

/** Where one request ends and another may begin: end of a sentence, or a word that adds something. */
const BORDER =
  /(?:[。！？!?；;\n]+|[，,、]?\s*(?:另外|还有|顺便(?:问)?|以及|然后|再就是|对了)|[,.]?\s+(?:and\s+also|also|and\s+then|plus|by\s+the\s+way|besides|and\s+(?=(?:can|could|how|what|when|where|why|is|are|do|does|please)\b))|\.\s+)/giu;
const COMMA = /[，,]/g;
const MOST_PARTS = 8;
/** Parts less sure than this add nothing to the whole. */
const SURE = 0.5;

function cutAt(text: string, pattern: RegExp): MessagePart[] {
  const parts: MessagePart[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    const trimmed = raw.trim();
    if (/[\p{L}\p{N}]/u.test(trimmed)) parts.push({ text: trimmed, start, end: start + trimmed.length });
  };
  for (const match of text.matchAll(pattern)) {
    push(match.index);
    from = match.index + match[0].length;
    if (parts.length >= MOST_PARTS) break;
  }
  if (parts.length < MOST_PARTS) push(text.length);
  return parts;
}

/** Cuts a message into the parts that may ask for different things; only its first 1,500 units are read. */
export function splitMessage(text: string): MessagePart[] {
  const head = text.slice(0, 1_500);
  const parts = cutAt(head, BORDER);
  if (parts.length > 1) return parts;
  const finer = cutAt(head, COMMA);
  return finer.length > 1 && finer.every((part) => part.text.length >= 3) ? finer : parts;
}

/**
 * All that a message asks for. The message is read as a whole and part by part; a part counts when its intent is
 * accepted and likely, so that a greeting or a sigh beside the request adds nothing unless it is an intent itself.
 */
export function understand(model: IntentModel, text: string, options: ClassifyOptions = {}): Understanding {
  const whole = classify(model, text, options);
  const parts = splitMessage(text);
  const found = new Map<string, MessagePart & { classification: Classification }>();
  if (parts.length > 1) {
    for (const part of parts) {
      const classification = classify(model, part.text, options);
      if (!classification.isAccepted || classification.probability < SURE) continue;
      if (!found.has(classification.intent)) found.set(classification.intent, { ...part, classification });
    }
  }
  if (whole.isAccepted && (found.size === 0 || (found.size === 1 && !found.has(whole.intent)))) {
    return { whole, intents: [{ text, start: 0, end: text.length, classification: whole }] };
  }
  return { whole, intents: [...found.values()] };
}
