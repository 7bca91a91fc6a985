import type { Readable } from '@xiaoer/sync/store';
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import type { TextKey } from '../locales/zh-cn.ts';
import type { Chat, ChatState, Shell, Ui } from '../shell.ts';
import { format } from '../text/format.ts';

const ShellContext = createContext<Shell | null>(null);
export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('the panel is mounted without its shell');
  return shell;
}

/** State that is rendered anew when it changes. */
export function useReadable<S>(readable: Readable<S>): S {
  const [state, setState] = useState(readable.getState);
  useLayoutEffect(() => {
    const update = () => setState(readable.getState);
    update();
    return readable.subscribe(update);
  }, [readable]);
  return state;
}

export const useUi = (): Ui => useReadable(useShell().ui);
export const useChat = (): Chat => useShell().chat;
export const useChatState = (): ChatState => useReadable(useShell().chat);

export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The panel's texts in its language. */
export function useTexts(): Say {
  const { locale } = useUi();
  return (key, values) => format(locale[key], values);
}

/** Picks the text for one or for many and fills in `{n}`. */
export function counted(say: Say, n: number, one: TextKey, many: TextKey): string {
  return say(n === 1 ? one : many, { n });
}

export type View = 'home' | 'thread';
