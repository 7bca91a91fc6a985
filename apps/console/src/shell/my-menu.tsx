import type { Presence } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { signOut } from '../api/auth.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/index.ts';
import { session, useAgent } from '../session/agent.ts';
import { changePreferences } from '../session/preferences.ts';
import { setPresence } from '../session/presence.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/class-names.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { openShortcutSheet } from './palette-state.ts';

export const PRESENCES: readonly Presence[] = ['online', 'busy', 'offline'];
const THEMES = ['system', 'light', 'dark'] as const;

/** Ends the session here and on the server; what was written stays on this machine for its writer. */
export async function leave(): Promise<void> {
  session().close();
  try {
    await signOut();
  } finally {
    location.assign('/');
  }
}

/** Own face at the foot of the rail: presence, load, look, language, sign out. */
export function MyMenu() {
  const { t } = useTranslation('shell');
  const [, navigate] = useLocation();
  const user = useAgent((state) => state.me.user);
  const preferences = useAgent((state) => state.me.preferences);
  const wish = useAgent((state) => state.presenceWish);
  const seat = useAgent((state) => state.seats.get(state.me.user.id));
  const load = seat?.load ?? 0;
  const capacity = seat?.capacity ?? user.capacity;

  const items: MenuItem[] = [
    { key: 'presence', heading: `${user.name} · ${t('me.load', { load, capacity })}` },
    ...PRESENCES.map((presence) => ({
      key: presence,
      isOn: presence === wish,
      label: (
        <span className="presence-line">
          <span className={cx('presence-dot', `is-${presence}`)} />
          {t(`common:presence.${presence}`)}
          <span className="presence-hint">{t(`me.${presence}Hint`)}</span>
        </span>
      ),
      run: () => void setPresence(presence),
    })),
    { key: 'd1', divider: true },
    { key: 'theme', heading: t('me.theme') },
    ...THEMES.map((theme) => ({
      key: `theme-${theme}`,
      isOn: preferences.theme === theme,
      label: t(`common:theme.${theme}`),
      run: () => void changePreferences({ theme }),
    })),
    { key: 'language', heading: t('me.language') },
    ...LANGUAGES.map((language) => ({
      key: `language-${language}`,
      isOn: preferences.language === language,
      label: LANGUAGE_NAMES[language],
      run: () => void changePreferences({ language }),
    })),
    { key: 'd2', divider: true },
    { key: 'profile', icon: 'user', label: t('me.profile'), run: () => navigate('/settings/profile') },
    { key: 'keys', icon: 'keyboard', label: t('me.shortcuts'), keys: '?', run: openShortcutSheet },
    { key: 'out', icon: 'signOut', label: t('me.signOut'), run: () => void leave() },
  ];

  return (
    <Menu items={items} placement="topLeft">
      <button type="button" className="rail-me" title={t('me.loadHint', { load, capacity })}>
        <span className="sr-only">
          {t('me.menu')}: {t(`common:presence.${wish}`)}
        </span>
        <Avatar id={user.id} name={user.name} url={user.avatarUrl} size={32} presence={wish} />
        <span className={cx('rail-load', 'num', load >= capacity && 'is-full')}>
          {load} / {capacity}
        </span>
      </button>
    </Menu>
  );
}
