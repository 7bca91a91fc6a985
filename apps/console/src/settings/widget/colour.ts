/** Contrast of WCAG 2.2, so that whoever picks a colour sees what shoppers will be able to read. */

export const READABLE = 4.5;
const INK = '#16201d';
const WHITE = '#ffffff';

/** Relative luminance of `#RRGGBB`, 0 black … 1 white. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours `#RRGGBB`, 1 … 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** White if it can be read on the colour, else ink: as the widget chooses. */
export const wordsOn = (colour: string): string => (contrast(WHITE, colour) >= READABLE ? WHITE : INK);
