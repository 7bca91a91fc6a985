import { countUnread, type Readable, type Store } from '@xiaoer/sync/visitor';
import type { ChatState } from '../shell.ts';
import { format } from '../text/format.ts';
import type { Settings } from './appearance.ts';
import type { Events } from './events.ts';
import type { LauncherState } from './launcher.ts';
import { LOADER_TEXTS } from './texts.ts';
import { makeTitleHint } from './title.ts';

type Parts = {
  chat: Readable<ChatState>;
  settings: Readable<Settings>;
  button: Store<LauncherState>;
  events: Events;
};

/** Tells of unread messages: badge, the page's title while nobody looks, and the shop's own listener. */
export function tellNews({ chat, settings, button, events }: Parts): void {
  const setTitleHint = makeTitleHint();
  const count = () => {
    const { visitor } = chat.getState();
    const unread = visitor ? countUnread(visitor) : 0;
    const { title } = LOADER_TEXTS[settings.getState().language];
    setTitleHint(unread > 0 && document.hidden ? format(title, { n: unread }) : null);
    if (unread === button.getState().unread) return;
    button.update((state) => ({ ...state, unread }));
    events.emit('unread', unread);
  };
  chat.subscribe(count);
  document.addEventListener('visibilitychange', count);
}
