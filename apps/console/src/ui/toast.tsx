import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import './toast.css';
import { IconButton } from './button.tsx';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';

/** How long an undo stays on offer, in milliseconds. */
const UNDO_MS = 8_000;
const PLAIN_MS = 4_000;
const SHOWN_MAX = 4;

type ToastRequest = {
  text: string;
  tone?: 'plain' | 'good' | 'bad';
  /** One thing to do about it, such as undo or try again. */
  action?: { label: string; run: () => void };
  /** Milliseconds; an action stays 8 s unless told otherwise. */
  stays?: number;
};
type Toast = ToastRequest & { id: number; stays: number };

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a line at the foot of the screen; answers its id, with which it can be taken away. */
export function showToast(request: ToastRequest): number {
  const id = nextId++;
  const stays = request.stays ?? (request.action || request.tone === 'bad' ? UNDO_MS : PLAIN_MS);
  set([...toasts.slice(-(SHOWN_MAX - 1)), { ...request, id, stays }]);
  return id;
}

function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** The newest action on offer: what Ctrl+Z runs. */
export function runNewestUndo(): boolean {
  const toast = toasts.findLast((one) => one.action);
  if (!toast?.action) return false;
  dismissToast(toast.id);
  toast.action.run();
  return true;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section className="toasts" aria-live="polite" aria-label={t('toast.region')}>
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} closeLabel={t('action.close')} />
      ))}
    </section>
  );
}

function ToastLine({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const [isHeld, setHeld] = useState(false);
  const left = useRef(toast.stays);
  useEffect(() => {
    if (isHeld) return;
    const since = performance.now();
    const timer = setTimeout(() => dismissToast(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - since;
    };
  }, [isHeld, toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding the pointer here only stops the clock
    <div
      className={cx('toast', toast.tone && `toast-${toast.tone}`)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'good' && <Icon name="check" size={16} />}
      {toast.tone === 'bad' && <Icon name="alert" size={16} />}
      <span className="toast-text">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            dismissToast(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <IconButton icon="close" size="small" label={closeLabel} onClick={() => dismissToast(toast.id)} />
      {toast.action && (
        <span
          className={cx('toast-clock', isHeld && 'is-held')}
          style={{ animationDuration: `${toast.stays}ms` }}
        />
      )}
    </div>
  );
}
