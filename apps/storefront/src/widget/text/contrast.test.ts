import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandColours, contrast, parseColour, READABLE, type Rgb, readableOn, wordsOn } from './contrast.ts';

const channel = fc.integer({ min: 0, max: 255 });
const anyColour = fc.tuple(channel, channel, channel) as fc.Arbitrary<Rgb>;
const rgb = (hex: string): Rgb => {
  const colour = parseColour(hex);
  if (!colour) throw new Error(`not a colour: ${hex}`);
  return colour;
};

test('contrast agrees with the ratios published by WCAG', () => {
  expect(contrast(rgb('#000'), rgb('#fff'))).toBeCloseTo(21, 5);
  expect(contrast(rgb('#777777'), rgb('#ffffff'))).toBeCloseTo(4.48, 2);
  expect(contrast(rgb('#ff0000'), rgb('#ffffff'))).toBeCloseTo(4, 2);
});

test('words on any shop colour can be read', () => {
  fc.assert(fc.property(anyColour, (ground) => contrast(wordsOn(ground), ground) >= READABLE));
});

test('any shop colour becomes readable on light and dark surfaces and on its own tint', () => {
  fc.assert(
    fc.property(anyColour, fc.boolean(), (colour, isDark) => {
      const hex = `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      const { brandText, brandSoft } = brandColours(hex, isDark);
      const surface = rgb(isDark ? '#151a19' : '#ffffff');
      return (
        contrast(rgb(brandText), rgb(brandSoft)) >= READABLE &&
        contrast(readableOn(colour, surface), surface) >= READABLE
      );
    }),
  );
});

test('a readable colour is left as the shop chose it', () => {
  expect(brandColours('#0E7C66', false)).toMatchObject({ brand: '#0e7c66', onBrand: '#ffffff' });
  expect(wordsOn(rgb('#ffd400'))).toEqual([22, 32, 29]);
});

test.each(['red', '#12', '#12345g', 'url(x)', '#fff;}', ''])('%j is no colour', (text) => {
  expect(parseColour(text)).toBeNull();
  expect(brandColours(text, false).brand).toBe('#0e7c66');
});
