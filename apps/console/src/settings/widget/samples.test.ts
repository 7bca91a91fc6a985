import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageSample, SAMPLE_LANGUAGES, sampleOf, scriptTag } from './samples.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../../storefront/README.md'), 'utf8');

it.each(SAMPLE_LANGUAGES)('has both ways of signing in %s', (language) => {
  const code = sampleOf(readme, language);
  expect(code).toMatch(/hmac/i);
  expect(code).toMatch(/jwt/i);
  expect(code).toMatch(/sha-?_?256/i);
  expect(code).not.toContain('```');
});

it('names this server and channel', () => {
  const page = pageSample(readme, 'https://desk.shop.test', 'k1');
  expect(page).toContain(scriptTag('https://desk.shop.test', 'k1'));
  expect(page).toContain("Xiaoer('identify'");
  expect(page).not.toContain('desk.example');
});

it('notices a heading that has gone', () => {
  expect(() => sampleOf(readme, 'Cobol')).toThrow('Cobol');
});
