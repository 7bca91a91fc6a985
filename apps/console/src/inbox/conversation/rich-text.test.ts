import { describe, expect, it } from 'vitest';
import { splitText } from './rich-text.tsx';

describe('splitText', () => {
  it('finds addresses and leaves the full stop outside', () => {
    expect(splitText('看 https://a.cn/x?y=1。谢谢')).toEqual([
      { kind: 'text', text: '看 ' },
      { kind: 'link', text: 'https://a.cn/x?y=1' },
      { kind: 'text', text: '。谢谢' },
    ]);
    expect(splitText('see http://a.com.')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', text: 'http://a.com' },
      { kind: 'text', text: '.' },
    ]);
  });
  it('makes no link of scripts', () => {
    expect(splitText('javascript:alert(1) <b>x</b>')).toEqual([
      { kind: 'text', text: 'javascript:alert(1) <b>x</b>' },
    ]);
  });
  it('marks the longest name', () => {
    expect(splitText('@王芳芳 你好', ['王芳', '王芳芳'])[0]).toEqual({ kind: 'mention', text: '@王芳芳' });
  });
});
