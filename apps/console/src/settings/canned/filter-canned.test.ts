import type { CannedResponse } from '@xiaoer/contracts';
import { expect, it } from 'vitest';
import { type CannedFilter, filterCanned } from './filter-canned.ts';

const row = (shortcut: string, body: string, more: Partial<CannedResponse> = {}): CannedResponse => ({
  id: shortcut,
  shortcut,
  title: '',
  body,
  language: null,
  teamId: null,
  version: 1,
  ...more,
});
const rows = [
  row('hello', '您好，请问有什么可以帮您？', { language: 'zh-CN' }),
  row('late', 'Your parcel is late, {{customer.name}}', { language: 'en', teamId: 't1' }),
  row('bye', '祝您生活愉快'),
];
const any: CannedFilter = { search: '', teamId: 'any', language: 'any' };

it.each<[Partial<CannedFilter>, string[]]>([
  [{}, ['hello', 'late', 'bye']],
  [{ search: '/late' }, ['late']],
  [{ search: 'PARCEL late' }, ['late']],
  [{ search: '您' }, ['hello', 'bye']],
  [{ teamId: null }, ['hello', 'bye']],
  [{ teamId: 't1' }, ['late']],
  [{ language: null }, ['bye']],
  [{ language: 'zh-CN' }, ['hello']],
])('%o', (filter, shortcuts) => {
  expect(filterCanned(rows, { ...any, ...filter }).map((one) => one.shortcut)).toEqual(shortcuts);
});
