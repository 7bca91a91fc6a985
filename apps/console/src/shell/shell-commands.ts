import { STANDARD_VIEWS, type StandardViewId } from '@xiaoer/contracts';
import { selectSavedViews } from '@xiaoer/sync';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/index.ts';
import { agentState } from '../session/agent.ts';
import { changePreferences } from '../session/preferences.ts';
import { setPresence } from '../session/presence.ts';
import { pagesFor } from '../settings/pages.ts';
import { type Command, useCommands } from './commands.ts';
import { leave, PRESENCES } from './my-menu.tsx';
import { openShortcutSheet } from './palette-state.ts';
import { useShortcut } from './shortcuts.ts';

/** Keys and palette commands that work on every screen. */
export function useShellCommands(): void {
  const { t } = useTranslation('shell');
  const [, navigate] = useLocation();
  useShortcut('goInbox', () => navigate('/inbox'));
  useShortcut('goCustomers', () => navigate('/customers'));
  useShortcut('goSettings', () => navigate('/settings'));

  useCommands(() => {
    const { permissions } = agentState().me;
    const go: Command[] = [
      {
        id: 'go-inbox',
        group: 'go',
        icon: 'inbox',
        label: t('nav.inbox'),
        keys: 'Alt+1',
        words: 'inbox',
        run: () => navigate('/inbox'),
      },
      ...(permissions.includes('customers.read')
        ? [
            {
              id: 'go-customers',
              group: 'go' as const,
              icon: 'customers' as const,
              label: t('nav.customers'),
              keys: 'Alt+2',
              words: 'customers',
              run: () => navigate('/customers'),
            },
          ]
        : []),
      {
        id: 'go-settings',
        group: 'go',
        icon: 'settings',
        label: t('nav.settings'),
        keys: 'Alt+3',
        words: 'settings',
        run: () => navigate('/settings'),
      },
      ...pagesFor(permissions).map(
        ({ name, icon }): Command => ({
          id: `go-settings-${name}`,
          group: 'go',
          icon,
          label: `${t('nav.settings')} · ${t(`settingsPage.${name}`)}`,
          words: `${name} ${t(`settingsWords.${name}`)}`,
          run: () => navigate(`/settings/${name}`),
        }),
      ),
    ];
    const views: Command[] = [
      ...(Object.keys(STANDARD_VIEWS) as StandardViewId[]).map(
        (view): Command => ({
          id: `view-${view}`,
          group: 'views',
          icon: 'list',
          label: t(`inbox:view.${view}`),
          words: view,
          run: () => navigate(`/inbox/${view}`),
        }),
      ),
      ...selectSavedViews(agentState()).map(
        (view): Command => ({
          id: `view-${view.id}`,
          group: 'views',
          icon: 'filter',
          label: view.name,
          run: () => navigate(`/inbox/${view.id}`),
        }),
      ),
    ];
    const me: Command[] = [
      ...PRESENCES.map(
        (presence): Command => ({
          id: `presence-${presence}`,
          group: 'me',
          icon: 'user',
          label: `${t('me.presence')}: ${t(`common:presence.${presence}`)}`,
          words: presence,
          run: () => void setPresence(presence),
        }),
      ),
      {
        id: 'keys',
        group: 'me',
        icon: 'keyboard',
        label: t('me.shortcuts'),
        keys: '?',
        words: 'shortcuts keys',
        run: openShortcutSheet,
      },
      {
        id: 'out',
        group: 'me',
        icon: 'signOut',
        label: t('me.signOut'),
        words: 'sign out log out',
        run: () => void leave(),
      },
    ];
    const look: Command[] = [
      ...(['system', 'light', 'dark'] as const).map(
        (theme): Command => ({
          id: `theme-${theme}`,
          group: 'look',
          icon: theme === 'dark' ? 'moon' : 'sun',
          label: `${t('me.theme')}: ${t(`common:theme.${theme}`)}`,
          words: `theme ${theme}`,
          run: () => void changePreferences({ theme }),
        }),
      ),
      ...LANGUAGES.map(
        (language): Command => ({
          id: `language-${language}`,
          group: 'look',
          icon: 'globe',
          label: `${t('me.language')}: ${LANGUAGE_NAMES[language]}`,
          words: `language ${language}`,
          run: () => void changePreferences({ language }),
        }),
      ),
    ];
    return [...go, ...views, ...me, ...look];
  });
}
