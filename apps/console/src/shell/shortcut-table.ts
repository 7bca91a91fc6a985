/** Where a shortcut works, and the heading it stands under in the sheet. */
export type ShortcutGroup = 'anywhere' | 'list' | 'conversation' | 'composer' | 'lightbox';

/**
 * Every key of the console. `keys` as in `Ctrl+K`: Ctrl is Command on Apple machines. Those of
 * `isLocal` are handled where they are typed; the others by the one listener of shortcuts.ts.
 */
export const SHORTCUTS = {
  palette: { keys: 'Ctrl+K', group: 'anywhere' },
  search: { keys: '/', group: 'anywhere' },
  shortcuts: { keys: '?', group: 'anywhere' },
  undo: { keys: 'Ctrl+Z', group: 'anywhere' },
  goInbox: { keys: 'Alt+1', group: 'anywhere' },
  goCustomers: { keys: 'Alt+2', group: 'anywhere' },
  goSettings: { keys: 'Alt+3', group: 'anywhere' },

  next: { keys: 'J', group: 'list' },
  previous: { keys: 'K', group: 'list' },
  open: { keys: 'Enter', group: 'list' },
  select: { keys: 'X', group: 'list' },
  selectRange: { keys: 'Shift+X', group: 'list' },

  reply: { keys: 'R', group: 'conversation' },
  note: { keys: 'N', group: 'conversation' },
  claim: { keys: 'C', group: 'conversation' },
  assign: { keys: 'A', group: 'conversation' },
  transfer: { keys: 'T', group: 'conversation' },
  snooze: { keys: 'S', group: 'conversation' },
  resolve: { keys: 'E', group: 'conversation' },
  reopen: { keys: 'O', group: 'conversation' },
  tag: { keys: 'L', group: 'conversation' },
  newest: { keys: 'End', group: 'conversation' },
  back: { keys: 'Escape', group: 'conversation' },

  canned: { keys: '/', group: 'composer', isLocal: true },
  mention: { keys: '@', group: 'composer', isLocal: true },
  send: { keys: 'Ctrl+Enter', group: 'composer', isLocal: true },
  sendResolve: { keys: 'Ctrl+Shift+Enter', group: 'composer', isLocal: true },
  newline: { keys: 'Shift+Enter', group: 'composer', isLocal: true },
  emoji: { keys: 'Alt+E', group: 'composer', isLocal: true },
  attach: { keys: 'Alt+U', group: 'composer', isLocal: true },

  imageNext: { keys: '→', group: 'lightbox', isLocal: true },
  imagePrevious: { keys: '←', group: 'lightbox', isLocal: true },
  imageClose: { keys: 'Escape', group: 'lightbox', isLocal: true },
} as const satisfies Record<string, { keys: string; group: ShortcutGroup; isLocal?: true }>;

export type ShortcutId = keyof typeof SHORTCUTS;

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether a key press is the one described. Letters match whatever the caps lock says. */
export function matchesKeys(keys: string, press: KeyPress): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1)!;
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  if (wants('Ctrl') !== (press.ctrlKey || press.metaKey)) return false;
  if (wants('Alt') !== press.altKey) return false;
  // With Alt, Apple keyboards type other signs, so the place of the key counts.
  if (wants('Alt')) return press.code === (/\d/.test(key) ? `Digit${key}` : `Key${key}`);
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  // Signs such as ? carry their own Shift on some keyboards and none on others.
  if (!isSign && wants('Shift') !== press.shiftKey) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** The shortcut that a key press means outside of text fields, if any. */
export function shortcutOf(press: KeyPress): ShortcutId | null {
  for (const [id, shortcut] of Object.entries(SHORTCUTS))
    if (!('isLocal' in shortcut) && matchesKeys(shortcut.keys, press)) return id as ShortcutId;
  return null;
}
