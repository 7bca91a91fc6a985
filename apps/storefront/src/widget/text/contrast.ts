/** Colour arithmetic of WCAG 2.2: a shop may choose any colour, its shoppers must still read the words. */

export type Rgb = readonly [number, number, number];

export const READABLE = 4.5;
const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [22, 32, 29];
const BLACK: Rgb = [0, 0, 0];
const DEFAULT_COLOUR = '#0E7C66';

/** `#RGB` or `#RRGGBB` to channels 0…255; null for anything else, so that no text reaches a stylesheet. */
export function parseColour(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  const parts = short ? short.slice(1).map((part) => part + part) : long?.slice(1);
  if (!parts) return null;
  const [red, green, blue] = parts.map((part) => Number.parseInt(part, 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

export function toHex(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, 0 black … 1 white. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast ratio, 1 … 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Mixes `share` (0…1) of `other` into `colour`. */
export function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => Math.round(colour[at] + (other[at] - colour[at]) * share);
  return [part(0), part(1), part(2)];
}

/** Colour of words on `ground`: white if it can be read, else ink, else black. One of them always can. */
export function wordsOn(ground: Rgb): Rgb {
  return [WHITE, INK].find((words) => contrast(words, ground) >= READABLE) ?? BLACK;
}

/** `colour` moved towards black or white just far enough to be read on `ground`. */
export function readableOn(colour: Rgb, ground: Rgb): Rgb {
  const pole = luminance(ground) > 0.18 ? BLACK : WHITE;
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(colour, pole, share);
    if (contrast(candidate, ground) >= READABLE) return candidate;
  }
  return pole;
}

export type BrandColours = { brand: string; onBrand: string; brandText: string; brandSoft: string };

/**
 * Colours derived from the shop's one colour for a surface.
 * `brand`: fills; `onBrand`: words on fills; `brandText`: links and marks on the surface; `brandSoft`: tint.
 */
export function brandColours(colour: string, isDark: boolean): BrandColours {
  const brand = parseColour(colour) ?? parseColour(DEFAULT_COLOUR) ?? INK;
  const surface: Rgb = isDark ? [21, 26, 25] : WHITE;
  const soft = mix(surface, brand, isDark ? 0.2 : 0.1);
  return {
    brand: toHex(brand),
    onBrand: toHex(wordsOn(brand)),
    brandText: toHex(readableOn(brand, soft)),
    brandSoft: toHex(soft),
  };
}
