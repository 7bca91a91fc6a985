import { type ComponentType, lazy, Suspense, use } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { addStrings, type ConsoleLanguage } from '../i18n/index.ts';
import { useAgent } from '../session/agent.ts';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { GROUPS, type PageName, pagesFor, SETTINGS_PAGES } from './pages.ts';
import { Waiting } from './pieces/states.tsx';
import './settings.css';
import { useIsNarrow } from './pieces/use-narrow.ts';

const STRINGS: Record<ConsoleLanguage, () => Promise<{ default: Record<string, unknown> }>> = {
  'zh-CN': () => import('../locales/zh-CN/settings.json'),
  'zh-TW': () => import('../locales/zh-TW/settings.gen.json'),
  en: () => import('../locales/en/settings.json'),
};
const strings = addStrings('settings', async (language) => (await STRINGS[language]()).default);

const SCREENS: Record<PageName, ComponentType> = {
  profile: lazy(() => import('./profile/profile-page.tsx')),
  agents: lazy(() => import('./agents/agents-page.tsx')),
  teams: lazy(() => import('./teams/teams-page.tsx')),
  'canned-responses': lazy(() => import('./canned/canned-page.tsx')),
  widget: lazy(() => import('./widget/widget-page.tsx')),
  audit: lazy(() => import('./audit/audit-page.tsx')),
  log: lazy(() => import('./log/log-page.tsx')),
};

/** The settings: pages on the left, one of them beside it; on phones either the list or the page. */
export default function Settings() {
  use(strings);
  const { t } = useTranslation('settings');
  usePageTitle(t('title'));
  const [location] = useLocation();
  const isNarrow = useIsNarrow();
  const named = location.split('/')[2] ?? '';
  const isList = named === '' && isNarrow;
  const name = named === '' ? 'profile' : named;
  return (
    <div className={cx('st', isList && 'is-list')}>
      <Navigation current={isList ? null : name} />
      {!isList && (
        <div className="st-pane">
          <Link href="/settings" className="st-back">
            <Icon name="chevronLeft" size={18} />
            {t('title')}
          </Link>
          <Suspense fallback={<Waiting label={t('common:loading')} />}>
            <Screen key={name} name={name} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

function Screen({ name }: { name: string }) {
  const { t } = useTranslation('settings');
  const permissions = useAgent((state) => state.me.permissions);
  const page = SETTINGS_PAGES.find((one) => one.name === name);
  if (!page)
    return (
      <Empty
        icon="search"
        title={t('common:notFound.title')}
        text={t('common:notFound.text')}
        action={
          <Link href="/settings" className="btn btn-default btn-medium">
            {t('title')}
          </Link>
        }
      />
    );
  if (page.permission !== null && !permissions.includes(page.permission))
    return <Empty icon="lock" title={t('forbidden.title')} text={t('forbidden.text')} />;
  const Shown = SCREENS[page.name];
  return <Shown />;
}

function Navigation({ current }: { current: string | null }) {
  const { t } = useTranslation('settings');
  const permissions = useAgent((state) => state.me.permissions);
  const pages = pagesFor(permissions);
  return (
    <nav className="st-nav" aria-label={t('title')}>
      <h2 className="st-nav-title">{t('title')}</h2>
      {GROUPS.map((group) => {
        const mine = pages.filter((page) => page.group === group);
        if (mine.length === 0) return null;
        return (
          <div key={group} className="st-nav-group">
            <h3 className="st-nav-head" id={`st-nav-${group}`}>
              {t(`group.${group}`)}
            </h3>
            <ul aria-labelledby={`st-nav-${group}`}>
              {mine.map((page) => (
                <li key={page.name}>
                  <Link
                    href={`/settings/${page.name}`}
                    className={cx('st-nav-link', page.name === current && 'is-on')}
                    aria-current={page.name === current ? 'page' : undefined}
                  >
                    <Icon name={page.icon} size={17} />
                    <span className="ellipsis">{t(`shell:settingsPage.${page.name}`)}</span>
                    <Icon name="chevronRight" size={16} className="st-nav-go" />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
