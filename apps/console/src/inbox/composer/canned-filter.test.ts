import type { CannedResponse } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { type CannedContext, filterCanned, typedAfter } from './canned-filter.ts';

const canned = (part: Partial<CannedResponse>): CannedResponse => ({
  id: part.shortcut ?? 'x',
  shortcut: 'x',
  title: '',
  body: '',
  language: null,
  teamId: null,
  version: 1,
  ...part,
});
const all = [
  canned({ shortcut: '退货地址', title: '退货寄回地址', body: '请寄到杭州市余杭区' }),
  canned({ shortcut: '问候', title: '开场问候', body: '您好，退货的事我来处理' }),
  canned({ shortcut: 'return', title: 'Return address', body: 'Send it to Hangzhou', language: 'en' }),
  canned({ shortcut: 'team', title: 'Team only', teamId: 't1' }),
];
const context: CannedContext = { teamIds: [], language: null };
const names = (typed: string, given = context) => filterCanned(all, typed, given).map((c) => c.shortcut);

describe('filterCanned', () => {
  it('puts the shortcut before the wording', () => {
    expect(names('退货')).toEqual(['退货地址', '问候']);
  });
  it('offers everything allowed for an empty word', () => {
    expect(names('')).toHaveLength(3);
  });
  it("keeps to the customer's language", () => {
    expect(names('', { teamIds: [], language: 'zh-CN' })).not.toContain('return');
  });
  it('shows the wording of own teams only', () => {
    expect(names('team')).toEqual([]);
    expect(names('team', { teamIds: ['t1'], language: null })).toEqual(['team']);
  });
  it('does not mind capitals', () => {
    expect(names('RET')).toEqual(['return']);
  });
});

describe('typedAfter', () => {
  it('finds the word at the caret', () => {
    expect(typedAfter('/', '您好 /退货', 6)).toEqual({ from: 3, word: '退货' });
    expect(typedAfter('/', '/', 1)).toEqual({ from: 0, word: '' });
  });
  it('leaves addresses and fractions alone', () => {
    expect(typedAfter('/', 'https://a', 9)).toBeNull();
    expect(typedAfter('/', '1/2', 3)).toBeNull();
    expect(typedAfter('@', 'a@b', 3)).toBeNull();
  });
  it('ends with a space', () => {
    expect(typedAfter('/', '/退 货', 4)).toBeNull();
  });
  it('lets a mention follow Han text', () => {
    expect(typedAfter('@', '请@周', 3)).toEqual({ from: 1, word: '周' });
  });
});
