import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkify } from './linkify.ts';

const links = (text: string) => linkify(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

test('web addresses become links', () => {
  expect(links('见 https://qinghe.example/a?b=1#c')).toEqual(['https://qinghe.example/a?b=1#c']);
  expect(links('http://a.example 和 https://b.example')).toEqual(['http://a.example/', 'https://b.example/']);
});

test.each([
  ['请看https://a.example/p/1，谢谢', 'https://a.example/p/1'],
  ['https://a.example/退货', 'https://a.example/'],
  ['(https://a.example/x)', 'https://a.example/x'],
  ['https://a.example/x_(y).', 'https://a.example/x_(y)'],
  ['is it https://a.example/x?', 'https://a.example/x'],
  ['「https://a.example」', 'https://a.example/'],
])('%s ends where the address ends', (text, href) => {
  expect(links(text)).toEqual([href]);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt://https%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'ftp://a.example',
  'https://',
  'https://bank.example@evil.example/login',
  'vbscript:msgbox',
  'a.example',
])('%s does not become a link', (text) => {
  expect(links(text)).toEqual([]);
});

test('nothing is lost and nothing but the web is linked, whatever the text', () => {
  const pieces = fc.constantFrom(
    'https://',
    'http://',
    'javascript:',
    'a.example',
    '/x',
    '(',
    ')',
    '。',
    '"',
    '<',
    '@',
  );
  const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 }))).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (value) => {
      const parts = linkify(value);
      expect(parts.map((part) => part.text).join('')).toBe(value);
      for (const part of parts) if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\/[^@]/);
    }),
  );
});
