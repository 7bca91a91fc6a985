import { describe, expect, it } from 'vitest';
import { isWeakPassword } from './password.ts';

const WEAK = [
  '',
  'tea',
  'ninechars',
  'password12',
  'Password123!',
  'PASSWORD2026',
  'qwertyuiop',
  '1234567890',
  '0987654321',
  '8888888888',
  'abababababab',
  'zyxwvutsrqpo',
  'woaini1314',
  'woaini520!!!',
  'Admin@2026!',
  'ｐａｓｓｗｏｒｄ１２３',
  'x'.repeat(200),
];
const GOOD = [
  'seven kinds of tea',
  '七种茶叶和一只猫在窗边',
  'Kx7#mQ2$vL',
  'correct horse 9 battery',
  'admin-of-the-moon',
  'teapot2026',
];

describe('passwords', () => {
  it.each(WEAK)('%j is refused', (password) => {
    expect(isWeakPassword(password)).toBe(true);
  });
  it.each(GOOD)('%j is taken', (password) => {
    expect(isWeakPassword(password)).toBe(false);
  });
});
