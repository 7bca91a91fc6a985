import { memoryStorage } from '@xiaoer/sync/visitor';
import { expect, test, vi } from 'vitest';
import { makeDraft, makeMemory } from './memory.ts';

const look = { colour: '#0E7C66', language: 'zh-CN', theme: 'light', side: 'right' } as const;

test('look, sound and the open panel are found again on the next page', () => {
  const [local, tab] = [memoryStorage(), memoryStorage()];
  const memory = makeMemory(local, tab, 'x.');
  expect([memory.look(), memory.hasSound(), memory.wasOpen(), memory.hasToken()]).toEqual([
    null,
    false,
    false,
    false,
  ]);
  memory.setLook(look);
  memory.setSound(true);
  memory.setOpen(true);
  const next = makeMemory(local, tab, 'x.');
  expect([next.look(), next.hasSound(), next.wasOpen()]).toEqual([look, true, true]);
  next.setOpen(false);
  next.setSound(false);
  expect([makeMemory(local, tab, 'x.').wasOpen(), makeMemory(local, tab, 'x.').hasSound()]).toEqual([
    false,
    false,
  ]);
});

test('what another version has written is not trusted', () => {
  const local = memoryStorage();
  local.setItem('x.look', '{broken');
  expect(makeMemory(local, memoryStorage(), 'x.').look()).toBeNull();
});

test('a full storage costs the memory, not the text', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const full = memoryStorage();
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(() => makeMemory(full, full, 'x.').setSound(true)).not.toThrow();
  const draft = makeDraft(full, 'x.');
  draft.update(() => '还没发出的话');
  expect(draft.getState()).toBe('还没发出的话');
  vi.restoreAllMocks();
});

test('the draft is found again in the same tab', () => {
  const tab = memoryStorage();
  makeDraft(tab, 'x.').update(() => '写到一半');
  expect(makeDraft(tab, 'x.').getState()).toBe('写到一半');
});
