import type { WebChannel } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { fieldsOf, originOf, problemsOf, toBody } from './form.ts';

const channel: WebChannel = {
  id: '0198d0a0-0000-7000-8000-000000000001',
  name: 'Shop',
  key: 'key',
  isEnabled: true,
  version: 1,
  settings: {
    shopName: { 'zh-CN': '清和', en: 'Qinghe' },
    greeting: { 'zh-CN': '您好', en: 'Hello' },
    awayMessage: { 'zh-CN': '请留言', en: 'Leave a message' },
    starters: [{ 'zh-CN': '发货了吗', en: 'Has it shipped?' }],
    colour: '#0e7c66',
    theme: 'system',
    language: null,
    position: 'right',
    timeZone: 'Asia/Shanghai',
    openingHours: [
      { weekday: 2, from: 540, to: 1080 },
      { weekday: 1, from: 540, to: 1080 },
    ],
    allowedOrigins: ['https://shop.example'],
    teamId: null,
  },
};

describe('originOf', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    ['https://shop.example/cart?x=1', 'https://shop.example'],
    ['shop.example', 'https://shop.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['HTTPS://Shop.Example', 'https://shop.example'],
    ['shop', null],
    ['https://', null],
    ['*', null],
  ])('%s', (line, origin) => {
    expect(originOf(line)).toBe(origin);
  });
});

it('sends origins once and in their exact form, and hours in order', () => {
  const fields = {
    ...fieldsOf(channel),
    origins: 'shop.example/a\nhttps://shop.example\n\nhttps://b.example ',
  };
  expect(toBody(fields).settings.allowedOrigins).toEqual(['https://shop.example', 'https://b.example']);
  expect(toBody(fields).settings.openingHours.map((slot) => slot.weekday)).toEqual([1, 2]);
});

describe('problemsOf', () => {
  const fields = fieldsOf(channel);
  it('finds nothing wrong with what was saved', () => {
    expect([...problemsOf(fields)]).toEqual([]);
  });
  it.each<[string, Partial<typeof fields>, [string, string]]>([
    ['no name', { name: ' ' }, ['name', 'missing']],
    ['a long name', { name: 'x'.repeat(61) }, ['name', 'long']],
    [
      'no English greeting',
      { settings: { ...fields.settings, greeting: { 'zh-CN': '您好', en: '' } } },
      ['settings.greeting.en', 'missing'],
    ],
    [
      'an empty question',
      { settings: { ...fields.settings, starters: [{ 'zh-CN': '', en: 'x' }] } },
      ['settings.starters.0.zh-CN', 'missing'],
    ],
    ['a colour', { settings: { ...fields.settings, colour: 'green' } }, ['settings.colour', 'wrong']],
    ['an origin', { origins: 'not an address' }, ['origins', 'wrong']],
    [
      'overlapping hours',
      {
        settings: {
          ...fields.settings,
          openingHours: [...fields.settings.openingHours, { weekday: 1, from: 600, to: 700 }],
        },
      },
      ['hours', 'overlap'],
    ],
  ])('%s', (_, change, [path, problem]) => {
    expect(problemsOf({ ...fields, ...change }).get(path)).toBe(problem);
  });
});
