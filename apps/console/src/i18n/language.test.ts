import { describe, expect, it } from 'vitest';
import { firstLanguage } from './index.ts';

describe('firstLanguage', () => {
  it('keeps what was chosen', () => {
    expect(firstLanguage('en', ['zh-CN'])).toBe('en');
  });
  it('tells Traditional from Simplified', () => {
    expect(firstLanguage(null, ['zh-HK', 'en'])).toBe('zh-TW');
    expect(firstLanguage(null, ['zh-Hant-TW'])).toBe('zh-TW');
    expect(firstLanguage(null, ['zh'])).toBe('zh-CN');
  });
  it('takes the first language that there is', () => {
    expect(firstLanguage(null, ['fr', 'en-GB', 'zh-CN'])).toBe('en');
    expect(firstLanguage('klingon', ['fr'])).toBe('zh-CN');
  });
});
