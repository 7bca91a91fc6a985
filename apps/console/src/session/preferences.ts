import type { Preferences } from '@xiaoer/contracts';
import { client } from '../api/client.ts';
import { errorText } from '../api/error-text.ts';
import { setLanguage } from '../i18n/index.ts';
import { setTheme } from '../theme/appearance.ts';
import { showToast } from '../ui/toast.tsx';
import { agentState, session } from './agent.ts';

/** Makes the page look and speak as the person likes it. */
export function followPreferences(preferences: Preferences): void {
  setTheme(preferences.theme);
  setLanguage(preferences.language).catch(() => {
    // The strings could not be fetched: the page goes on in the language it has.
  });
}

/** Changes own preferences: at once here, then on the server; taken back when it refuses. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const before = agentState().me.preferences;
  put({ ...before, ...change });
  try {
    const me = await client.call('updateMe', { body: { preferences: change } });
    put(me.preferences);
  } catch (error) {
    put(before);
    showToast({ tone: 'bad', text: errorText(error) });
  }
}

function put(preferences: Preferences): void {
  session().change((state) => ({ ...state, me: { ...state.me, preferences } }));
  followPreferences(preferences);
}
