import { useSyncExternalStore } from 'react';

type ThemeChoice = 'system' | 'light' | 'dark';
export type Appearance = 'light' | 'dark';

const KEY = 'xiaoer.theme';
const query = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

let choice: ThemeChoice = readChoice();
let appearance: Appearance = resolve();

function readChoice(): ThemeChoice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function resolve(): Appearance {
  if (choice !== 'system') return choice;
  return query.matches ? 'dark' : 'light';
}

function apply(): void {
  appearance = resolve();
  document.documentElement.dataset.theme = appearance;
  for (const listener of listeners) listener();
}

/** Takes the choice at once and remembers it for the sign-in page, where no preferences are known yet. */
export function setTheme(next: ThemeChoice): void {
  if (next === choice) return;
  choice = next;
  localStorage.setItem(KEY, next);
  apply();
}

query.addEventListener('change', apply);
apply();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The look in force now: the system's, unless the person chose one. */
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => appearance);
