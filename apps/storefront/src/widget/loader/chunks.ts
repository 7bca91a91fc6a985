import type { Language } from '@xiaoer/contracts';
import type { Locale } from '../locales/zh-cn.ts';
import type { Shell } from '../shell.ts';

/** File names of the chunks beside widget.js, filled in by the build. */
declare const CHUNKS: Record<'panel' | Language, string>;

export type PanelModule = {
  mount: (root: ShadowRoot, shell: Shell, addStyles: (text: string) => void) => void;
};

/** A chunk that did not come is asked for again under another address: browsers remember failures. */
async function load<T>(baseUrl: string, name: keyof typeof CHUNKS, tries: Map<string, number>): Promise<T> {
  const count = tries.get(name) ?? 0;
  const address = `${baseUrl}/${CHUNKS[name]}${count > 0 ? `?try=${count}` : ''}`;
  try {
    return (await import(/* @vite-ignore */ address)) as T;
  } catch (error) {
    tries.set(name, count + 1);
    throw error;
  }
}

/** Loads each chunk once. */
export function makeChunks(baseUrl: string) {
  const tries = new Map<string, number>();
  const held = new Map<string, Promise<unknown>>();
  const once = <T>(name: keyof typeof CHUNKS): Promise<T> => {
    const found = held.get(name) ?? load<T>(baseUrl, name, tries);
    held.set(name, found);
    found.catch(() => held.delete(name));
    return found as Promise<T>;
  };
  return {
    panel: () => once<PanelModule>('panel'),
    locale: async (language: Language) => (await once<{ default: Locale }>(language)).default,
  };
}
