import { useEffect, useRef } from 'react';
import { type ShortcutId, shortcutOf } from './shortcut-table.ts';

type Handler = () => void;
const handlers = new Map<ShortcutId, Handler[]>();

const EDITABLE = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';
const ALWAYS: ReadonlySet<ShortcutId> = new Set(['palette', 'goInbox', 'goCustomers', 'goSettings']);
/** What Esc closes by itself, wherever the focus is. */
const ON_TOP = '.ant-popover:not(.ant-popover-hidden), .ant-dropdown:not(.ant-dropdown-hidden)';

function isTaken(id: ShortcutId, target: EventTarget | null): boolean {
  if (ALWAYS.has(id)) return false;
  if (id === 'back' && document.querySelector(ON_TOP)) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(EDITABLE)) return true;
  // Dialogs, menus and drawers have their own keys.
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return true;
  // Enter on a button or a link presses it.
  return id === 'open' && target.closest('button, a') !== null;
}

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  const id = shortcutOf(event);
  if (!id || isTaken(id, event.target)) return;
  const handler = handlers.get(id)?.at(-1);
  if (!handler) return;
  event.preventDefault();
  handler();
});

/** Does `handler` on the shortcut while mounted and enabled; the newest one wins. */
export function useShortcut(id: ShortcutId, handler: Handler, isEnabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!isEnabled) return;
    const mine = () => latest.current();
    handlers.set(id, [...(handlers.get(id) ?? []), mine]);
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((one) => one !== mine),
      );
    };
  }, [id, isEnabled]);
}
