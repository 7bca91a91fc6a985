import { afterEach, expect, test, vi } from 'vitest';
import { makeEvents } from './events.ts';

afterEach(() => vi.restoreAllMocks());

test('listeners hear what they asked for, until they leave', () => {
  const events = makeEvents();
  const heard: unknown[] = [];
  const listener = (value: unknown) => heard.push(value);
  events.on('unread', listener);
  events.emit('unread', 2);
  events.emit('open', undefined);
  events.off('unread', listener);
  events.emit('unread', 3);
  expect(heard).toEqual([2]);
});

test('who comes late is told the newest count, but not that the chat was opened once', () => {
  const events = makeEvents();
  events.emit('unread', 1);
  events.emit('unread', 4);
  events.emit('open', undefined);
  const heard: string[] = [];
  events.on('unread', (value: unknown) => heard.push(`unread ${String(value)}`));
  events.on('open', () => heard.push('open'));
  expect(heard).toEqual(['unread 4']);
});

test('a mistake in one listener of the shop does not silence the others', () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const events = makeEvents();
  const heard: unknown[] = [];
  events.on('close', () => {
    throw new Error('the shop’s own');
  });
  events.on('close', () => heard.push('close'));
  events.emit('close', undefined);
  expect(heard).toEqual(['close']);
  expect(report).toHaveBeenCalledOnce();
});

test('what is not a function is refused aloud', () => {
  const warning = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  makeEvents().on('unread', 'alert(1)');
  expect(warning).toHaveBeenCalledOnce();
});
