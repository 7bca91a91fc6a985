const PREVIEW_MAX = 120;

/** One line for list rows: white space folded, cut at a character, never within one. */
export function preview(text: string, attachmentNames: readonly string[] = []): string {
  const line =
    text
      .slice(0, PREVIEW_MAX * 4)
      .replace(/\s+/g, ' ')
      .trim() || attachmentNames.join(', ');
  const characters = [...line];
  return characters.length <= PREVIEW_MAX ? line : `${characters.slice(0, PREVIEW_MAX - 1).join('')}…`;
}
