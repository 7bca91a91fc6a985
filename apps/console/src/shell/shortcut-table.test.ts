import { describe, expect, it } from 'vitest';
import { type KeyPress, matchesKeys, SHORTCUTS, shortcutOf } from './shortcut-table.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('shortcuts', () => {
  it('has no two meanings for one key outside of text fields', () => {
    const keys = Object.values(SHORTCUTS)
      .filter((shortcut) => !('isLocal' in shortcut))
      .map((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('takes Ctrl and Command alike', () => {
    expect(shortcutOf(press('k', { ctrlKey: true }))).toBe('palette');
    expect(shortcutOf(press('k', { metaKey: true }))).toBe('palette');
    expect(shortcutOf(press('k'))).toBe('previous');
  });
  it('does not take a letter with another modifier', () => {
    expect(shortcutOf(press('r', { ctrlKey: true }))).toBeNull();
    expect(shortcutOf(press('r', { altKey: true, code: 'KeyR' }))).toBeNull();
  });
  it('reads signs with and without Shift', () => {
    expect(shortcutOf(press('?', { shiftKey: true }))).toBe('shortcuts');
    expect(shortcutOf(press('?'))).toBe('shortcuts');
  });
  it('goes by the place of the key with Alt', () => {
    expect(matchesKeys('Alt+1', press('¡', { altKey: true, code: 'Digit1' }))).toBe(true);
  });
  it('tells X from Shift X', () => {
    expect(shortcutOf(press('x'))).toBe('select');
    expect(shortcutOf(press('X', { shiftKey: true }))).toBe('selectRange');
  });
});
