import type { VisitorWidget } from '@xiaoer/contracts';
import { makeStore, type OutboxStorage, type Store } from '@xiaoer/sync/visitor';

/** How the shop's widget looks, known from the last page, so that it stands there at once. */
export type Look = Pick<VisitorWidget, 'colour' | 'language' | 'theme'> & { side: VisitorWidget['position'] };

export type Memory = ReturnType<typeof makeMemory>;

/** What the widget keeps in the browser beside token and outbox. */
export function makeMemory(local: OutboxStorage, tab: OutboxStorage, prefix: string) {
  // A full storage loses conveniences only.
  const put = (storage: OutboxStorage, key: string, value: string | null) => {
    try {
      if (value === null) storage.removeItem(prefix + key);
      else storage.setItem(prefix + key, value);
    } catch {
      console.warn('Xiaoer: the browser’s storage is full.');
    }
  };
  return {
    look: (): Look | null => {
      try {
        return JSON.parse(local.getItem(`${prefix}look`) ?? 'null') as Look | null;
      } catch {
        // Written by another version: the server tells it anew.
        return null;
      }
    },
    setLook: (look: Look) => put(local, 'look', JSON.stringify(look)),
    hasToken: () => local.getItem(`${prefix}token`) !== null,
    hasSound: () => local.getItem(`${prefix}sound`) === 'on',
    setSound: (isOn: boolean) => put(local, 'sound', isOn ? 'on' : null),
    /** Whether the panel stood open on the page before, in this tab. */
    wasOpen: () => tab.getItem(`${prefix}open`) === '1',
    setOpen: (isOpen: boolean) => put(tab, 'open', isOpen ? '1' : null),
  };
}

/** The text being written, kept for this tab. */
export function makeDraft(tab: OutboxStorage, prefix: string): Store<string> {
  const key = `${prefix}draft`;
  const draft = makeStore(tab.getItem(key) ?? '');
  draft.subscribe(() => {
    try {
      tab.setItem(key, draft.getState());
    } catch {
      // A full storage: the text still stands in the field.
    }
  });
  return draft;
}
