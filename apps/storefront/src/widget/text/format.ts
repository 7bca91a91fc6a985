/** Puts values into a text's `{places}`. A place without a value stays visible, so that tests notice. */
export function format(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** Bytes for people: 820 B, 12 KB, 3.4 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${unit}`;
}

const TONE = '[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]*';
const PICTURE = `\\p{Extended_Pictographic}${TONE}`;
// Built from parts rather than with the v flag, which phones of 2022 do not know.
const FEW_EMOJI = new RegExp(`^(?:${PICTURE}(?:\\u200D${PICTURE})*\\s?){1,3}$`, 'u');

/** Whether a message is one to three emoji, which are then shown large. */
export function isEmojiOnly(text: string): boolean {
  return FEW_EMOJI.test(text.trim());
}
