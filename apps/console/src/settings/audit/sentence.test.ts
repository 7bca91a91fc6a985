import { describe, expect, it } from 'vitest';
import common from '../../locales/en/common.json' with { type: 'json' };
import english from '../../locales/en/settings.json' with { type: 'json' };
import chinese from '../../locales/zh-CN/settings.json' with { type: 'json' };
import { dayEnd, dayStart, EVENT_TYPES, keyOf, type Names, sentenceOf } from './sentence.ts';

const names: Names = {
  user: (id) => (id === 'u1' ? '周宁' : undefined),
  team: (id) => (id === 't1' ? '售后' : undefined),
};
const conversation = { number: 12, assigneeId: 'u1', teamId: 't1' };

describe('sentenceOf', () => {
  it.each([
    ['user.signed_in', { userId: 'u1', ip: '10.0.0.1' }, '', { target: '周宁', ip: '10.0.0.1' }],
    ['user.two_factor_changed', { userId: 'u1', isEnabled: true }, '_on', { target: '周宁' }],
    ['user.two_factor_changed', { userId: 'u1', isEnabled: false }, '_off', {}],
    ['user.invited', { email: 'new@shop.test' }, '', { target: 'new@shop.test' }],
    ['team.deleted', { teamId: 't1', name: '售后' }, '', { target: '售后' }],
    ['canned_response.saved', { cannedResponse: { shortcut: 'hello' } }, '', { target: 'hello' }],
    ['message.added', { conversation, message: { kind: 'note' } }, '_note', { number: '12' }],
    ['message.added', { conversation, message: { kind: 'reply' } }, '', { number: '12' }],
    [
      'conversation.assigned',
      { conversation, message: { event: { type: 'assigned', assigneeId: 'u1', isAutomatic: true } } },
      '_automatic',
      { target: '周宁', number: '12' },
    ],
    [
      'conversation.assigned',
      { conversation: { number: 3, assigneeId: null }, message: { event: { type: 'unassigned' } } },
      '_nobody',
      { number: '3' },
    ],
    [
      'conversation.transferred',
      { conversation, message: { event: { type: 'transferred', teamId: 't1', assigneeId: null } } },
      '',
      { number: '12' },
    ],
    ['conversation.read', { conversation, userId: null }, '_customer', { number: '12' }],
  ] as const)('%s', (type, payload, variant, values) => {
    const sentence = sentenceOf({ type, payload: { ...payload } }, names);
    expect(sentence.key).toBe(`audit.event.${keyOf(type)}${variant}`);
    expect(sentence.values).toMatchObject(values);
  });

  it('names changes and tags', () => {
    const event = { type: 'tagged', added: ['退款'], removed: ['催单'] };
    const tagged = sentenceOf(
      { type: 'conversation.tagged', payload: { conversation, message: { event } } },
      names,
    );
    expect(tagged.lists.tags).toEqual(['+退款', '−催单']);
    const updated = sentenceOf({ type: 'user.updated', payload: { changed: ['role'] } }, names);
    expect(updated.lists.fields).toEqual(['role']);
  });

  it('stands payloads of another shape and types of a later version', () => {
    expect(sentenceOf({ type: 'moon.landed', payload: {} }, names).key).toBe('audit.event.unknown');
    for (const type of EVENT_TYPES)
      expect(sentenceOf({ type, payload: { conversation: 1, changed: 'no' } }, names).values.target).toBe('');
  });

  it('has words in both languages for every type and variant', () => {
    const variants = ['', '_on', '_off', '_note', '_nobody', '_automatic', '_customer', '_removed'];
    const payloads: Record<string, unknown>[] = [
      {},
      { isEnabled: true },
      { message: { kind: 'note', event: { type: 'unassigned' } } },
      { message: { event: { isAutomatic: true } } },
      { userId: null, hasText: false },
    ];
    for (const type of EVENT_TYPES)
      for (const payload of payloads) {
        const key = sentenceOf({ type, payload }, names).key.replace('audit.event.', '');
        expect(variants.some((variant) => key === keyOf(type) + variant)).toBe(true);
        expect(chinese.audit.event).toHaveProperty(key);
        expect(english.audit.event).toHaveProperty(key);
      }
  });
});

it('writes a presence in the middle of a sentence in small letters', () => {
  const { key } = sentenceOf(
    { type: 'seat.changed', payload: { seat: { userId: 'u1', presence: 'offline' } } },
    names,
  );
  expect(key).toBe('audit.event.seat_changed');
  for (const word of Object.values(common.presenceInSentence)) expect(word).toBe(word.toLowerCase());
  expect(Object.keys(common.presenceInSentence)).toEqual(Object.keys(common.presence));
});

it('a day ends where the next begins', () => {
  expect(dayEnd('2026-02-28')).toBe(dayStart('2026-03-01'));
  expect(new Date(dayStart('2026-01-15')).getHours()).toBe(0);
});
