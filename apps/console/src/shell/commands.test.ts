import { describe, expect, it } from 'vitest';
import { scoreOf } from './commands.ts';

describe('scoreOf', () => {
  it('puts the beginning of the label first', () => {
    const begins = scoreOf('解', { label: '解决' });
    const holds = scoreOf('解', { label: '已解决' });
    const word = scoreOf('resolve', { label: '解决', words: 'resolve' });
    expect(begins).toBeGreaterThan(holds);
    expect(holds).toBeGreaterThan(word);
    expect(word).toBeGreaterThan(0);
  });
  it('wants every word', () => {
    expect(scoreOf('theme dark', { label: '外观：深色', words: 'theme dark' })).toBeGreaterThan(0);
    expect(scoreOf('theme blue', { label: '外观：深色', words: 'theme dark' })).toBe(0);
  });
});
