import { describe, expect, it } from 'vitest';
import { splitExcerpt } from './excerpt.tsx';

describe('splitExcerpt', () => {
  it('puts the matches at every second place', () => {
    expect(splitExcerpt('我的\u0001快递\u0002到哪了，\u0001快递\u0002单号')).toEqual([
      '我的',
      '快递',
      '到哪了，',
      '快递',
      '单号',
    ]);
  });
  it('stands a mark that was cut off', () => {
    expect(splitExcerpt('…\u0001快')).toEqual(['…', '快', '']);
    expect(splitExcerpt('递\u0002单号')).toEqual(['递单号']);
  });
});
