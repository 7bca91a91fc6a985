import fc from 'fast-check';
import { expect, it } from 'vitest';
import { topPlaces } from './top.ts';

it('gives the places of the highest values, best first, equal ones in their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 20 }), { maxLength: 200 }),
      fc.nat(30),
      fc.integer({ min: -6, max: 8 }),
      fc.nat(200),
      (numbers, count, floor, most) => {
        const length = Math.min(most, numbers.length);
        const wanted = [...numbers.keys()]
          .filter((place) => place < length && (numbers[place] as number) > floor)
          .sort((a, b) => (numbers[b] as number) - (numbers[a] as number) || a - b)
          .slice(0, count);
        expect(topPlaces(Float64Array.from(numbers), count, { length, floor })).toEqual(wanted);
      },
    ),
  );
});

it('takes all values above nothing when no floor is given', () => {
  expect(topPlaces(Float64Array.of(-3, -1, -2), 2)).toEqual([1, 2]);
});
