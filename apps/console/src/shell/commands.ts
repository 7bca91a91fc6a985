import { useEffect, useRef } from 'react';
import type { IconName } from '../ui/icon.tsx';

/** Heading in the palette. */
export type CommandGroup = 'conversation' | 'go' | 'views' | 'me' | 'look';

export type Command = {
  id: string;
  group: CommandGroup;
  label: string;
  icon?: IconName;
  keys?: string;
  /** More words that find it, such as its name in the other language. */
  words?: string;
  run: () => void;
};

const sources = new Map<symbol, () => readonly Command[]>();

/** Offers commands in the palette while the component is mounted. */
export function useCommands(make: () => readonly Command[]): void {
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  });
  useEffect(() => {
    const key = Symbol('commands');
    sources.set(key, () => latest.current());
    return () => {
      sources.delete(key);
    };
  }, []);
}

export const allCommands = (): Command[] => [...sources.values()].flatMap((make) => make());

/**
 * How well a command answers what was typed: 0 not at all. Every word of the query must occur; the
 * beginning of a label counts most.
 */
export function scoreOf(query: string, command: Pick<Command, 'label' | 'words'>): number {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return 1;
  const label = command.label.toLowerCase();
  const all = `${label} ${command.words?.toLowerCase() ?? ''}`;
  if (label.startsWith(wanted)) return 4;
  if (label.includes(wanted)) return 3;
  return wanted.split(/\s+/).every((word) => all.includes(word)) ? 2 : 0;
}
